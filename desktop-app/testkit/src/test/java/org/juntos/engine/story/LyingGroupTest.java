package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.engine.connection.Delivered;
import org.juntos.engine.connection.GroupApi;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.intent.GroupWish;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.model.EntryView;
import org.juntos.testkit.lie.Lies;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.group.GroupStates;
import org.juntos.wire.proto.GroupAction;
import org.juntos.wire.proto.GroupChange;
import org.juntos.wire.proto.GroupMember;
import org.juntos.wire.proto.GroupState;

/// What a relay can do to a group: nothing that its members believe.
final class LyingGroupTest {
  @SuppressWarnings("NullAway.Init")
  private Circle circle;

  private GroupApi.@Nullable Answer before;

  @BeforeEach
  void a_group(@TempDir Path folder) throws Exception {
    circle = new Circle(folder, 23);
    circle.made(circle.ben(), circle.carla());
    circle.said(circle.ana(), "hello");
  }

  @AfterEach
  void end() {
    circle.close();
  }

  private void lie(Function<GroupApi, GroupApi> lie) {
    circle
        .relay()
        .lie(
            new Lies() {
              @Override
              public GroupApi groups(GroupApi honest) {
                return lie.apply(honest);
              }
            });
  }

  private void assertNothingLeaves(String code) throws InterruptedException {
    assertEquals(code, circle.trouble(circle.ana()));
    assertEquals(code, circle.refusal(circle.ana()));
  }

  private void assertResolved() throws InterruptedException {
    circle.relay().beHonest();
    circle.ana().done(new Intent.CheckGroup(circle.group()));
    circle.world().settle();
    assertEquals("", circle.trouble(circle.ana()));
    var message = circle.said(circle.ana(), "all is well");
    assertEquals(EntryView.Stage.DELIVERED, circle.ana().stage(message));
  }

  private static GroupState state(GroupApi.Answer answer) {
    try {
      return GroupState.parseFrom(answer.state().toArray());
    } catch (InvalidProtocolBufferException malformed) {
      throw new AssertionError(malformed);
    }
  }

  /// A change of a revision more, with an action of the relay's and somebody's proof.
  private static GroupChange made(GroupApi.Answer honest, GroupAction action, Bytes proof) {
    var state = state(honest);
    var draft =
        GroupChange.newBuilder()
            .setRevision(state.getRevision() + 1)
            .setPrevious(ByteString.copyFrom(honest.head().toArray()))
            .setActor(state.getMembers(0).getMember())
            .addActions(action)
            .setProof(ByteString.copyFrom(proof.toArray()));
    return draft
        .setStateHash(ByteString.copyFrom(GroupStates.hash(after(state, action)).toArray()))
        .build();
  }

  private static GroupState after(GroupState state, GroupAction action) {
    var after = state.toBuilder().setRevision(state.getRevision() + 1);
    if (action.hasAdd()) {
      after.addMembers(action.getAdd());
    }
    return GroupStates.canonical(after.build());
  }

  @Test
  void nothing_that_members_have_not_signed_is_believed() throws Exception {
    aMemberThatNobodyHasAdded();
    aRemovalThatNobodyHasSigned();
    aNoOfTheRelay();
    anotherState();
    anOlderState();
  }

  private void aMemberThatNobodyHasAdded() throws InterruptedException {
    var ghost =
        GroupAction.newBuilder()
            .setAdd(
                GroupMember.newBuilder()
                    .setMember(ByteString.copyFrom(new byte[65]))
                    .setRole(GroupMember.Role.MEMBER)
                    .setJoinedAtRevision(1))
            .build();
    lie(honest -> new Forging(honest, ghost));
    circle.ana().submit(new Intent.CheckGroup(circle.group()));
    circle.world().settle();
    assertNothingLeaves("group-unsigned");
    assertEquals(3, circle.members(circle.ana()).size());
    assertResolved();
  }

  private void aRemovalThatNobodyHasSigned() throws InterruptedException {
    lie(honest -> new Forging(honest, null));
    circle.ana().submit(new Intent.CheckGroup(circle.group()));
    circle.world().settle();
    assertNothingLeaves("group-unsigned");
    assertEquals(3, circle.members(circle.ana()).size());
    assertResolved();
  }

  private void anOlderState() throws InterruptedException {
    lie(honest ->
        new PassedGroups(honest) {
          @Override
          public RelayResult<Answer> look(Shown shown) throws IOException {
            var answer = honest.look(shown);
            if (before == null && answer instanceof RelayResult.Ok<Answer>(var seen)) {
              before = seen;
            }
            return answer;
          }
        });
    circle.ana().done(new Intent.CheckGroup(circle.group()));
    circle.relay().beHonest();
    circle.does(circle.ana(), new GroupWish.Remove(circle.carla().account(), false));
    var old = Objects.requireNonNull(before);
    lie(honest ->
        new PassedGroups(honest) {
          @Override
          public RelayResult<Answer> look(Shown shown) {
            return new RelayResult.Ok<>(old);
          }
        });
    circle.ana().submit(new Intent.CheckGroup(circle.group()));
    circle.world().settle();
    assertNothingLeaves("group-rolled-back");
    assertEquals(2, circle.members(circle.ana()).size());
    assertResolved();
  }

