package org.juntos.store.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.juntos.store.Fixture.ALICE;
import static org.juntos.store.Fixture.ALICES_DEVICE;
import static org.juntos.store.Fixture.BOB;
import static org.juntos.store.Fixture.BOBS_DEVICE;
import static org.juntos.store.Fixture.CAROL;
import static org.juntos.store.Fixture.START;
import static org.juntos.store.Fixture.bytes;
import static org.juntos.store.Fixture.message;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.juntos.content.ConversationId;
import org.juntos.content.GroupAttributes;
import org.juntos.content.GroupKey;
import org.juntos.store.Change;
import org.juntos.store.OpenStore;
import org.juntos.store.history.Party;
import org.juntos.wire.Bytes;

class GroupsTest extends OpenStore {
  private static final ConversationId GROUP = new ConversationId(new UUID(21, 22));
  private static final StoredMember ALICE_IN = new StoredMember(ALICE, true, 0);
  private static final StoredMember BOB_IN = new StoredMember(BOB, false, 3);

  private static StoredGroup group() {
    return new StoredGroup(
        GROUP,
        new GroupKey(bytes("k".repeat(32))),
        StoredGroup.Standing.MEMBER,
        3,
        bytes("head"),
        bytes("state"),
        new GroupAttributes("Choir", "Tuesdays", bytes("picture")),
        false,
        StoredGroup.Trouble.NONE,
        bytes("password"),
        START);
  }

  @Test
  void a_group_comes_back_as_it_was_written() throws IOException {
    write(txn -> txn.groups().put(group()));
    reopen();
    assertEquals(group(), reading(txn -> txn.groups().find(GROUP)));
    var trouble = new StoredGroup.Trouble("group-forked", "two changes 3");
    var other = group().as(StoredGroup.Standing.GONE).in(trouble).keyed(null).due(true);
    write(txn -> txn.groups().put(other));
    assertEquals(List.of(other), reading(txn -> txn.groups().all()));
    assertEquals(List.of(GROUP), reading(txn -> txn.groups().due()));
    assertTrue(commits.getLast().contains(new Change.Group(GROUP)));
  }

  @Test
  void it_is_known_who_is_in_it_and_what_is_shared() {
    write(txn -> {
      txn.groups().put(group());
      txn.groups().putMembers(GROUP, List.of(ALICE_IN, BOB_IN));
    });
    assertEquals(List.of(ALICE_IN, BOB_IN), reading(txn -> txn.groups().members(GROUP)));
    assertEquals(BOB_IN, reading(txn -> txn.groups().member(GROUP, BOB)));
    assertEquals(List.of(GROUP), reading(txn -> txn.groups().shared(BOB)));
    write(txn -> txn.groups().putMembers(GROUP, List.of(ALICE_IN)));
    assertNull(reading(txn -> txn.groups().member(GROUP, BOB)));
    assertEquals(List.of(), reading(txn -> txn.groups().shared(BOB)));
  }

  @Test
  void who_may_write_is_known_of_every_revision() {
    write(txn -> {
      txn.groups().putPosters(GROUP, 0, Set.of(ALICE));
      txn.groups().putPosters(GROUP, 2, Set.of(ALICE, BOB));
      txn.groups().putPosters(GROUP, 4, Set.of(ALICE));
      txn.groups().putPosters(GROUP, 6, Set.of(ALICE, BOB));
    });
    var may = new StringBuilder();
    for (int revision = 0; revision < 8; revision++) {
      int now = revision;
      may.append(reading(txn -> txn.groups().mayPost(GROUP, BOB, now)) ? 'x' : '-');
    }
    assertEquals("--xx--xx", may.toString());
    boolean carol = reading(txn -> txn.groups().mayPost(GROUP, CAROL, 2));
    assertFalse(carol);
  }

  @Test
  void the_hash_of_a_change_is_kept() {
    write(txn -> txn.groups().putHead(GROUP, 2, bytes("two")));
    assertEquals(bytes("two"), reading(txn -> txn.groups().head(GROUP, 2)));
    assertNull(reading(txn -> txn.groups().head(GROUP, 1)));
  }

  @Test
  void a_conversation_is_with_a_group_and_has_no_peer() {
    write(txn -> txn.history().openGroup(GROUP, START));
    var summary = there(reading(txn -> txn.history().conversation(GROUP)));
    assertEquals(new Party.Group(), summary.with());
  }

  @Test
  void keys_are_given_until_they_are_renewed_and_the_first_number_stays() {
    write(txn -> {
      var traffic = txn.groupTraffic();
      assertEquals(7, traffic.base(GROUP, BOB, 7));
      traffic.putDistribution(GROUP, BOB, bytes("key"));
      traffic.give(GROUP, BOBS_DEVICE);
      assertEquals(Set.of(BOBS_DEVICE), traffic.given(GROUP));
      assertEquals(bytes("key"), traffic.distribution(GROUP, BOB));
      traffic.renewed(GROUP);
      assertEquals(Set.of(), traffic.given(GROUP));
      assertEquals(Bytes.EMPTY, traffic.distribution(GROUP, BOB));
      assertEquals(7, traffic.base(GROUP, BOB, 12));
      traffic.left(GROUP, BOB);
      assertEquals(12, traffic.base(GROUP, BOB, 12));
    });
  }

  @Test
  void the_newest_originals_of_a_device_are_kept() {
    write(txn -> {
      var traffic = txn.groupTraffic();
      int all = GroupTraffic.ORIGINALS_KEPT + 20;
      for (int number = 1; number <= all; number++) {
        traffic.keep(GROUP, BOBS_DEVICE, number, bytes("original " + number));
      }
      traffic.keep(GROUP, ALICES_DEVICE, 1, bytes("hers"));
      assertEquals(List.of(), traffic.originals(GROUP, BOBS_DEVICE, 1, 20));
      assertEquals(
          List.of(bytes("original 21"), bytes("original 22")),
          traffic.originals(GROUP, BOBS_DEVICE, 10, 22));
      assertEquals(List.of(bytes("hers")), traffic.originals(GROUP, ALICES_DEVICE, 1, 9));
    });
  }

  @Test
  void a_message_has_come_as_far_as_at_the_last_member() {
    write(txn -> {
      var traffic = txn.groupTraffic();
      traffic.sentTo(message(1), List.of(BOB, CAROL));
      assertNull(traffic.complete(message(1), false));
      assertTrue(traffic.arrived(message(1), BOB, START, true));
      assertFalse(traffic.arrived(message(1), BOB, START.plusSeconds(9), false));
      assertFalse(traffic.arrived(message(1), ALICE, START, false));
      assertNull(traffic.complete(message(1), false));
      assertTrue(traffic.arrived(message(1), CAROL, START.plusSeconds(5), false));
      assertEquals(START.plusSeconds(5), traffic.complete(message(1), false));
      assertNull(traffic.complete(message(1), true));
      assertEquals(
          List.of(
              new MemberDelivery(BOB, START, START),
              new MemberDelivery(CAROL, START.plusSeconds(5), null)),
          traffic.deliveries(message(1)));
      assertNull(traffic.complete(message(2), true));
    });
  }
}
