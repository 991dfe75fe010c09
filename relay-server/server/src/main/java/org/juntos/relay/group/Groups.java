package org.juntos.relay.group;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.limit.RateLimit;
import org.juntos.relay.limit.Verdict;
import org.juntos.relay.sealed.GroupAuthority;
import org.juntos.wire.Bytes;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.WireLimits;
import org.juntos.wire.group.GroupRefusal;
import org.juntos.wire.group.GroupStates;
import org.juntos.wire.group.GroupSteps;
import org.juntos.wire.group.Stepped;
import org.juntos.wire.proto.GroupAction;
import org.juntos.wire.proto.GroupChange;
import org.juntos.wire.proto.GroupMember;
import org.juntos.wire.proto.GroupState;

/// Groups of whoever shows a credential for them. Who is no member is told the same as for a group
/// that is not there. Thread-safe.
public final class Groups {
  private static final Duration DAY = Duration.ofDays(1);
  private static final int MOST_CHANGES = 100;
  private static final int MOST_CHANGE_BYTES = 768 * 1024;

  private final GroupStore store;
  private final GroupAuthority authority;
  private final Endorsements endorsements;
  private final Doors doors;
  private final RateLimit<String> made;
  private final RateLimit<Bytes> changed;
  private final InstantSource clock;

  /// @param madePerDay groups that are made from one network address
  /// @param changesPerDay changes of one group; a thousand people may come in by a link
  public record Pace(int madePerDay, int changesPerDay) {
    /// For a relay in daily use.
    public static Pace standard() {
      return new Pace(100, 2_000);
    }

    /// No limits.
    public static Pace unhurried() {
      return new Pace(Integer.MAX_VALUE, Integer.MAX_VALUE);
    }
  }

  /// Keeps them in `store`.
  public Groups(GroupStore store, GroupAuthority authority, Pace pace, InstantSource clock) {
    this.store = store;
    this.authority = authority;
    this.endorsements = new Endorsements(authority);
    this.doors = new Doors(clock);
    this.made = new RateLimit<>(pace.madePerDay(), DAY, clock);
    this.changed = new RateLimit<>(pace.changesPerDay(), DAY, clock);
    this.clock = clock;
  }

  /// A part of the way that a group has come.
  ///
  /// @param more whether there are more after these
  public record Changes(List<Bytes> serialized, boolean more) {
    public Changes {
      serialized = List.copyOf(serialized);
    }
  }

  /// What a link leads to.
  ///
  /// @param requested whether whoever asks has asked to join
  public record Preview(GroupState state, Bytes head, boolean requested) {}

  /// Makes the group that `change` is the first of.
  public Verdict<GroupView> make(Shown shown, GroupChange change) throws IOException {
    var name = authority.member(shown.group(), shown.presentation());
    if (name == null) {
      return denied();
    }
    var there = read(shown.group());
    if (there != null) {
      return again(there, name, change);
    }
    boolean own =
        name.equals(bytes(change.getActor()))
            && change.getActionsCount() == 1
            && bytes(change.getActions(0).getCreate().getPublicParams()).equals(shown.group());
    if (!own || !areNames(change)) {
      return refused(GroupRefusal.INVALID);
    }
    return switch (GroupSteps.first(change)) {
      case Stepped.Refused(var why) -> refused(why);
      case Stepped.To(var state) -> make(shown, name, change, state);
    };
  }

  private Verdict<GroupView> make(Shown shown, Bytes name, GroupChange change, GroupState state)
      throws IOException {
    var wait = made.take(shown.networkAddress());
    if (!wait.isZero()) {
      return tooOften(wait);
    }
    var group = group(shown.group(), state, change);
    if (store.make(group.stored(), serialized(change))) {
      return Verdict.granted(view(group, name));
    }
    var there = read(shown.group()); // somebody was faster
    return there == null ? denied() : again(there, name, change);
  }

  /// The first change came once more, or another one did.
  private Verdict<GroupView> again(Group there, Bytes name, GroupChange change) throws IOException {
    if (there.member(name) == null) {
      return denied();
    }
    return isKept(there, change)
        ? Verdict.granted(view(there, name))
        : Verdict.refused(ErrorCode.CONFLICT, "There is such a group, made in another way.");
  }

  private boolean isKept(Group there, GroupChange change) throws IOException {
    var kept = store.change(there.stored().publicParams(), change.getRevision());
    return kept != null && kept.equals(serialized(change));
  }

  /// Changes the group.
  public Verdict<GroupView> change(Shown shown, GroupChange change) throws IOException {
    var name = authority.member(shown.group(), shown.presentation());
    var there = name == null ? null : read(shown.group());
    if (name == null || there == null || !name.equals(bytes(change.getActor()))) {
      return noWay(change);
    }
    if (change.getRevision() <= there.stored().revision() && isKept(there, change)) {
      return Verdict.granted(viewAfter(change, there, name));
    }
    if (!doors.letIn(there.state(), shown.password(), name, change)) {
      return noWay(change);
    }
    if (!areNames(change)) {
      return refused(GroupRefusal.INVALID);
    }
    return switch (GroupSteps.next(there.state(), there.stored().head(), change)) {
      case Stepped.Refused(var why) -> refused(why);
      case Stepped.To(var state) -> step(there, name, change, state);
    };
  }

