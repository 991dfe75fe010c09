package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.juntos.wire.Paths;
import org.juntos.wire.group.GroupStates;
import org.juntos.wire.proto.GroupAction;
import org.juntos.wire.proto.GroupChanges;
import org.juntos.wire.proto.GroupMember.Role;
import org.juntos.wire.proto.GroupState;
import org.juntos.wire.proto.GroupState.Access;
import org.juntos.wire.proto.RelayInfo;
import org.signal.libsignal.protocol.ecc.ECPublicKey;

/// Groups over HTTP, with credentials as clients make them.
class GroupTest extends WithGroup {
  private static final String CHANGES = Paths.GROUPS + "/changes";

  private TestMember eve;

  @BeforeEach
  void start() throws Exception {
    eve = member("+4915112345670");
  }

  private void make() throws Exception {
    group.answer(group.make(ana, group.first(ana, ben)));
  }

  private static GroupAction attributes(String text) {
    return GroupAction.newBuilder().setSetAttributes(ByteString.copyFromUtf8(text)).build();
  }

  private GroupAction add(TestMember member) {
    int revision = group.state().getRevision() + 1;
    return GroupAction.newBuilder().setAdd(group.member(member, Role.MEMBER, revision)).build();
  }

  private GroupAction remove(TestMember member) {
    return GroupAction.newBuilder().setRemove(member.name(group.key())).build();
  }

  private void changed(TestMember actor, GroupAction... actions) throws Exception {
    group.answer(group.change(actor, group.next(actor, actions)));
  }

  private static void assertRefused(int status, String code, WireClient.Reply reply) {
    assertEquals(status, reply.status(), reply.text());
    assertTrue(reply.hasCode(code), reply.text());
  }

  @Test
  void the_params_are_signed_by_the_key_that_clients_trust() throws Exception {
    var info = RelayInfo.parseFrom(ana.device().client().get(Paths.RELAY, "").body());
    var said =
        ByteString.copyFromUtf8("juntos group params v1").concat(info.getGroups().getParams());
    var root = new ECPublicKey(info.getSenderTrustRoot().toByteArray());
    assertTrue(
        root.verifySignature(said.toByteArray(), info.getGroups().getSignature().toByteArray()));
    assertEquals(1_000, info.getGroups().getMaxMembers());
  }

  @Test
  void members_see_the_same_state_and_how_it_came_about() throws Exception {
    make();
    changed(ben, add(eve));
    changed(eve, attributes("another"));
    relay.restart();
    for (var member : List.of(ana, ben, eve)) {
      var answer = group.answer(group.get(member, Paths.GROUPS));
      assertEquals(GroupStates.canonical(group.state()), answer.getState());
      assertEquals(2, answer.getState().getRevision());
      assertTrue(!answer.getEndorsements().isEmpty());
    }
    var all = GroupChanges.parseFrom(group.get(ana, CHANGES).body());
    assertEquals(3, all.getChangesCount());
    assertEquals(
        ByteString.copyFrom(GroupStates.hash(all.getChanges(1)).toArray()),
        all.getChanges(2).getPrevious());
    var hers = GroupChanges.parseFrom(group.get(eve, CHANGES).body());
    assertEquals(all.getChangesList().subList(1, 3), hers.getChangesList(), "not before her time");
    var last = GroupChanges.parseFrom(group.get(ana, CHANGES + "?from=2").body());
    assertEquals(all.getChangesList().subList(2, 3), last.getChangesList());
    assertFalse(last.getMore());
  }

  @Test
  void who_is_no_member_is_told_the_same_as_for_a_group_that_is_not_there() throws Exception {
    make();
    var nothing = new TestGroup(clock);
    var forged = new HashMap<>(group.headers(ana));
    forged.put(Paths.GROUP_HEADER, nothing.headers(ana).get(Paths.GROUP_HEADER));
    var client = ana.device().client();
    var replies =
        List.of(
            group.get(eve, Paths.GROUPS),
            nothing.get(eve, Paths.GROUPS),
            group.get(eve, CHANGES),
            group.change(eve, group.next(eve, attributes("mine"))),
            group.change(eve, group.next(ana, attributes("not mine"))),
            group.make(eve, group.first(eve)),
            client.call("GET", Paths.GROUPS, null, forged, ""),
            client.call("GET", Paths.GROUPS, null, Map.of(), ""));
    for (var reply : replies) {
      assertRefused(403, "group-denied", reply);
      assertEquals(
          replies.getFirst().text().replaceAll("[0-9a-f]{16}", ""),
          reply.text().replaceAll("[0-9a-f]{16}", ""));
    }
  }

