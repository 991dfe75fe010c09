package org.juntos.crypto.group;

import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.GroupKey;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.signal.libsignal.protocol.ServiceId;
import org.signal.libsignal.zkgroup.InvalidInputException;
import org.signal.libsignal.zkgroup.VerificationFailedException;
import org.signal.libsignal.zkgroup.groups.ClientZkGroupCipher;
import org.signal.libsignal.zkgroup.groups.GroupMasterKey;
import org.signal.libsignal.zkgroup.groups.GroupSecretParams;
import org.signal.libsignal.zkgroup.groups.UuidCiphertext;

/// What follows from the master key of a group, and what can be done with it. The relay knows the
/// public params only.
public final class GroupSecrets {
  private final GroupKey key;
  private final GroupSecretParams params;
  private final ClientZkGroupCipher cipher;

  private GroupSecrets(GroupKey key, GroupSecretParams params) {
    this.key = key;
    this.params = params;
    cipher = new ClientZkGroupCipher(params);
  }

  /// Those of a new group.
  public static GroupSecrets make(SecureRandom random) {
    var key = new byte[GroupKey.BYTES];
    random.nextBytes(key);
    return of(new GroupKey(Bytes.of(key)));
  }

  /// Those of a group that is there.
  public static GroupSecrets of(GroupKey key) {
    try {
      var master = new GroupMasterKey(key.value().toArray());
      return new GroupSecrets(key, GroupSecretParams.deriveFromMasterKey(master));
    } catch (InvalidInputException wrongLength) {
      throw new IllegalArgumentException("no group key", wrongLength);
    }
  }

  /// What they follow from.
  public GroupKey key() {
    return key;
  }

  /// What the relay knows the group by.
  public Bytes publicParams() {
    return Bytes.of(params.getPublicParams().serialize());
  }

  /// The id of the group, 32 bytes.
  public Bytes id() {
    return Bytes.of(params.getPublicParams().getGroupIdentifier().serialize());
  }

  /// The conversation of the group.
  public ConversationId conversation() {
    return ConversationId.ofGroup(id());
  }

  /// How an account stands in the state that the relay keeps: alike each time.
  public Bytes member(AccountId account) {
    return Bytes.of(cipher.encrypt(aci(account)).serialize());
  }

  /// Whom a member of the state is; null when nobody who holds the key has put it there.
  public @Nullable AccountId account(Bytes member) {
    try {
      var opened = cipher.decrypt(new UuidCiphertext(member.toArray()));
      return opened instanceof ServiceId.Aci aci ? new AccountId(aci.getRawUUID()) : null;
    } catch (InvalidInputException | VerificationFailedException _) {
      return null;
    }
  }

  /// Encrypts something that only members may read.
  public Bytes seal(byte[] plaintext, SecureRandom random) {
    try {
      return Bytes.of(cipher.encryptBlob(random, plaintext));
    } catch (VerificationFailedException impossible) {
      throw new IllegalStateException("encrypting verifies nothing", impossible);
    }
  }

  /// Null when it was not encrypted under this key.
  public byte @Nullable [] open(Bytes sealed) {
    try {
      return cipher.decryptBlob(sealed.toArray());
    } catch (VerificationFailedException _) {
      return null;
    }
  }

  GroupSecretParams params() {
    return params;
  }

  static ServiceId.Aci aci(AccountId account) {
    return new ServiceId.Aci(account.value());
  }

  /// Does not tell the key.
  @Override
  public String toString() {
    return "GroupSecrets(" + conversation() + ")";
  }
}
