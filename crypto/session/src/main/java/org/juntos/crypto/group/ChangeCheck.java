package org.juntos.crypto.group;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ChangeProof;
import org.juntos.content.GroupPerson;
import org.juntos.content.MalformedContentException;
import org.juntos.crypto.session.DeviceCrypto;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.group.GroupStates;
import org.juntos.wire.group.GroupSteps;
import org.juntos.wire.group.Stepped;
import org.juntos.wire.proto.GroupChange;
import org.juntos.wire.proto.GroupState;

/// Checks what the relay says has changed in a group: each change has to follow the one before, to
/// be allowed to whoever made it, to lead to the state that it names, and to be signed by them.
public final class ChangeCheck {
  private final GroupSecrets group;
  private final Keys keys;

  /// @param keys who has which identity key
  public ChangeCheck(GroupSecrets group, Keys keys) {
    this.group = group;
    this.keys = keys;
  }

  /// Who has which identity key.
  @FunctionalInterface
  public interface Keys {
    /// Null when that is not known.
    @Nullable Bytes of(AccountId account);
  }

  /// What was found.
  public sealed interface Checked {
    /// It holds.
    ///
    /// @param people who comes in by it, as its actor knows them
    record Holds(GroupFacts after, AccountId actor, List<GroupDeed> deeds, List<GroupPerson> people)
        implements Checked {
      public Holds {
        deeds = List.copyOf(deeds);
        people = List.copyOf(people);
      }
    }

    /// It is signed with a key of which it is not known whether it is the actor's.
    record UnknownKey(AccountId actor, Bytes shown) implements Checked {}

    /// Nothing of it is to be believed.
    ///
    /// @param why for whoever looks closer
    record Broken(String why) implements Checked {}
  }

  /// Checks a change against the state that it is said to follow.
  ///
  /// @param before null for the first one
  /// @param serialized as the relay gave it
  public Checked check(@Nullable GroupFacts before, Bytes serialized) {
    try {
      var change = GroupChange.parseFrom(serialized.buffer());
      var stepped =
          before == null
              ? GroupSteps.first(change)
              : GroupSteps.next(state(before), before.head(), change);
      return switch (stepped) {
        case Stepped.To(var after) -> proved(change, after);
        case Stepped.Refused(var why) ->
            new Checked.Broken("change " + change.getRevision() + ": " + why.code().text());
      };
    } catch (InvalidProtocolBufferException _) {
      return new Checked.Broken("it is no change");
    }
  }

  private Checked proved(GroupChange change, GroupState after) {
    var actor = group.account(Bytes.of(change.getActor().toByteArray()));
    var proof = proof(change);
    if (actor == null || proof == null || !proof.account().equals(actor)) {
      return new Checked.Broken("change " + change.getRevision() + " has no proof");
    }
    var known = keys.of(actor);
    if (known == null) {
      return new Checked.UnknownKey(actor, proof.identityKey());
    }
    if (!known.equals(proof.identityKey()) || !isSigned(change, proof)) {
      return new Checked.Broken("change " + change.getRevision() + " is not signed by its actor");
    }
    return read(change, after, actor, proof);
  }

  private Checked read(GroupChange change, GroupState after, AccountId actor, ChangeProof proof) {
    var facts = GroupFacts.read(group, GroupStates.hash(change), after);
    if (facts == null) {
      return new Checked.Broken("change " + change.getRevision() + " names who is no account");
    }
    var reader = new Deeds(group, actor, change.getRevision());
    var deeds = new ArrayList<GroupDeed>();
    for (var action : change.getActionsList()) {
      var deed = reader.read(action, facts.rules());
      if (deed == null) {
        return new Checked.Broken("change " + change.getRevision() + " cannot be read");
      }
      if (!deeds.contains(deed)) {
        deeds.add(deed);
      }
    }
    return new Checked.Holds(facts, actor, deeds, proof.people());
  }

  private @Nullable ChangeProof proof(GroupChange change) {
    var opened = group.open(Bytes.of(change.getProof().toByteArray()));
    try {
      return opened == null ? null : ChangeProof.read(opened);
    } catch (MalformedContentException _) {
      return null;
    }
  }

  private boolean isSigned(GroupChange change, ChangeProof proof) {
    return DeviceCrypto.isGroupChangeSigned(
        proof.identityKey(),
        group.id(),
        GroupStates.hashToSign(change),
        ChangeProof.digest(proof.people()),
        proof.signature());
  }

  /// A removal that its actor has signed.
  ///
  /// @param head hash of the change
  public record Removal(AccountId actor, int revision, Bytes head) {}

  /// The removal of `whom` by a change that cannot be seen in its place any more; null when nobody
  /// whose key is known has signed that.
  ///
  /// @param after a revision that it has to come after
  public @Nullable Removal removal(Bytes serialized, AccountId whom, int after) {
    try {
      var change = GroupChange.parseFrom(serialized.buffer());
      var actor = group.account(Bytes.of(change.getActor().toByteArray()));
      var proof = proof(change);
      if (actor == null || proof == null || change.getRevision() <= after) {
        return null;
      }
      var member = Deeds.bytes(group.member(whom));
      boolean removes =
          change.getActionsList().stream()
              .anyMatch(action -> action.hasRemove() && action.getRemove().equals(member));
      boolean signed =
          proof.account().equals(actor)
              && Objects.equals(proof.identityKey(), keys.of(actor))
              && isSigned(change, proof);
      return removes && signed
          ? new Removal(actor, change.getRevision(), GroupStates.hash(change))
          : null;
    } catch (InvalidProtocolBufferException _) {
      return null;
    }
  }

  /// Hash of a change, as the next one names it.
  public static Bytes hash(Bytes serialized) {
    try {
      return GroupStates.hash(GroupChange.parseFrom(serialized.buffer()));
    } catch (InvalidProtocolBufferException malformed) {
      throw new IllegalArgumentException("no change", malformed);
    }
  }

  /// The state that a member was given with the change that let them in; null when that change does
  /// not lead to it.
  public @Nullable GroupFacts introduced(Bytes serialized, Bytes state) {
    try {
      var change = GroupChange.parseFrom(serialized.buffer());
      var facts = GroupFacts.read(group, GroupStates.hash(change), state);
      boolean leads =
          facts != null
              && facts.revision() == change.getRevision()
              && GroupStates.hash(state(facts))
                  .equals(Bytes.of(change.getStateHash().toByteArray()));
      return leads ? facts : null;
    } catch (InvalidProtocolBufferException _) {
      return null;
    }
  }

  static GroupState stateAfter(@Nullable GroupFacts before, GroupChange change)
      throws ChangeMaker.RefusedException {
    if (before == null) {
      return GroupStates.canonical(change.getActions(0).getCreate());
    }
    return switch (GroupSteps.draft(state(before), change)) {
      case Stepped.To(var after) -> after;
      case Stepped.Refused(var why) -> throw new ChangeMaker.RefusedException(why.code().text());
    };
  }

  private static GroupState state(GroupFacts facts) {
    try {
      return GroupState.parseFrom(facts.state().buffer());
    } catch (InvalidProtocolBufferException damaged) {
      throw new IllegalStateException("a state that was read before", damaged);
    }
  }
}
