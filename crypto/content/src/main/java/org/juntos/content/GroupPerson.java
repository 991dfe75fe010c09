package org.juntos.content;

import com.google.protobuf.UnsafeByteOperations;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Somebody in a group, as another member knows them.
///
/// @param name what they say they are called
/// @param identityKey 33 bytes
public record GroupPerson(AccountId account, String name, Bytes identityKey) {
  public GroupPerson {
    name = WellFormed.name(name);
    if (!PublicKeys.isSound(identityKey)) {
      throw new IllegalArgumentException("the identity key is not sound");
    }
  }

  static GroupPerson read(org.juntos.content.proto.GroupPerson fields) {
    return new GroupPerson(
        new AccountId(BindingFields.id(fields.getAccount())),
        fields.getName(),
        Bytes.of(fields.getIdentityKey().toByteArray()));
  }

  org.juntos.content.proto.GroupPerson write() {
    return org.juntos.content.proto.GroupPerson.newBuilder()
        .setAccount(BindingFields.bytes(account.value()))
        .setName(name)
        .setIdentityKey(UnsafeByteOperations.unsafeWrap(identityKey.buffer()))
        .build();
  }
}
