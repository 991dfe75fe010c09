package org.juntos.bench.floor;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/// One table, one writer, one fsync for all that waits.
final class FloorStore implements AutoCloseable {
  private static final int LARGEST_BATCH = 1_024;

  private final Connection database;
  private final PreparedStatement append;
  private final PreparedStatement delete;
  private final LinkedBlockingQueue<Work> queue = new LinkedBlockingQueue<>(64 * 1_024);
  private final AtomicLong sequence = new AtomicLong();
  private final Thread writer;

  FloorStore(Path file, Committed committed) throws SQLException {
    database = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (var statement = database.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA synchronous = FULL");
      statement.execute(
          """
          CREATE TABLE queue (
            sequence INTEGER PRIMARY KEY,
            device INTEGER NOT NULL,
            envelope BLOB NOT NULL,
            ciphertext BLOB NOT NULL
          ) STRICT
          """);
    }
    database.setAutoCommit(false);
    append =
        database.prepareStatement(
            "INSERT INTO queue (sequence, device, envelope, ciphertext) VALUES (?, ?, ?, ?)");
    delete = database.prepareStatement("DELETE FROM queue WHERE sequence = ?");
    writer = Thread.ofPlatform().name("floor-writer").start(() -> run(committed));
  }

  long nextSequence() {
    return sequence.incrementAndGet();
  }

  void put(Work work) throws InterruptedException {
    queue.put(work);
  }

  private void run(Committed committed) {
    var batch = new ArrayList<Work>();
    try {
      while (true) {
        batch.add(queue.take());
        queue.drainTo(batch, LARGEST_BATCH);
        commit(batch);
        committed.committed(batch);
        batch.clear();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void commit(List<Work> batch) throws SQLException {
    for (var work : batch) {
      switch (work) {
        case Work.Append one -> append(one);
        case Work.Delete(var sequences) -> delete(sequences);
      }
    }
    append.executeBatch();
    delete.executeBatch();
    database.commit();
  }

  private void append(Work.Append one) throws SQLException {
    append.setLong(1, one.sequence());
    append.setInt(2, one.destination());
    append.setBytes(3, one.envelope().toByteArray());
    append.setBytes(4, one.ciphertext().toByteArray());
    append.addBatch();
  }

  private void delete(List<Long> sequences) throws SQLException {
    for (long one : sequences) {
      delete.setLong(1, one);
      delete.addBatch();
    }
  }

  @Override
  public void close() throws SQLException {
    writer.interrupt();
    try {
      writer.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    database.close();
  }

  /// Hears of each batch after its fsync, on the writer's thread.
  interface Committed {
    void committed(List<Work> batch);
  }

  /// What waits for a commit.
  sealed interface Work {
    /// @param sender number of the device to tell when it is durable
    record Append(
        int sender,
        long request,
        int destination,
        long sequence,
        ByteString envelope,
        ByteString ciphertext)
        implements Work {}

    /// Acknowledged envelopes.
    record Delete(List<Long> sequences) implements Work {
      public Delete {
        sequences = List.copyOf(sequences);
      }
    }
  }
}