  @Test
  void whoever_was_removed_is_a_stranger() throws Exception {
    make();
    changed(ana, remove(ben));
    assertRefused(403, "group-denied", group.get(ben, Paths.GROUPS));
    assertRefused(403, "group-denied", group.get(ben, CHANGES));
    assertRefused(
        403, "group-denied", group.change(ben, group.next(ben, attributes("still here"))));
  }

  @Test
  void a_change_that_came_before_changes_nothing_and_one_that_comes_too_late_is_stale()
      throws Exception {
    make();
    var change = group.next(ben, attributes("by ben"));
    var late = group.next(ana, attributes("by ana"));
    var first = group.answer(group.change(ben, change));
    assertEquals(first, group.answer(group.change(ben, change)));
    assertRefused(409, "group-revision-stale", group.change(ana, late));
    changed(ana, attributes("by ana"));
    assertEquals(
        2, group.answer(group.change(ben, change)).getState().getRevision(), "an old one too");
  }

  @Test
  void the_same_first_change_makes_the_group_once_and_another_one_does_not() throws Exception {
    var first = group.first(ana, ben);
    var made = group.answer(group.make(ana, first));
    assertEquals(made, group.answer(group.make(ana, first)));
    assertRefused(409, "conflict", group.make(ana, group.first(ana, ben, eve)));
    assertRefused(409, "conflict", group.make(ben, group.first(ben)));
  }

  @Test
  void rules_hold_at_the_relay() throws Exception {
    make();
    assertRefused(403, "forbidden", group.change(ben, group.next(ben, remove(ana))));
    assertRefused(422, "group-needs-admin", group.change(ana, group.next(ana, remove(ana))));
    var lie = group.next(ben, attributes("x")).toBuilder().setStateHash(ByteString.EMPTY).build();
    assertRefused(422, "group-change-invalid", group.change(ben, lie));
    var nobody =
        group.member(eve, Role.MEMBER, 1).toBuilder()
            .setMember(ByteString.copyFrom(new byte[65]))
            .build();
    assertRefused(
        422,
        "group-change-invalid",
        group.change(ben, group.next(ben, GroupAction.newBuilder().setAdd(nobody).build())));
    assertEquals(0, group.state().getRevision());
  }

  @Test
  void a_change_with_what_this_relay_does_not_know_is_not_hashed_otherwise_but_refused()
      throws Exception {
    make();
    var change = group.next(ben, attributes("x"));
    var longer = change.toByteString().concat(ByteString.copyFrom(new byte[] {0x08, 0x01}));
    var reply =
        ben.device().client().call("POST", CHANGES, longer.toByteArray(), group.headers(ben), "");
    assertRefused(400, "malformed", reply);
  }

  @Test
  void whoever_leaves_is_told_that_it_is_done_and_nothing_more() throws Exception {
    make();
    var leaving = group.next(ben, remove(ben));
    var done = group.answer(group.change(ben, leaving));
    assertEquals(GroupState.getDefaultInstance(), done.getState());
    assertTrue(done.getEndorsements().isEmpty());
    changed(ana, attributes("without ben"));
    assertEquals(done, group.answer(group.change(ben, leaving)), "the answer was lost");
    assertRefused(403, "group-denied", group.get(ben, Paths.GROUPS));
  }

  @Test
  void a_credential_of_another_day_or_an_account_token_is_not_taken() throws Exception {
    make();
    var later = clock.instant().plus(Duration.ofDays(5));
    var headers = ben.headers(group.key(), later.truncatedTo(ChronoUnit.DAYS).toEpochMilli());
    var client = ben.device().client();
    assertRefused(403, "group-denied", client.call("GET", Paths.GROUPS, null, headers, ""));
    assertRefused(
        400,
        "malformed",
        client.call("GET", Paths.GROUPS, null, group.headers(ben), ben.device().token()));
    assertEquals(401, client.get(Paths.GROUP_CREDENTIALS, "").status());
  }

  @Test
  void a_member_who_may_not_post_gets_no_endorsements() throws Exception {
    make();
    changed(ana, GroupAction.newBuilder().setSetWhoPosts(Access.ADMINS).build());
    assertTrue(group.answer(group.get(ben, Paths.GROUPS)).getEndorsements().isEmpty());
    assertFalse(group.answer(group.get(ana, Paths.GROUPS)).getEndorsements().isEmpty());
  }
}
