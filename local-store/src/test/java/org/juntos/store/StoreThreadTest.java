package org.juntos.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.juntos.store.Fixture.incoming;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.store.db.DatabaseThread;
import org.juntos.store.history.Entry;
import org.juntos.store.keyslot.Protection;

/// The store on a thread of its own, called from many.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StoreThreadTest {
  @TempDir Path temp;
  private Profile profile;

  @BeforeEach
  void create() throws IOException {
    var fixture = new Fixture(temp.resolve("profile"));
    var environment =
        new Environment(fixture, new SecureRandom(), fixture.keyring, DatabaseThread::own);
    var result = new ProfileFolder(fixture.folder, environment).create(Protection.keyring());
    profile = ((CreateResult.Created) result).profile();
    write(txn -> txn.history().open(Fixture.WITH_BOB, Fixture.BOB, Fixture.START));
  }

  @AfterEach
  void close() {
    profile.close();
  }

  @Test
  void everything_runs_on_one_thread_that_is_not_the_callers() throws InterruptedException {
    var threads = Collections.synchronizedSet(new HashSet<Thread>());
    together(4, _ -> write(_ -> threads.add(Thread.currentThread())));
    assertEquals(1, threads.size());
    assertTrue(!threads.contains(Thread.currentThread()));
  }

  @Test
  void commits_are_heard_in_commit_order_before_the_writer_returns() throws InterruptedException {
    var heard = Collections.synchronizedList(new ArrayList<Long>());
    profile
        .store()
        .onCommit(changes -> changes.forEach(change -> heard.add(((Change.Entry) change).row())));
    together(
        8,
        writer -> {
          for (var number = 0; number < 25; number++) {
            var id = writer * 100 + number;
            var row = profile.store().write(txn -> txn.history().append(incoming(id)));
            assertTrue(heard.contains(row), "not heard before write returned");
          }
        });
    var rows =
        profile.store().read(txn -> txn.history().after(Fixture.WITH_BOB, 0, 1000)).stream()
            .map(Entry::row)
            .toList();
    assertEquals(200, rows.size());
    assertEquals(rows, heard);
  }

  @Test
  void what_the_work_throws_reaches_the_caller_unchanged() {
    var failure = new IllegalArgumentException("mine");
    assertSame(
        failure,
        assertThrows(
            IllegalArgumentException.class,
            () ->
                write(_ -> {
                  throw failure;
                })));
    var error = new AssertionError("an error, too");
    assertSame(
        error,
        assertThrows(
            AssertionError.class,
            () ->
                write(_ -> {
                  throw error;
                })));
  }

  @Test
  void a_call_from_the_database_thread_is_refused_instead_of_hanging() {
    assertThrows(
        IllegalStateException.class,
        () -> write(_ -> profile.store().read(txn -> txn.settings().get("a"))));
  }

  @Test
  void an_interrupted_caller_still_learns_how_its_write_ended() {
    Thread.currentThread().interrupt();
    write(txn -> txn.settings().put("a", "b"));
    assertTrue(Thread.interrupted(), "the interrupt is kept for later");
    assertEquals("b", profile.store().read(txn -> txn.settings().get("a")));
  }

  private void write(java.util.function.Consumer<Transaction> work) {
    profile
        .store()
        .write(txn -> {
          work.accept(txn);
          return true;
        });
  }

  private static void together(int count, java.util.function.IntConsumer work)
      throws InterruptedException {
    var failures = Collections.synchronizedList(new ArrayList<Throwable>());
    var threads = new ArrayList<Thread>();
    for (var number = 0; number < count; number++) {
      var mine = number;
      var thread = Thread.ofPlatform().unstarted(() -> work.accept(mine));
      thread.setUncaughtExceptionHandler((_, failure) -> failures.add(failure));
      threads.add(thread);
    }
    threads.forEach(Thread::start);
    for (var thread : threads) {
      thread.join();
    }
    assertEquals(List.of(), failures);
  }
}
