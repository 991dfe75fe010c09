package org.juntos.content;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import java.util.List;
import org.juntos.content.proto.GroupChangeProof;
import org.juntos.content.proto.GroupPeople;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Why a change of a group can be believed: who has made it, and their signature.
///
/// @param people who comes in by the change, as far as there is room; signed as well
public record ChangeProof(
    AccountId account, Bytes identityKey, Bytes signature, List<GroupPerson> people) {
  public ChangeProof {
    people = List.copyOf(people);
    if (!PublicKeys.isSound(identityKey)) {
      throw new IllegalArgumentException("the identity key is not sound");
    }
  }

  /// What is signed of the people: SHA-256.
  public static Bytes digest(List<GroupPerson> people) {
    var fields = GroupPeople.newBuilder();
    people.forEach(person -> fields.addPeople(person.write()));
    return Bytes.of(ConversationId.sha256().digest(fields.build().toByteArray()));
  }

  /// The bytes that [#read] reads.
  public byte[] bytes() {
    var fields =
        GroupChangeProof.newBuilder()
            .setAccount(BindingFields.bytes(account.value()))
            .setIdentityKey(UnsafeByteOperations.unsafeWrap(identityKey.buffer()))
            .setSignature(UnsafeByteOperations.unsafeWrap(signature.buffer()));
    people.forEach(person -> fields.addPeople(person.write()));
    return fields.build().toByteArray();
  }

  /// @throws MalformedContentException when no version has written it
  public static ChangeProof read(byte[] bytes) throws MalformedContentException {
    try {
      var fields = GroupChangeProof.parseFrom(bytes);
      return new ChangeProof(
          new AccountId(BindingFields.id(fields.getAccount())),
          Bytes.of(fields.getIdentityKey().toByteArray()),
          Bytes.of(fields.getSignature().toByteArray()),
          GroupReader.people(fields.getPeopleList()));
    } catch (InvalidProtocolBufferException | IllegalArgumentException _) {
      throw new MalformedContentException("no proof of a change");
    }
  }
}