  private Verdict<GroupView> step(Group there, Bytes name, GroupChange change, GroupState state)
      throws IOException {
    var wait = changed.take(there.stored().publicParams());
    if (!wait.isZero()) {
      return tooOften(wait);
    }
    var after = group(there.stored().publicParams(), state, change);
    return store.step(there.stored(), after.stored(), serialized(change), clock.instant())
        ? Verdict.granted(viewAfter(change, after, name))
        : refused(GroupRefusal.STALE);
  }

  /// The group as a member sees it.
  public Verdict<GroupView> read(Shown shown) throws IOException {
    var name = authority.member(shown.group(), shown.presentation());
    var there = name == null ? null : read(shown.group());
    return name == null || there == null || there.member(name) == null
        ? denied()
        : Verdict.granted(view(there, name));
  }

  /// The way of the group from `revision` on, for a member: from where they came in at the
  /// earliest.
  public Verdict<Changes> changes(Shown shown, int revision) throws IOException {
    var name = authority.member(shown.group(), shown.presentation());
    var there = name == null ? null : read(shown.group());
    var member = name == null || there == null ? null : there.member(name);
    if (there == null || member == null) {
      return denied();
    }
    int from = Math.max(revision, member.getJoinedAtRevision());
    var changes = store.changes(shown.group(), from, MOST_CHANGES, MOST_CHANGE_BYTES);
    long next = (long) from + changes.size();
    return Verdict.granted(
        new Changes(changes, !changes.isEmpty() && next <= there.stored().revision()));
  }

  /// What a link leads to, for whoever has it and is not kept out.
  public Verdict<Preview> preview(Shown shown) throws IOException {
    var name = authority.member(shown.group(), shown.presentation());
    var there = name == null ? null : read(shown.group());
    if (name == null || there == null || !doors.opens(there.state(), shown.password(), name)) {
      return noLink();
    }
    return Verdict.granted(
        new Preview(there.state(), there.stored().head(), Doors.hasAsked(there.state(), name)));
  }

  /// A stored group, parsed.
  private record Group(StoredGroup stored, GroupState state) {
    @Nullable GroupMember member(Bytes name) {
      for (var member : state.getMembersList()) {
        if (bytes(member.getMember()).equals(name)) {
          return member;
        }
      }
      return null;
    }
  }

  private @Nullable Group read(Bytes publicParams) throws IOException {
    var stored = store.find(publicParams);
    try {
      return stored == null
          ? null
          : new Group(stored, GroupState.parseFrom(stored.state().toArray()));
    } catch (InvalidProtocolBufferException damaged) {
      throw new IOException("the state of a group cannot be read", damaged);
    }
  }

  private static Group group(Bytes publicParams, GroupState state, GroupChange change) {
    var stored =
        new StoredGroup(
            publicParams,
            state.getRevision(),
            GroupStates.hash(change),
            Bytes.of(state.toByteArray()),
            state.getMembersCount() == 0);
    return new Group(stored, state);
  }

  /// Whoever has left with the change sees nothing but that it is done.
  private GroupView viewAfter(GroupChange change, Group group, Bytes name) {
    return group.member(name) == null && !Doors.hasAsked(group.state(), name)
        ? new GroupView(GroupState.getDefaultInstance(), GroupStates.hash(change), null)
        : view(group, name);
  }

  private GroupView view(Group group, Bytes name) {
    var head = group.stored().head();
    var member = group.member(name);
    boolean posts = member != null && Endorsements.mayPost(group.state(), member);
    return new GroupView(group.state(), head, posts ? endorsements.of(group.state(), head) : null);
  }

  /// Whether everybody who is named can be a member: others could not be endorsed.
  private static boolean areNames(GroupChange change) {
    var names = new ArrayList<Bytes>();
    for (var action : change.getActionsList()) {
      names.addAll(named(action));
    }
    return names.size() <= WireLimits.MAX_GROUP_MEMBERS
        && names.stream().allMatch(GroupAuthority::isMember);
  }

  private static List<Bytes> named(GroupAction action) {
    return switch (action.getKindCase()) {
      case CREATE ->
          action.getCreate().getMembersList().stream()
              .map(member -> bytes(member.getMember()))
              .toList();
      case ADD -> List.of(bytes(action.getAdd().getMember()));
      case BAN -> List.of(bytes(action.getBan()));
      default -> List.of(); // in the state already, or the actor
    };
  }

  private static Bytes bytes(ByteString value) {
    return Bytes.of(value.toByteArray());
  }

  private static Bytes serialized(GroupChange change) {
    return Bytes.of(change.toByteArray());
  }

  private static <T> Verdict<T> noWay(GroupChange change) {
    return Doors.isComing(change) ? noLink() : denied();
  }

  private static <T> Verdict<T> denied() {
    return Verdict.refused(
        ErrorCode.GROUP_DENIED, "That is no credential of a member, or there is no such group.");
  }

  private static <T> Verdict<T> noLink() {
    return Verdict.refused(
        ErrorCode.GROUP_LINK_INVALID, "The link does not lead into a group, or not any more.");
  }

  private static <T> Verdict<T> refused(GroupRefusal why) {
    var detail =
        switch (why) {
          case STALE -> "The group has changed: look at it, and make the change anew.";
          case NOT_ALLOWED -> "Whoever makes this change may not.";
          case INVALID -> "The change does not fit the group or contradicts itself.";
          case FULL -> "There is no more room in the group.";
          case NO_ADMIN -> "The group would be left without an admin.";
        };
    return Verdict.refused(why.code(), detail);
  }

  private static <T> Verdict<T> tooOften(Duration wait) {
    return Verdict.refused(ErrorCode.RATE_LIMITED, "That was done too often this day.", wait);
  }
}
