package org.juntos.relay.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the whole database in the background, after a stop that was not in order, and says whether
/// it is whole. Thread-safe.
final class Integrity implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Integrity.class);

  private volatile @Nullable String damage;
  private volatile @Nullable Statement running;
  private volatile @Nullable Thread thread;
  private volatile boolean closed;
  private volatile boolean pending;

  /// Looks at `connection`, which is closed afterwards.
  void check(Connection connection) {
    pending = true;
    thread = Thread.ofPlatform().name("relay-check").daemon().start(() -> run(connection));
  }

  private void run(Connection connection) {
    LOG.info("event=database_check outcome=begun");
    long begun = System.nanoTime();
    try (connection;
        var statement = connection.createStatement()) {
      running = statement;
      var found = closed ? null : quickCheck(statement);
      if (closed) {
        return; // interrupted: the next start looks again
      }
      damage = found;
      pending = false;
      report(found, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
    } catch (SQLException failed) {
      if (!closed) {
        damage = String.valueOf(failed.getMessage()).replace('\n', ' ');
        pending = false;
        report(damage, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
      }
    } finally {
      running = null;
    }
  }

  private static void report(@Nullable String damage, long tookMs) {
    if (damage == null) {
      LOG.info("event=database_check outcome=whole took_ms={}", tookMs);
    } else {
      LOG.error(
          "event=database_check outcome=damaged took_ms={} why={} next={}",
          tookMs,
          damage,
          "nothing new is accepted; stop the relay and restore its last backup");
    }
  }

  /// Null when all is well, else the first thing that is wrong.
  static @Nullable String quickCheck(Statement statement) throws SQLException {
    try (var row = statement.executeQuery("PRAGMA quick_check(1)")) {
      var verdict = row.next() ? String.valueOf(row.getString(1)) : "no answer";
      return "ok".equals(verdict) ? null : verdict;
    }
  }

  /// What is wrong with the database, as far as is known; null when nothing is.
  @Nullable String damage() {
    return damage;
  }

  /// Waits until a running check is over.
  void await() throws InterruptedException {
    var checking = thread;
    if (checking != null) {
      checking.join();
    }
  }

  /// Whether a check was needed.
  boolean hasBegun() {
    return thread != null;
  }

  /// Whether nothing is wrong and no check was cut short.
  boolean isWhole() {
    return damage == null && !pending;
  }

  /// Ends a running check.
  @Override
  public void close() {
    closed = true;
    var statement = running;
    if (statement != null) {
      cancel(statement);
    }
    try {
      await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void cancel(Statement statement) {
    try {
      statement.cancel();
    } catch (SQLException _) { // the check has just ended by itself
      LOG.debug("event=database_check outcome=ended");
    }
  }
}
