package org.juntos.relay.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.juntos.relay.ManualClock;
import org.juntos.relay.limit.Verdict;
import org.juntos.relay.sealed.GroupAuthority;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.group.GroupStates;
import org.juntos.wire.group.GroupSteps;
import org.juntos.wire.group.Stepped;
import org.juntos.wire.proto.GroupAction;
import org.juntos.wire.proto.GroupChange;
import org.juntos.wire.proto.GroupMember.Role;
import org.juntos.wire.proto.GroupState;
import org.juntos.wire.proto.GroupState.Access;
import org.signal.libsignal.protocol.ServiceId.Aci;
import org.signal.libsignal.protocol.ServiceId.Pni;
import org.signal.libsignal.zkgroup.ServerPublicParams;
import org.signal.libsignal.zkgroup.auth.AuthCredentialWithPniResponse;
import org.signal.libsignal.zkgroup.auth.ClientZkAuthOperations;
import org.signal.libsignal.zkgroup.groups.ClientZkGroupCipher;
import org.signal.libsignal.zkgroup.groups.GroupSecretParams;

/// What one group and one place may cost the relay.
class GroupsTest {
  private static final AccountId ANA = new AccountId(UUID.randomUUID());

  private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T10:00:00Z"));
  private final GroupAuthority authority = new GroupAuthority(GroupAuthority.newKeys(), clock);
  private final Groups groups =
      new Groups(new MemoryGroups(), authority, new Groups.Pace(2, 150), clock);

  private Shown shown(GroupSecretParams key) throws Exception {
    var client =
        new ClientZkAuthOperations(new ServerPublicParams(authority.publicParams().toArray()));
    var today = authority.credentials(ANA).getFirst();
    var credential =
        client.receiveAuthCredentialWithPniAsServiceId(
            new Aci(ANA.value()),
            new Pni(ANA.value()),
            today.day().getEpochSecond(),
            new AuthCredentialWithPniResponse(today.response().toArray()));
    return new Shown(
        Bytes.of(key.getPublicParams().serialize()),
        Bytes.of(client.createAuthCredentialPresentation(key, credential).serialize()),
        Bytes.EMPTY,
        "192.0.2.1");
  }

  private static ByteString bytes(Bytes value) {
    return ByteString.copyFrom(value.toArray());
  }

  private static GroupChange first(GroupSecretParams key) {
    var name = new ClientZkGroupCipher(key).encrypt(new Aci(ANA.value())).serialize();
    var state =
        GroupState.newBuilder()
            .setPublicParams(ByteString.copyFrom(key.getPublicParams().serialize()))
            .setWhoAdds(Access.ADMINS)
            .setWhoEdits(Access.ADMINS)
            .setWhoPosts(Access.ADMINS);
    state.addMembersBuilder().setMember(ByteString.copyFrom(name)).setRole(Role.ADMIN);
    return GroupChange.newBuilder()
        .setActor(ByteString.copyFrom(name))
        .setStateHash(bytes(GroupStates.hash(state.build())))
        .addActions(GroupAction.newBuilder().setCreate(state))
        .build();
  }

  private static GroupChange next(GroupView view, ByteString actor) {
    var state = view.state();
    var change =
        GroupChange.newBuilder()
            .setRevision(state.getRevision() + 1)
            .setPrevious(bytes(view.head()))
            .setActor(actor)
            .addActions(
                GroupAction.newBuilder()
                    .setSetAttributes(ByteString.copyFromUtf8("name " + state.getRevision())));
    var after = (Stepped.To) GroupSteps.draft(state, change.build());
    return change.setStateHash(bytes(GroupStates.hash(after.state()))).build();
  }

  private static <T> T granted(Verdict<T> verdict) {
    return switch (verdict) {
      case Verdict.Granted<T>(var value) -> value;
      case Verdict.Refused<T> refused -> throw new AssertionError(refused);
    };
  }

  private static void assertTooOften(Verdict<?> verdict) {
    var refused = assertInstanceOf(Verdict.Refused.class, verdict);
    assertEquals(ErrorCode.RATE_LIMITED, refused.code());
    assertFalse(refused.retryAfter().isZero());
  }

  @Test
  void so_many_groups_are_made_from_one_place_in_a_day() throws Exception {
    for (int i = 0; i < 2; i++) {
      var key = GroupSecretParams.generate();
      granted(groups.make(shown(key), first(key)));
      granted(groups.make(shown(key), first(key))); // once more, which makes none
    }
    var key = GroupSecretParams.generate();
    assertTooOften(groups.make(shown(key), first(key)));
    clock.advance(Duration.ofDays(1));
    granted(groups.make(shown(key), first(key)));
  }

  @Test
  void so_often_a_group_changes_in_a_day_and_its_way_comes_in_parts() throws Exception {
    var key = GroupSecretParams.generate();
    var shown = shown(key);
    var view = granted(groups.make(shown, first(key)));
    var actor = first(key).getActor();
    for (int i = 0; i < 150; i++) {
      view = granted(groups.change(shown, next(view, actor)));
    }
    assertTooOften(groups.change(shown, next(view, actor)));
    var begin = granted(groups.changes(shown, 0));
    assertEquals(100, begin.serialized().size());
    assertTrue(begin.more());
    var end = granted(groups.changes(shown, 100));
    assertEquals(51, end.serialized().size());
    assertFalse(end.more());
  }
}