  private void anotherState() throws InterruptedException {
    lie(honest ->
        new PassedGroups(honest) {
          @Override
          public RelayResult<Answer> look(Shown shown) throws IOException {
            return honest.look(shown).map(LyingGroupTest::withoutTheLast);
          }
        });
    circle.ana().submit(new Intent.CheckGroup(circle.group()));
    circle.world().settle();
    assertNothingLeaves("group-unsigned");
    assertEquals(3, circle.members(circle.ana()).size());
    assertResolved();
  }

  private static GroupApi.Answer withoutTheLast(GroupApi.Answer seen) {
    var state = state(seen);
    var fewer = state.toBuilder().removeMembers(state.getMembersCount() - 1).build();
    return new GroupApi.Answer(Bytes.of(fewer.toByteArray()), seen.head(), seen.endorsements());
  }

  private void aNoOfTheRelay() throws InterruptedException {
    lie(honest ->
        new PassedGroups(honest) {
          @Override
          public RelayResult<Answer> look(Shown shown) {
            return new RelayResult.Refused<>(ErrorCode.GROUP_DENIED, "1", null, "no such group");
          }
        });
    circle.ana().submit(new Intent.CheckGroup(circle.group()));
    circle.world().settle();
    assertNothingLeaves("group-denied");
    assertResolved();
  }

  @Test
  void who_is_let_in_is_shown_the_very_change_that_did_it() throws Exception {
    circle.does(circle.ana(), new GroupWish.Remove(circle.carla().account(), false));
    lie(honest ->
        new PassedGroups(honest) {
          @Override
          public RelayResult<Changes> changes(Shown shown, int from) throws IOException {
            return honest.changes(shown, from).map(LyingGroupTest::ofNobody);
          }
        });
    circle.does(circle.ana(), new GroupWish.Add(List.of(circle.carla().account())));
    assertEquals("group-unsigned", circle.trouble(circle.carla()));
    circle.relay().beHonest();
    assertEquals("", circle.checked(circle.carla()));
    assertEquals("", circle.trouble(circle.carla()));
  }

  /// The same change, to the same state, which nobody has signed.
  private static GroupApi.Changes ofNobody(GroupApi.Changes honest) {
    try {
      var first = GroupChange.parseFrom(honest.changes().getFirst().toArray());
      var turned = first.toBuilder().clearProof().build();
      return new GroupApi.Changes(List.of(Bytes.of(turned.toByteArray())), false);
    } catch (InvalidProtocolBufferException malformed) {
      throw new AssertionError(malformed);
    }
  }

  @Test
  void a_message_that_was_withheld_is_missed_and_comes_from_another_member() throws Exception {
    var carla = new DeviceAddress(circle.carla().account(), DeviceAddress.PRIMARY_DEVICE);
    circle
        .relay()
        .lie(
            new Lies() {
              @Override
              public List<Delivered> deliveries(DeviceAddress to, List<Delivered> honest) {
                return to.equals(carla) ? List.of() : honest;
              }
            });
    var withheld = circle.said(circle.ana(), "withheld");
    assertEquals(EntryView.Stage.SENT, circle.ana().stage(withheld));
    assertEquals(List.of("hello", "withheld"), circle.heard(circle.ben()));
    circle.relay().beHonest();
    circle.said(circle.ana(), "later");
    assertEquals(List.of("hello", "withheld", "later"), circle.heard(circle.carla()));
    assertEquals(EntryView.Stage.DELIVERED, circle.ana().stage(withheld));
    assertTrue(
        circle.entries(circle.carla()).stream()
            .noneMatch(entry -> entry.kind() == EntryView.Kind.GAP));
  }

  /// Makes up a change of its own, or says a removal of somebody once more.
  private static final class Forging extends PassedGroups {
    private final GroupApi honest;
    private final @Nullable GroupAction action;

    Forging(GroupApi honest, @Nullable GroupAction action) {
      super(honest);
      this.honest = honest;
      this.action = action;
    }

    private GroupChange change(GroupApi.Shown shown) throws IOException {
      var answer = assertInstanceOf(RelayResult.Ok.class, honest.look(shown)).value();
      var first = assertInstanceOf(RelayResult.Ok.class, honest.changes(shown, 0)).value();
      try {
        var proof =
            GroupChange.parseFrom(((Changes) first).changes().getFirst().toArray()).getProof();
        var seen = (Answer) answer;
        var removal =
            GroupAction.newBuilder().setRemove(state(seen).getMembers(1).getMember()).build();
        return made(seen, action == null ? removal : action, Bytes.of(proof.toByteArray()));
      } catch (InvalidProtocolBufferException malformed) {
        throw new AssertionError(malformed);
      }
    }

    @Override
    public RelayResult<Answer> look(Shown shown) throws IOException {
      var change = change(shown);
      return honest
          .look(shown)
          .map(seen ->
              new Answer(
                  Bytes.of(
                      state(seen).toBuilder()
                          .setRevision(change.getRevision())
                          .build()
                          .toByteArray()),
                  GroupStates.hash(change),
                  seen.endorsements()));
    }

    @Override
    public RelayResult<Changes> changes(Shown shown, int from) throws IOException {
      var change = change(shown);
      return honest
          .changes(shown, from)
          .map(seen -> {
            var all = new ArrayList<>(seen.changes());
            all.add(Bytes.of(change.toByteArray()));
            return new Changes(all, false);
          });
    }
  }
}
