package org.juntos.engine.story;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.connection.GroupApi;
import org.juntos.engine.connection.RelayResult;
import org.juntos.relay.sealed.GroupAuthority;
import org.juntos.testkit.lie.Lies;
import org.juntos.testkit.world.Person;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.group.GroupStates;
import org.juntos.wire.group.GroupSteps;
import org.juntos.wire.group.Stepped;
import org.juntos.wire.proto.GroupChange;
import org.juntos.wire.proto.GroupState;

/// A history of a group of its own, which the relay shows to some of its people while all others
/// see the real one. It begins where the group is when the first of them looks.
final class Branch implements Lies {
  private final GroupAuthority authority;
  private final Set<AccountId> people;
  private final List<GroupChange> changes = new ArrayList<>();
  private @Nullable GroupState state;
  private Bytes head = Bytes.EMPTY;

  private Branch(GroupAuthority authority, Set<AccountId> people) {
    this.authority = authority;
    this.people = people;
  }

  /// Shows it to these from now on.
  static Branch shownTo(Circle circle, Person... people) throws InterruptedException {
    var branch =
        new Branch(
            circle.world().relay().services().ofGroups().authority(),
            Stream.of(people).map(Person::account).collect(Collectors.toSet()));
    circle.relay().lie(branch);
    circle.check(people[0]);
    return branch;
  }

  @Override
  public GroupApi groups(DeviceAddress asking, GroupApi honest) {
    return people.contains(asking.account()) ? new Shown(honest) : honest;
  }

  private static GroupState state(Bytes bytes) {
    try {
      return GroupState.parseFrom(bytes.toArray());
    } catch (InvalidProtocolBufferException malformed) {
      throw new AssertionError(malformed);
    }
  }

  private static Bytes bytes(com.google.protobuf.MessageLite message) {
    return Bytes.of(message.toByteArray());
  }

  /// What its people are told.
  private final class Shown extends PassedGroups {
    private final GroupApi honest;

    private Shown(GroupApi honest) {
      super(honest);
      this.honest = honest;
    }

    @Override
    public RelayResult<Answer> look(GroupApi.Shown shown) throws IOException {
      if (state != null) {
        return new RelayResult.Ok<>(answer(state));
      }
      var answer = honest.look(shown);
      if (answer instanceof RelayResult.Ok<Answer>(var real)) {
        state = state(real.state());
        head = real.head();
      }
      return answer;
    }

    private Answer answer(GroupState shown) {
      var names =
          shown.getMembersList().stream()
              .map(member -> Bytes.of(member.getMember().toByteArray()))
              .toList();
      return new Answer(bytes(shown), head, authority.endorse(names, authority.expiry()));
    }

    @Override
    public RelayResult<Changes> changes(GroupApi.Shown shown, int from) {
      return new RelayResult.Ok<>(
          new Changes(
              changes.stream()
                  .filter(change -> change.getRevision() >= from)
                  .map(Branch::bytes)
                  .toList(),
              false));
    }

    @Override
    public RelayResult<Answer> change(GroupApi.Shown shown, Bytes change, Bytes password) {
      try {
        var parsed = GroupChange.parseFrom(change.toArray());
        if (state != null && GroupSteps.next(state, head, parsed) instanceof Stepped.To(var next)) {
          state = next;
          head = GroupStates.hash(parsed);
          changes.add(parsed);
          return new RelayResult.Ok<>(answer(next));
        }
        return new RelayResult.Refused<>(ErrorCode.GROUP_REVISION_STALE, "1", null, "");
      } catch (InvalidProtocolBufferException malformed) {
        throw new AssertionError(malformed);
      }
    }
  }
}
