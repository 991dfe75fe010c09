package org.juntos.relay.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.juntos.relay.contract.Fixture.text;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.juntos.relay.group.GroupStore;
import org.juntos.relay.group.StoredGroup;
import org.juntos.wire.Bytes;

/// Groups: see [org.juntos.relay.group.GroupStore].
public abstract class GroupContract extends StoreContract {
  private static final Bytes CHOIR = text("choir");
  private static final int MANY = 100;

  /// Of the store that `opening` opens.
  protected GroupContract(Opening opening) {
    super(opening);
  }

  private GroupStore groups() {
    return store.ports().groups();
  }

  private static StoredGroup at(int revision, boolean empty) {
    return new StoredGroup(CHOIR, revision, text("head " + revision), text("state"), empty);
  }

  private boolean step(int from, int to) throws IOException {
    return groups().step(at(from, false), at(to, false), text("to " + to), Fixture.START);
  }

  @Test
  void a_group_is_made_once() throws IOException {
    assertNull(groups().find(CHOIR));
    assertTrue(groups().make(at(0, false), text("made")));
    assertFalse(groups().make(at(0, true), text("made otherwise")));
    store.reopen();
    assertEquals(at(0, false), groups().find(CHOIR));
    assertEquals(text("made"), groups().change(CHOIR, 0));
    assertNull(groups().change(CHOIR, 1));
    assertNull(groups().find(text("another")));
  }

  @Test
  void of_two_changes_to_one_state_only_the_first_is_kept() throws IOException {
    groups().make(at(0, false), text("made"));
    assertTrue(step(0, 1));
    assertFalse(groups().step(at(0, false), at(1, true), text("other"), Fixture.START));
    var forked = new StoredGroup(CHOIR, 1, text("another head"), text("state"), false);
    assertFalse(groups().step(forked, at(2, false), text("other"), Fixture.START));
    store.reopen();
    assertEquals(at(1, false), groups().find(CHOIR));
    assertEquals(List.of(text("made"), text("to 1")), groups().changes(CHOIR, 0, MANY, MANY));
  }

  @Test
  void a_change_of_a_group_that_is_not_there_is_not_kept() throws IOException {
    assertFalse(step(0, 1));
    assertEquals(List.of(), groups().changes(CHOIR, 0, MANY, MANY));
  }

  @Test
  void changes_come_in_order_and_in_parts() throws IOException {
    groups().make(at(0, false), text("made"));
    for (int revision = 1; revision < 6; revision++) {
      assertTrue(step(revision - 1, revision));
    }
    assertEquals(List.of(text("to 2"), text("to 3")), groups().changes(CHOIR, 2, 2, MANY));
    assertEquals(List.of(text("to 2")), groups().changes(CHOIR, 2, MANY, 1), "one at least");
    assertEquals(List.of(text("to 5")), groups().changes(CHOIR, 5, MANY, MANY));
    assertEquals(List.of(), groups().changes(CHOIR, 6, MANY, MANY));
  }

  @Test
  void a_group_goes_when_it_has_had_no_members_for_long_enough() throws IOException {
    groups().make(at(0, false), text("made"));
    var left = Fixture.START.plusSeconds(60);
    assertEquals(0, groups().expire(left.plusSeconds(1), MANY));
    assertTrue(groups().step(at(0, false), at(1, true), text("left"), left));
    assertEquals(0, groups().expire(left, MANY));
    assertEquals(1, groups().expire(left.plusMillis(1), MANY));
    assertNull(groups().find(CHOIR));
    assertNull(groups().change(CHOIR, 0));
  }

  @Test
  void a_group_stays_when_an_account_goes() throws IOException {
    groups().make(at(0, false), text("made"));
    store.ports().accounts().delete(alice.account());
    assertEquals(at(0, false), groups().find(CHOIR));
  }
}
