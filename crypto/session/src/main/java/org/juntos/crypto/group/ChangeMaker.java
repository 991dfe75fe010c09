package org.juntos.crypto.group;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ChangeProof;
import org.juntos.content.GroupPerson;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.WireLimits;
import org.juntos.wire.group.GroupStates;
import org.juntos.wire.group.GroupSteps;
import org.juntos.wire.group.Stepped;
import org.juntos.wire.proto.GroupChange;

/// Makes changes of a group and signs them.
///
/// @param own who makes them
/// @param identityKey theirs
public record ChangeMaker(
    GroupSecrets group, AccountId own, Bytes identityKey, Signer signer, SecureRandom random) {
  /// More than encrypting adds.
  private static final int ENCRYPTION_BYTES = 128;

  /// Signs with the identity key.
  @FunctionalInterface
  public interface Signer {
    /// @param change SHA-256 of the change without its proof
    /// @param people SHA-256 of who comes in by it
    Bytes sign(Bytes group, Bytes change, Bytes people);
  }

  /// A change, and what it leads to.
  ///
  /// @param change serialized
  public record Made(Bytes change, GroupFacts after) {}

  /// Why there is none; stable code of the contract.
  public static final class RefusedException extends Exception {
    private final String code;

    RefusedException(String code) {
      super(code);
      this.code = code;
    }

    /// The code.
    public String code() {
      return code;
    }
  }

  /// Makes the change that follows `before`.
  ///
  /// @param before null for the first one
  /// @param people who comes in by it, as the maker knows them
  /// @throws RefusedException when the rules do not allow it
  public Made make(@Nullable GroupFacts before, List<GroupDeed> deeds, List<GroupPerson> people)
      throws RefusedException {
    int revision = before == null ? 0 : before.revision() + 1;
    var writer = new Deeds(group, own, revision);
    var change =
        GroupChange.newBuilder().setRevision(revision).setActor(Deeds.bytes(group.member(own)));
    deeds.forEach(deed -> change.addAllActions(writer.write(deed, random)));
    if (before != null) {
      change.setPrevious(Deeds.bytes(before.head()));
    }
    var after = ChangeCheck.stateAfter(before, change.build());
    change.setStateHash(Deeds.bytes(GroupStates.hash(after)));
    var signed = change.setProof(Deeds.bytes(proof(change.build(), people))).build();
    if (before == null && GroupSteps.first(signed) instanceof Stepped.Refused(var why)) {
      throw new RefusedException(why.code().text());
    }
    var facts = GroupFacts.read(group, GroupStates.hash(signed), after);
    if (facts == null) {
      throw new IllegalStateException("a state that its maker cannot read");
    }
    return new Made(Bytes.of(signed.toByteArray()), facts);
  }

  private Bytes proof(GroupChange change, List<GroupPerson> people) {
    var named = new ArrayList<GroupPerson>(people);
    while (true) {
      var signature =
          signer.sign(group.id(), GroupStates.hashToSign(change), ChangeProof.digest(named));
      var bytes = new ChangeProof(own, identityKey, signature, named).bytes();
      if (bytes.length + ENCRYPTION_BYTES <= WireLimits.MAX_GROUP_PROOF_BYTES) {
        return group.seal(bytes, random);
      }
      named.subList(named.size() / 2, named.size()).clear(); // those are asked for elsewhere
    }
  }
}
