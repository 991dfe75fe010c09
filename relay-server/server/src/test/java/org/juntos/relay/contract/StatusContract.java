package org.juntos.relay.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.juntos.relay.status.StatusClock.Mark;
import org.juntos.relay.status.StatusStore;
import org.juntos.relay.status.StatusStore.Claimed;
import org.juntos.relay.status.StatusStore.Status;
import org.juntos.wire.AccountId;

/// Slots of statuses: see [StatusStore].
public abstract class StatusContract extends StoreContract {
  private static final long BEGIN = 1_000_000;
  private static final long LIFE = 1_000;

  /// Of the store that `opening` opens.
  protected StatusContract(Opening opening) {
    super(opening);
  }

  private StatusStore statuses() {
    return store.ports().statuses();
  }

  private static Status status(AccountId account, long id, String file) {
    return new Status(account, new UUID(0, id), file);
  }

  private Claimed claim(AccountId account, long id, long at) throws IOException {
    return statuses().claim(status(account, id, "file" + id), at - LIFE, new Mark(at, at + 7));
  }

  @Test
  void slots_are_numbered_and_the_same_claim_again_changes_nothing() throws IOException {
    assertEquals(new Claimed.Slot(1, BEGIN), claim(alice.account(), 1, BEGIN));
    assertEquals(new Claimed.Slot(2, BEGIN + 1), claim(alice.account(), 2, BEGIN + 1));
    store.reopen();
    assertEquals(new Claimed.Slot(1, BEGIN), claim(alice.account(), 1, BEGIN + 2));
    assertEquals(new Claimed.Slot(1, BEGIN + 3), claim(bob.account(), 1, BEGIN + 3));
    assertEquals(
        new Claimed.Taken(),
        statuses().claim(status(alice.account(), 1, "other"), 0, new Mark(BEGIN + 4, 0)));
  }

  @Test
  void the_hundredth_has_a_slot_and_the_next_learns_since_when_the_first_has_its_own()
      throws IOException {
    for (int i = 1; i <= 100; i++) {
      assertEquals(
          new Claimed.Slot(i, BEGIN + i), claim(alice.account(), i, BEGIN + i), "number " + i);
    }
    assertEquals(new Claimed.Full(BEGIN + 1), claim(alice.account(), 101, BEGIN + 200));
    store.reopen();
    assertEquals(new Claimed.Full(BEGIN + 1), claim(alice.account(), 101, BEGIN + LIFE));
    assertEquals(
        new Claimed.Slot(50, BEGIN + 50), claim(alice.account(), 50, BEGIN + LIFE), "had one");
    assertEquals(new Claimed.Slot(1, BEGIN + 5), claim(bob.account(), 1, BEGIN + 5));
    assertEquals(
        new Claimed.Slot(1, BEGIN + LIFE + 1), claim(alice.account(), 101, BEGIN + LIFE + 1));
    assertEquals(new Claimed.Full(BEGIN + 2), claim(alice.account(), 102, BEGIN + LIFE + 1));
  }

  @Test
  void a_deleted_file_frees_no_slot_and_its_claim_does_not_bring_it_back() throws IOException {
    for (int i = 1; i <= 100; i++) {
      claim(alice.account(), i, BEGIN);
    }
    var first = new UUID(0, 1);
    assertEquals("file1", statuses().file(alice.account(), first, BEGIN - 1));
    statuses().empty(alice.account(), first);
    store.reopen();
    assertEquals("", statuses().file(alice.account(), first, BEGIN - 1));
    assertEquals(new Claimed.Full(BEGIN), claim(alice.account(), 101, BEGIN + 1));
    assertEquals(new Claimed.Taken(), claim(alice.account(), 1, BEGIN + 1));
  }

  @Test
  void what_is_over_has_no_file_and_is_forgotten_in_order() throws IOException {
    claim(alice.account(), 1, BEGIN);
    claim(bob.account(), 2, BEGIN + 1);
    claim(alice.account(), 3, BEGIN + 2);
    assertNull(statuses().file(alice.account(), new UUID(0, 1), BEGIN));
    assertNull(statuses().file(bob.account(), new UUID(0, 1), 0), "of somebody else");
    var over = statuses().expired(BEGIN + 1, 9);
    assertEquals(
        List.of(status(alice.account(), 1, "file1"), status(bob.account(), 2, "file2")), over);
    assertEquals(over.subList(0, 1), statuses().expired(BEGIN + 1, 1));
    statuses().forget(over);
    assertEquals(List.of(), statuses().expired(BEGIN + 1, 9));
    assertTrue(statuses().any());
    statuses().forget(List.of(status(alice.account(), 3, "")));
    assertFalse(statuses().any());
  }

  @Test
  void slots_go_with_their_account() throws IOException {
    claim(alice.account(), 1, BEGIN);
    store.ports().accounts().delete(alice.account());
    assertFalse(statuses().any());
    assertEquals(new Claimed.NoAccount(), claim(alice.account(), 2, BEGIN));
  }

  @Test
  void the_newest_mark_is_kept_with_a_claim_and_by_itself() throws IOException {
    assertNull(statuses().last());
    claim(alice.account(), 1, BEGIN);
    store.reopen();
    assertEquals(new Mark(BEGIN, BEGIN + 7), statuses().last());
    statuses().keep(new Mark(BEGIN + 5, 3));
    store.reopen();
    assertEquals(new Mark(BEGIN + 5, 3), statuses().last());
  }
}
