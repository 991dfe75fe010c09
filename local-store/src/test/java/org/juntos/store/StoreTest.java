package org.juntos.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.juntos.store.Fixture.BOB;
import static org.juntos.store.Fixture.START;
import static org.juntos.store.Fixture.WITH_BOB;
import static org.juntos.store.Fixture.incoming;
import static org.juntos.store.Fixture.job;
import static org.juntos.store.Fixture.message;
import static org.juntos.store.Fixture.outgoing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.juntos.store.outbox.Outbox;
import org.juntos.store.settings.Settings;

class StoreTest extends OpenStore {
  @Test
  void a_transaction_that_throws_leaves_nothing_and_says_nothing() {
    openConversation();
    var failure = new IllegalStateException("half-way");
    var thrown =
        assertThrows(
            IllegalStateException.class,
            () ->
                write(txn -> {
                  txn.history().append(incoming(1));
                  txn.settings().put("draft", "x");
                  throw failure;
                }));
    assertSame(failure, thrown);
    assertNull(reading(txn -> txn.history().find(message(1))));
    assertNull(reading(txn -> txn.settings().get("draft")));
    assertEquals(List.of(), commits);
    write(txn -> txn.history().append(incoming(1)));
    assertEquals(1, commits.size());
  }

  @Test
  void a_savepoint_that_throws_undoes_only_its_own_writes_and_changes() {
    openConversation();
    write(txn -> {
      txn.settings().put("before", "kept");
      assertThrows(
          IllegalArgumentException.class,
          () ->
              txn.savepoint(() -> {
                txn.history().append(incoming(1));
                txn.savepoint(() -> txn.settings().put("inner", "lost with the outer"));
                throw new IllegalArgumentException("poison");
              }));
      txn.savepoint(() -> txn.settings().put("after", "kept"));
    });
    assertNull(reading(txn -> txn.history().find(message(1))));
    assertNull(reading(txn -> txn.settings().get("inner")));
    assertEquals("kept", reading(txn -> txn.settings().get("before")));
    assertEquals("kept", reading(txn -> txn.settings().get("after")));
    assertEquals(
        List.of(List.of(new Change.Setting("before"), new Change.Setting("after"))), commits);
  }

  @Test
  void an_inner_savepoint_may_fail_while_the_outer_goes_on() {
    write(txn ->
        txn.savepoint(() -> {
          txn.settings().put("outer", "kept");
          assertThrows(
              IllegalArgumentException.class,
              () ->
                  txn.savepoint(() -> {
                    txn.settings().put("inner", "lost");
                    throw new IllegalArgumentException();
                  }));
        }));
    assertEquals("kept", reading(txn -> txn.settings().get("outer")));
    assertNull(reading(txn -> txn.settings().get("inner")));
  }

  @Test
  void changes_are_told_once_each_in_the_order_in_which_they_began() {
    openConversation();
    var row =
        writing(txn -> {
          var added = txn.history().append(outgoing(1));
          txn.outbox().add(job(BOB, 1, Outbox.Kind.MESSAGE));
          txn.history().markAccepted(message(1), START);
          txn.outbox().add(job(BOB, 2, Outbox.Kind.RECEIPT));
          txn.history().readUpTo(WITH_BOB, added);
          return added;
        });
    assertEquals(
        List.of(
            List.of(
                new Change.Entry(WITH_BOB, row, message(1), true),
                new Change.Outbox(),
                new Change.Conversation(WITH_BOB))),
        commits);
  }

  @Test
  void reading_tells_nothing_and_cannot_write() {
    assertThrows(
        IllegalStateException.class,
        () ->
            reading(txn -> {
              txn.settings().put("a", "b");
              return true;
            }));
    assertNull(reading(txn -> txn.settings().get("a")));
    assertEquals(List.of(), commits);
    write(txn -> txn.settings().put("a", "c"));
    assertEquals("c", reading(txn -> txn.settings().get("a")));
  }

  @Test
  void a_transaction_inside_another_is_refused() {
    var refusal =
        assertThrows(
            IllegalStateException.class,
            () -> write(_ -> profile.store().read(txn -> txn.settings().get("a"))));
    assertTrue(String.valueOf(refusal.getMessage()).contains("transaction at hand"));
    write(txn -> txn.settings().put("a", "works again"));
  }

  @Test
  void closing_inside_a_transaction_is_refused() {
    assertThrows(IllegalStateException.class, () -> write(_ -> profile.close()));
    write(txn -> txn.settings().put("a", "works again"));
  }

  @Test
  void a_listener_that_calls_back_or_fails_does_not_undo_the_commit() {
    profile.store().onCommit(_ -> profile.store().read(txn -> txn.settings().get("a")));
    var heard = new ArrayList<Change>();
    profile.store().onCommit(heard::addAll);
    write(txn -> txn.settings().put("a", "b"));
    assertEquals("b", reading(txn -> txn.settings().get("a")));
    assertEquals(List.of(new Change.Setting("a")), heard);
  }

  @Test
  void a_listener_that_was_closed_hears_nothing_more() {
    var heard = new ArrayList<Change>();
    var subscription = profile.store().onCommit(heard::addAll);
    subscription.close();
    write(txn -> txn.settings().put("a", "b"));
    assertEquals(List.of(), heard);
  }

  @Test
  void what_a_transaction_handed_out_dies_with_it() {
    var kept = new AtomicReference<Settings>();
    write(txn -> kept.set(txn.settings()));
    assertThrows(IllegalStateException.class, () -> kept.get().get("a"));
    write(_ -> assertThrows(IllegalStateException.class, () -> kept.get().get("a")));
  }

  @Test
  void a_transaction_belongs_to_its_thread() throws InterruptedException {
    var thrown = new AtomicReference<Throwable>();
    write(txn -> {
      var settings = txn.settings();
      var thread = Thread.ofPlatform().unstarted(() -> settings.put("a", "b"));
      thread.setUncaughtExceptionHandler((_, exception) -> thrown.set(exception));
      thread.start();
      join(thread);
    });
    assertEquals(IllegalStateException.class, thrown.get().getClass());
  }

  @Test
  void a_closed_store_says_so() {
    profile.close();
    var refusal =
        assertThrows(IllegalStateException.class, () -> write(txn -> txn.settings().put("a", "b")));
    assertEquals("the store is closed", refusal.getMessage());
    profile.close();
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
