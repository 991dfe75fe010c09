package org.juntos.store;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// An open profile database. One thread owns the connection: callers of any thread wait their turn.
public interface Store extends AutoCloseable {
  /// Runs `work` in one transaction: all of it is committed (durable on return), or, when it
  /// throws, none. Changes are published to listeners after the commit, in commit order, before
  /// this returns.
  <T extends @Nullable Object> T write(Function<Transaction, T> work);

  /// Runs `work` on a consistent view without writing.
  <T extends @Nullable Object> T read(Function<Transaction, T> work);

  /// Calls `listener` after each commit that changed something, on the database thread. It must be
  /// quick and must not call back into the store.
  Subscription onCommit(CommitListener listener);

  /// Checkpoints and closes; a second call does nothing.
  @Override
  void close();

  /// Hears what a commit changed.
  @FunctionalInterface
  interface CommitListener {
    void committed(List<Change> changes);
  }

  /// Ends what it was given for when closed.
  @FunctionalInterface
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
