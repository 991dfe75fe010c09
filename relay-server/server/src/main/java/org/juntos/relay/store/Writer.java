package org.juntos.relay.store;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.limit.NoRoomException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The only thread that changes the database. Changes that wait are applied in one transaction and
/// committed with one fsync; then all of them are told, in order.
final class Writer implements AutoCloseable {
  /// Enough to share an fsync widely, few enough that nobody waits long for the others.
  private static final int MAX_BATCH = 4_096;

  /// More than that is told to come later at once: seconds of work, and bounded memory.
  static final int MOST_WAITING = 32_768;

  private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

  private final Statements statements;
  private final BooleanSupplier diskIsScarce;
  private final List<Participant> participants = new ArrayList<>();
  private final List<Runnable> afterTold = new CopyOnWriteArrayList<>();
  private CommitWatch watch = (_, _) -> {};
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private List<Job<?>> waiting = new ArrayList<>();
  private boolean closed;
  private @Nullable Thread thread;

  Writer(Statements statements, BooleanSupplier diskIsScarce) {
    this.statements = statements;
    this.diskIsScarce = diskIsScarce;
  }

  /// Something that the writer's thread keeps in memory about the database. Called on that thread.
  interface Participant {
    /// Writes what goes along with the changes of this commit.
    default void beforeCommit(Statements statements) throws SQLException {}

    /// The changes are on disk, and nobody has been told yet.
    default void committed() {}

    /// What the changes have done to memory is wrong.
    void rolledBack();
  }

  /// To be called before [#start].
  void join(Participant participant) {
    participants.add(participant);
  }

  /// `told` runs on the writer's thread each time after everybody of a commit has been told.
  void afterEachCommit(Runnable told) {
    afterTold.add(told);
  }

  /// Lets `told` know of each commit. To be called before [#start].
  void watch(CommitWatch told) {
    watch = told;
  }

  void start() {
    thread = Thread.ofPlatform().name("relay-writer").start(this::run);
  }

  /// Queues `mutation`; `whenDecided` runs on the writer's thread after the commit and must not
  /// wait for anything.
  <T> void submit(Mutation<T> mutation, Consumer<Written<T>> whenDecided) {
    var job = new Job<>(mutation, whenDecided);
    var refusal = enqueue(job);
    if (refusal != null) {
      job.fail(refusal);
    }
  }

  /// Makes `mutation` durable and returns its result.
  ///
  /// @throws NoRoomException when it adds data and the disk is nearly full
  /// @throws IOException when it was not made
  <T> T write(Mutation<T> mutation) throws IOException {
    var decided = new CompletableFuture<Written<T>>();
    submit(mutation, decided::complete);
    return switch (decided.join()) {
      case Written.Durable<T>(var value) -> value;
      case Written.NoRoom<T> _ -> throw new NoRoomException();
      case Written.Failed<T>(var why) -> throw new IOException(why);
    };
  }

  /// Null when it waits for its turn; why not otherwise. What frees space always does.
  private @Nullable String enqueue(Job<?> job) {
    lock.lock();
    try {
      if (closed) {
        return "the relay is stopping";
      }
      if (waiting.size() >= MOST_WAITING && job.grows()) {
        return "too many changes wait";
      }
      waiting.add(job);
      if (waiting.size() == 1) {
        arrived.signal();
      }
      return null;
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    for (var jobs = next(); !jobs.isEmpty(); jobs = next()) {
      for (int from = 0; from < jobs.size(); from += MAX_BATCH) {
        turn(jobs.subList(from, Math.min(jobs.size(), from + MAX_BATCH)));
      }
    }
  }

  /// Waits for work; empty when there will be no more.
  private List<Job<?>> next() {
    lock.lock();
    try {
      while (waiting.isEmpty() && !closed) {
        arrived.awaitUninterruptibly();
      }
      var taken = waiting;
      waiting = new ArrayList<>(Math.max(16, taken.size()));
      return taken;
    } finally {
      lock.unlock();
    }
  }

  private void turn(List<Job<?>> batch) {
    var allowed = allowed(batch);
    if (!allowed.isEmpty() && !commit(allowed)) {
      oneByOne(allowed);
    }
    afterTold.forEach(Runnable::run);
  }

  /// Refuses what adds data while there is no room; the others.
  private List<Job<?>> allowed(List<Job<?>> batch) {
    boolean scarce = diskIsScarce.getAsBoolean();
    var allowed = new ArrayList<Job<?>>(batch.size());
    for (var job : batch) {
      if (scarce && job.grows()) {
        job.refuse();
      } else {
        allowed.add(job);
      }
    }
    return allowed;
  }

  /// A change that cannot be made must not take the others of its batch down.
  private void oneByOne(List<Job<?>> batch) {
    for (var job : batch) {
      for (var allowed : allowed(List.of(job))) {
        if (!commit(List.of(allowed))) {
          allowed.fail("the database could not be written");
        }
      }
    }
  }

  private boolean commit(List<Job<?>> batch) {
    try {
      statements.begin();
      for (var job : batch) {
        job.apply(statements);
      }
      for (var participant : participants) {
        participant.beforeCommit(statements);
      }
      long begun = System.nanoTime();
      statements.commit();
      watch.committed(batch.size(), System.nanoTime() - begun);
    } catch (SQLException | RuntimeException failed) {
      LOG.error("event=write_failed changes={}", batch.size(), failed);
      rollback();
      return false;
    }
    participants.forEach(Participant::committed);
    for (var job : batch) {
      job.succeed();
    }
    return true;
  }

  private void rollback() {
    participants.forEach(Participant::rolledBack);
    try {
      statements.rollback();
    } catch (SQLException failed) {
      LOG.error("event=rollback_failed", failed);
    }
  }

  /// Commits what waits, then stops.
  @Override
  public void close() throws SQLException {
    lock.lock();
    try {
      closed = true;
      arrived.signal();
    } finally {
      lock.unlock();
    }
    awaitEnd();
    statements.close();
  }

  private void awaitEnd() {
    var running = thread;
    if (running == null) {
      return;
    }
    try {
      running.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// A change and who waits for it.
  private static final class Job<T> {
    private final Mutation<T> mutation;
    private final Consumer<Written<T>> whenDecided;
    private @Nullable T result;

    Job(Mutation<T> mutation, Consumer<Written<T>> whenDecided) {
      this.mutation = mutation;
      this.whenDecided = whenDecided;
    }

    boolean grows() {
      return mutation.grows();
    }

    void apply(Statements statements) throws SQLException {
      result = mutation.apply(statements);
    }

    void succeed() {
      var value = result;
      if (value == null) {
        throw new IllegalStateException("committed without being applied");
      }
      decide(new Written.Durable<>(value));
    }

    void refuse() {
      decide(new Written.NoRoom<>());
    }

    void fail(String why) {
      decide(new Written.Failed<>(why));
    }

    /// A listener that throws must not stop the writer.
    private void decide(Written<T> written) {
      try {
        whenDecided.accept(written);
      } catch (RuntimeException bug) {
        LOG.error("event=listener_failed", bug);
      }
    }
  }
}
