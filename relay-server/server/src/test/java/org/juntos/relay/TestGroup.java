package org.juntos.relay;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.juntos.wire.Bytes;
import org.juntos.wire.Paths;
import org.juntos.wire.group.GroupStates;
import org.juntos.wire.group.GroupSteps;
import org.juntos.wire.group.Stepped;
import org.juntos.wire.proto.GroupAction;
import org.juntos.wire.proto.GroupAnswer;
import org.juntos.wire.proto.GroupChange;
import org.juntos.wire.proto.GroupMember;
import org.juntos.wire.proto.GroupMember.Role;
import org.juntos.wire.proto.GroupState;
import org.juntos.wire.proto.GroupState.Access;
import org.signal.libsignal.protocol.ServiceId;
import org.signal.libsignal.protocol.ServiceId.Aci;
import org.signal.libsignal.zkgroup.VerificationFailedException;
import org.signal.libsignal.zkgroup.groups.ClientZkGroupCipher;
import org.signal.libsignal.zkgroup.groups.GroupSecretParams;
import org.signal.libsignal.zkgroup.groups.UuidCiphertext;
import org.signal.libsignal.zkgroup.groupsend.GroupSendEndorsement;
import org.signal.libsignal.zkgroup.groupsend.GroupSendEndorsementsResponse;

/// A group as its members know it, who have its key.
final class TestGroup {
  private final GroupSecretParams key = GroupSecretParams.generate();
  private final InstantSource clock;
  private GroupState state = GroupState.getDefaultInstance();
  private ByteString head = ByteString.EMPTY;

  TestGroup(InstantSource clock) {
    this.clock = clock;
  }

  GroupSecretParams key() {
    return key;
  }

  GroupState state() {
    return state;
  }

  Map<String, String> headers(TestMember member) {
    var today = clock.instant().truncatedTo(ChronoUnit.DAYS);
    return member.headers(key, today.toEpochMilli());
  }

  GroupMember member(TestMember member, Role role, int joined) {
    return GroupMember.newBuilder()
        .setMember(member.name(key))
        .setRole(role)
        .setJoinedAtRevision(joined)
        .build();
  }

  /// A group in which every member may everything.
  GroupChange first(TestMember maker, TestMember... others) {
    var made =
        GroupState.newBuilder()
            .setPublicParams(ByteString.copyFrom(key.getPublicParams().serialize()))
            .addMembers(member(maker, Role.ADMIN, 0))
            .setAttributes(ByteString.copyFromUtf8("sealed name"))
            .setWhoAdds(Access.EVERY_MEMBER)
            .setWhoEdits(Access.EVERY_MEMBER)
            .setWhoPosts(Access.EVERY_MEMBER);
    for (var other : others) {
      made.addMembers(member(other, Role.MEMBER, 0));
    }
    return GroupChange.newBuilder()
        .setActor(maker.name(key))
        .setStateHash(bytes(GroupStates.hash(made.build())))
        .addActions(GroupAction.newBuilder().setCreate(made))
        .setProof(ByteString.copyFromUtf8("sealed proof"))
        .build();
  }

  /// A change of what the members know now; with the hash of what comes of it, if anything does.
  GroupChange next(TestMember actor, GroupAction... actions) {
    var change =
        GroupChange.newBuilder()
            .setRevision(state.getRevision() + 1)
            .setPrevious(head)
            .setActor(actor.name(key))
            .addAllActions(List.of(actions))
            .setProof(ByteString.copyFromUtf8("sealed proof"));
    return GroupSteps.draft(state, change.build()) instanceof Stepped.To(var after)
        ? change.setStateHash(bytes(GroupStates.hash(after))).build()
        : change.setStateHash(bytes(GroupStates.hash(state))).build();
  }

  private static ByteString bytes(Bytes value) {
    return ByteString.copyFrom(value.toArray());
  }

  WireClient.Reply make(TestMember maker, GroupChange first) throws IOException {
    return taken(first, call(maker, "PUT", Paths.GROUPS, first.toByteArray(), headers(maker)));
  }

  WireClient.Reply change(TestMember actor, GroupChange change) throws IOException {
    return change(actor, change, headers(actor));
  }

  WireClient.Reply change(TestMember actor, GroupChange change, Map<String, String> headers)
      throws IOException {
    var path = Paths.GROUPS + "/changes";
    return taken(change, call(actor, "POST", path, change.toByteArray(), headers));
  }

  /// The members know what the relay has taken.
  private WireClient.Reply taken(GroupChange change, WireClient.Reply reply)
      throws InvalidProtocolBufferException {
    boolean fresh = head.isEmpty() || change.getRevision() == state.getRevision() + 1;
    if (reply.status() == 200 && fresh) {
      state =
          change.getActions(0).hasCreate()
              ? change.getActions(0).getCreate()
              : ((Stepped.To) GroupSteps.draft(state, change)).state();
      head = bytes(GroupStates.hash(change));
    }
    return reply;
  }

  WireClient.Reply get(TestMember member, String path) throws IOException {
    return call(member, "GET", path, null, headers(member));
  }

  private static WireClient.Reply call(
      TestMember member,
      String method,
      String path,
      byte @org.jspecify.annotations.Nullable [] body,
      Map<String, String> headers)
      throws IOException {
    return member.device().client().call(method, path, body, headers, "");
  }

  /// What the relay answers, looked at as a client does.
  GroupAnswer answer(WireClient.Reply reply) throws InvalidProtocolBufferException {
    if (reply.status() != 200) {
      throw new AssertionError(reply.status() + " " + reply.text());
    }
    return GroupAnswer.parseFrom(reply.body());
  }

  /// The token with which `sender` may send to `to`, by the endorsements in `answer`.
  byte[] token(GroupAnswer answer, TestMember sender, TestMember... to) throws Exception {
    var members = new ArrayList<ServiceId>();
    for (var member : answer.getState().getMembersList()) {
      members.add(
          new ClientZkGroupCipher(key)
              .decrypt(new UuidCiphertext(member.getMember().toByteArray())));
    }
    var endorsements = received(answer, members, sender.aci(), sender);
    var wanted = new ArrayList<GroupSendEndorsement>();
    for (var each : to) {
      wanted.add(endorsements.get(members.indexOf(each.aci())));
    }
    return GroupSendEndorsement.combine(wanted).toFullToken(key, expiry(answer)).serialize();
  }

  private static Instant expiry(GroupAnswer answer) {
    return Instant.ofEpochMilli(answer.getEndorsementsExpireAtMs());
  }

  private List<GroupSendEndorsement> received(
      GroupAnswer answer, List<ServiceId> members, Aci self, TestMember member) throws Exception {
    try {
      return new GroupSendEndorsementsResponse(answer.getEndorsements().toByteArray())
          .receive(members, self, clock.instant(), key, member.relay())
          .endorsements();
    } catch (VerificationFailedException refused) {
      throw new AssertionError("a client refuses the endorsements", refused);
    }
  }

  /// How long endorsements of `answer` are good for.
  Duration life(GroupAnswer answer) {
    return Duration.between(clock.instant(), expiry(answer));
  }
}
