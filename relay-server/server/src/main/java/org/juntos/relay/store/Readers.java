package org.juntos.relay.store;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// A few read-only connections, each used by one thread at a time.
final class Readers implements AutoCloseable {
  private final BlockingQueue<Statements> idle;
  private final List<Statements> all;

  Readers(List<Statements> connections) {
    this.all = List.copyOf(connections);
    this.idle = new ArrayBlockingQueue<>(connections.size(), false, connections);
  }

  /// A question to the database; sees what was committed before it began.
  interface Query<T extends @org.jspecify.annotations.Nullable Object> {
    T ask(Statements statements) throws SQLException;
  }

  /// Answers `query`.
  ///
  /// @throws IOException when the database cannot be read
  <T extends @org.jspecify.annotations.Nullable Object> T read(Query<T> query) throws IOException {
    var statements = take();
    try {
      return query.ask(statements);
    } catch (SQLException failed) {
      throw new IOException("the database cannot be read", failed);
    } finally {
      idle.add(statements);
    }
  }

  /// Bytes of pages that are in the file and hold nothing.
  long reusableBytes() throws IOException {
    return read(
        statements -> pragma(statements, "freelist_count") * pragma(statements, "page_size"));
  }

  private static long pragma(Statements statements, String name) throws SQLException {
    try (var row = statements.of("PRAGMA " + name).executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  private Statements take() throws InterruptedIOException {
    try {
      return idle.take();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting to read");
    }
  }

  @Override
  public void close() throws SQLException {
    var failures = new ArrayList<SQLException>();
    for (var statements : all) {
      try {
        statements.close();
      } catch (SQLException failed) {
        failures.add(failed);
      }
    }
    if (!failures.isEmpty()) {
      throw failures.getFirst();
    }
  }
}
