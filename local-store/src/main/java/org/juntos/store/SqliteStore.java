package org.juntos.store;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.juntos.store.db.Database;
import org.juntos.store.db.DatabaseThread;
import org.juntos.store.db.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The store on one connection. Whoever closes it has to close the profile around it.
final class SqliteStore implements Store {
  private static final Logger LOG = LoggerFactory.getLogger(SqliteStore.class);

  private final Database database;
  private final DatabaseThread thread;
  private final RandomGenerator random;
  private final Runnable whenClosed;
  private final List<CommitListener> listeners = new CopyOnWriteArrayList<>();
  private volatile @Nullable Thread inside;
  private boolean closed;

  /// @param whenClosed runs once, on the database thread, while the database is still open
  SqliteStore(
      Database database, DatabaseThread thread, RandomGenerator random, Runnable whenClosed) {
    this.database = database;
    this.thread = thread;
    this.random = random;
    this.whenClosed = whenClosed;
  }

  @Override
  public <T extends @Nullable Object> T write(Function<Transaction, T> work) {
    return alone(() -> committed("BEGIN IMMEDIATE", work, false));
  }

  @Override
  public <T extends @Nullable Object> T read(Function<Transaction, T> work) {
    return alone(() -> committed("BEGIN", work, true));
  }

  @Override
  public Subscription onCommit(CommitListener listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public void close() {
    refuseNested();
    thread.call(() -> {
      if (!closed) {
        closed = true;
        whenClosed.run();
      }
      return true;
    });
  }

  /// Runs `work` on the database thread, outside of any transaction.
  <T extends @Nullable Object> T alone(Supplier<T> work) {
    refuseNested();
    return thread.call(() -> {
      if (closed) {
        throw new IllegalStateException("the store is closed");
      }
      inside = Thread.currentThread();
      try {
        return work.get();
      } finally {
        inside = null;
      }
    });
  }

  private void refuseNested() {
    if (Thread.currentThread().equals(inside)) {
      throw new IllegalStateException(
          "inside a transaction or a commit listener: use the transaction at hand");
    }
  }

  private <T extends @Nullable Object> T committed(
      String begin, Function<Transaction, T> work, boolean reads) {
    var changes = new ChangeLog();
    var queries = database.queries();
    var done = false;
    long before = database.changes();
    database.repeat(begin);
    try {
      var result = work.apply(new SqliteTransaction(queries, changes, random));
      queries.end();
      if (reads && database.changes() != before) {
        throw new IllegalStateException("a read has written; it is undone");
      }
      database.repeat("COMMIT");
      done = true;
      scrub(changes);
      publish(changes.coalesced());
      return result;
    } finally {
      queries.end();
      if (!done) {
        database.rollback();
      }
    }
  }

  /// Pages from before lie in the write-ahead log until it is written over: not those of what was
  /// erased.
  private void scrub(ChangeLog changes) {
    if (!changes.hasErased()) {
      return;
    }
    try {
      database.checkpoint();
    } catch (StoreException e) { // the commit stands; the next one, or closing, writes over it
      LOG.error("what was erased is still in the log", e);
    }
  }

  /// The commit stands: a listener that fails must not look like a failed write.
  private void publish(List<Change> changes) {
    if (changes.isEmpty()) {
      return;
    }
    for (var listener : listeners) {
      try {
        listener.committed(changes);
      } catch (RuntimeException e) {
        LOG.error("a commit listener failed", e);
      }
    }
  }
}
