package org.juntos.relay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriterTest {
  @TempDir Path folder;
  private boolean scarce;
  private int rollbacks;
  private Writer writer;

  @BeforeEach
  void open() throws SQLException {
    var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("test.db"));
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.executeUpdate("CREATE TABLE t (x INTEGER NOT NULL UNIQUE) STRICT");
    }
    connection.commit();
    writer = new Writer(new Statements(connection), () -> scarce);
    writer.join(() -> rollbacks++);
    writer.start();
  }

  @AfterEach
  void close() throws SQLException {
    writer.close();
  }

  private static Mutation<Integer> insert(int x) {
    return Mutation.growing(statements -> {
      var insert = statements.of("INSERT INTO t (x) VALUES (?)");
      insert.setInt(1, x);
      return insert.executeUpdate();
    });
  }

  private static Mutation<Integer> count() {
    return Mutation.shrinking(statements -> {
      try (var row = statements.of("SELECT count(*) FROM t").executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    });
  }

  @Test
  void changes_that_wait_are_made_together_and_told_in_order() throws Exception {
    var told = new ArrayList<Integer>();
    var last = new CompletableFuture<Integer>();
    var hold = new CountDownLatch(1);
    writer.submit(
        count(),
        _ -> {
          try {
            hold.await();
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
        });
    for (int i = 0; i < 100; i++) {
      int x = i;
      writer.submit(insert(x), _ -> told.add(x));
    }
    writer.submit(count(), written -> last.complete(value(written)));
    hold.countDown();
    assertEquals(100, last.join());
    assertEquals(java.util.stream.IntStream.range(0, 100).boxed().toList(), told);
  }

  @Test
  void a_writer_that_does_not_keep_up_refuses_what_adds_at_once_and_takes_what_frees()
      throws Exception {
    var hold = new CountDownLatch(1);
    var held = new CountDownLatch(1);
    writer.submit(
        count(),
        _ -> {
          held.countDown();
          try {
            hold.await();
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
        });
    held.await();
    var made = new AtomicInteger();
    for (int i = 0; i < Writer.MOST_WAITING; i++) {
      writer.submit(insert(i), _ -> made.incrementAndGet());
    }
    var refused = new CompletableFuture<Written<Integer>>();
    writer.submit(insert(-1), refused::complete);
    assertTrue(refused.isDone(), "it is told at once");
    assertInstanceOf(Written.Failed.class, refused.join());
    assertThrows(IOException.class, () -> writer.write(insert(-1)));
    var last = new CompletableFuture<Integer>();
    writer.submit(count(), written -> last.complete(value(written)));
    hold.countDown();
    assertEquals(Writer.MOST_WAITING, last.join());
    assertEquals(Writer.MOST_WAITING, made.get());
    assertEquals(1, writer.write(insert(-1)));
  }

  private static int value(Written<Integer> written) {
    return assertInstanceOf(Written.Durable.class, written).value() instanceof Integer value
        ? value
        : -1;
  }

  @Test
  void whoever_is_told_finds_the_change_committed() throws Exception {
    var seen = new CompletableFuture<Integer>();
    writer.submit(
        insert(1),
        _ -> {
          var url = "jdbc:sqlite:" + folder.resolve("test.db");
          try (var other = DriverManager.getConnection(url);
              var statement = other.createStatement();
              var row = statement.executeQuery("SELECT count(*) FROM t")) {
            seen.complete(row.getInt(1));
          } catch (SQLException failed) {
            seen.completeExceptionally(failed);
          }
        });
    assertEquals(1, seen.get());
  }

  @Test
  void a_change_that_cannot_be_made_does_not_take_the_others_down() throws Exception {
    var results = new ArrayList<Boolean>();
    var hold = new CountDownLatch(1);
    var done = new CountDownLatch(3);
    writer.submit(
        count(),
        _ -> {
          try {
            hold.await();
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
        });
    for (int x : List.of(1, 1, 2)) { // the second breaks the unique rule
      writer.submit(
          insert(x),
          written -> {
            results.add(written instanceof Written.Durable<Integer>);
            done.countDown();
          });
    }
    hold.countDown();
    done.await();
    assertEquals(List.of(true, false, true), results);
    assertEquals(2, writer.write(count()));
    assertTrue(rollbacks > 0);
  }

  @Test
  void a_change_that_throws_is_a_failure_and_the_writer_goes_on() throws IOException {
    Mutation<Integer> bug =
        Mutation.growing(_ -> {
          throw new IllegalStateException("bug");
        });
    assertThrows(IOException.class, () -> writer.write(bug));
    assertEquals(1, writer.write(insert(1)));
  }

  /// As it does on a full disk.
  @Test
  void when_sqlite_has_rolled_back_by_itself_the_writer_goes_on_in_a_new_transaction()
      throws IOException {
    writer.write(insert(1));
    Mutation<Integer> full =
        Mutation.growing(statements -> {
          try (var statement = statements.connection().createStatement()) {
            statement.execute("ROLLBACK");
          }
          throw new SQLException("the disk is full");
        });
    assertThrows(IOException.class, () -> writer.write(full));
    Mutation<Integer> half =
        Mutation.growing(statements -> {
          insert(7).apply(statements);
          throw new SQLException("no");
        });
    assertThrows(IOException.class, () -> writer.write(half));
    assertEquals(1, writer.write(count()), "half a change is no change");
    assertEquals(1, writer.write(insert(2)));
  }

  @Test
  void a_listener_that_throws_does_not_stop_the_writer() throws IOException {
    writer.submit(
        insert(1),
        _ -> {
          throw new IllegalStateException("bug");
        });
    assertEquals(1, writer.write(count()));
  }

  @Test
  void on_a_full_disk_only_changes_that_free_space_are_made() throws IOException {
    writer.write(insert(1));
    scarce = true;
    assertThrows(IOException.class, () -> writer.write(insert(2)));
    assertEquals(1, writer.write(count()));
    scarce = false;
    assertEquals(1, writer.write(insert(2)));
  }

  @Test
  void what_waits_when_it_is_closed_is_made_and_what_comes_later_fails() throws Exception {
    var made = new CompletableFuture<Boolean>();
    writer.submit(insert(1), written -> made.complete(written instanceof Written.Durable<Integer>));
    writer.close();
    assertTrue(made.join());
    assertThrows(IOException.class, () -> writer.write(insert(2)));
  }

  @Test
  void what_a_participant_writes_is_committed_with_the_changes_or_not_at_all() throws Exception {
    var folder2 = folder.resolve("other.db");
    var connection = DriverManager.getConnection("jdbc:sqlite:" + folder2);
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.executeUpdate("CREATE TABLE t (x INTEGER NOT NULL UNIQUE) STRICT");
    }
    connection.commit();
    var story = new ArrayList<String>();
    try (var other = new Writer(new Statements(connection), () -> false)) {
      other.join(new Recorder(story));
      other.afterEachCommit(() -> story.add("all told"));
      other.start();
      other.write(insert(1));
      assertThrows(IOException.class, () -> other.write(insert(1)));
      assertEquals(2, other.write(count())); // 1 and 1001, no second 1001
    }
    assertEquals(List.of("written", "committed", "all told"), story.subList(0, 3));
    assertTrue(story.contains("rolled back"), story::toString);
  }

  /// Adds a row of its own to the first commit.
  private record Recorder(List<String> story) implements Writer.Participant {
    @Override
    public void beforeCommit(Statements statements) throws SQLException {
      if (story.isEmpty()) {
        statements.of("INSERT INTO t (x) VALUES (1001)").executeUpdate();
      }
      story.add("written");
    }

    @Override
    public void committed() {
      story.add("committed");
    }

    @Override
    public void rolledBack() {
      story.add("rolled back");
    }
  }
}
