package org.juntos.store.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.juntos.store.Fixture.START;
import static org.juntos.store.Fixture.bytes;
import static org.juntos.store.Fixture.envelope;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.juntos.store.OpenStore;

class InboxTest extends OpenStore {
  @Test
  void attempts_are_counted_across_restarts() throws IOException {
    assertEquals(List.of(1, 1), attempt(envelope(1), envelope(2)));
    reopen();
    assertEquals(List.of(2, 1), attempt(envelope(2), envelope(3)));
    assertEquals(List.of(3, 2, 2), attempt(envelope(2), envelope(1), envelope(3)));
  }

  @Test
  void an_envelope_is_done_once_and_for_all() throws IOException {
    attempt(envelope(1));
    assertFalse(done(envelope(1)));
    write(txn -> txn.inbox().markDone(envelope(1), START));
    write(txn -> txn.inbox().markDone(envelope(1), START));
    reopen();
    assertTrue(done(envelope(1)));
    assertFalse(done(envelope(2)));
    assertEquals(List.of(1), attempt(envelope(1)), "its attempts are forgotten");
  }

  @Test
  void quarantine_keeps_the_envelope_and_is_done_with_it() throws IOException {
    attempt(envelope(1));
    write(txn -> txn.inbox().quarantine(envelope(1), bytes("poison"), "does not parse", START));
    reopen();
    assertEquals(1, quarantined());
    assertTrue(done(envelope(1)));
  }

  @Test
  void quarantine_keeps_the_newest_and_does_not_fill_the_disk() {
    write(txn -> {
      for (var number = 0; number < SqliteInbox.QUARANTINE_KEPT + 5; number++) {
        txn.inbox().quarantine(envelope(number), bytes("poison"), "why", START);
      }
    });
    assertEquals(SqliteInbox.QUARANTINE_KEPT, quarantined());
    assertTrue(done(envelope(0)));
  }

  @Test
  void quarantine_gives_out_by_reason_oldest_first_what_can_be_tried_again() {
    write(txn -> txn.inbox().quarantine(envelope(2), bytes("two"), "no-session", START));
    write(txn -> txn.inbox().quarantine(envelope(1), bytes("one"), "no-session", START));
    write(txn -> txn.inbox().quarantine(envelope(3), bytes("x"), "malformed", START));
    assertEquals(
        List.of(
            new Inbox.Kept(envelope(2), bytes("two"), START, 0),
            new Inbox.Kept(envelope(1), bytes("one"), START, 0)),
        reading(txn -> txn.inbox().quarantined("no-session")));
    write(txn -> txn.inbox().release(envelope(2)));
    assertEquals(2, quarantined());
    assertTrue(done(envelope(2)), "it stays done");
  }

  @Test
  void what_may_be_opened_yet_is_not_pushed_out_by_what_cannot() {
    write(txn -> {
      txn.inbox().keep(envelope(-1), bytes("later"), "held", START);
      for (var number = 0; number < SqliteInbox.QUARANTINE_KEPT + 5; number++) {
        txn.inbox().quarantine(envelope(number), bytes("poison"), "why", START);
      }
    });
    int kept = reading(txn -> txn.inbox().countKept("held"));
    assertEquals(1, kept);
    assertEquals(SqliteInbox.QUARANTINE_KEPT + 1, quarantined());
  }

  @Test
  void what_was_tried_least_comes_first() {
    write(txn -> txn.inbox().keep(envelope(1), bytes("one"), "held", START));
    write(txn -> txn.inbox().keep(envelope(2), bytes("two"), "held", START));
    write(txn -> txn.inbox().quarantine(envelope(3), bytes("three"), "held", START));
    write(txn -> txn.inbox().tried(envelope(1)));
    assertEquals(
        List.of(
            new Inbox.Kept(envelope(2), bytes("two"), START, 0),
            new Inbox.Kept(envelope(1), bytes("one"), START, 1)),
        reading(txn -> txn.inbox().kept("held")));
  }

  @Test
  void old_envelopes_are_forgotten_and_newer_ones_are_not() {
    write(txn -> txn.inbox().markDone(envelope(1), START));
    write(txn -> txn.inbox().markDone(envelope(2), START.plusSeconds(1)));
    attempt(envelope(3));
    write(txn -> txn.inbox().forget(START.plusSeconds(1)));
    assertFalse(done(envelope(1)));
    assertTrue(done(envelope(2)));
    assertEquals(List.of(1), attempt(envelope(3)));
  }

  private List<Integer> attempt(UUID... envelopes) {
    return writing(txn -> txn.inbox().attempt(List.of(envelopes), START));
  }

  private int quarantined() {
    return reading(txn -> txn.inbox().quarantined());
  }

  private boolean done(UUID envelope) {
    return reading(txn -> txn.inbox().done(envelope));
  }
}
