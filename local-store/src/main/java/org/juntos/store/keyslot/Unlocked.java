package org.juntos.store.keyslot;

import org.juntos.crypto.secret.SecretBytes;

/// How trying to unlock ended.
public sealed interface Unlocked {
  /// The database key, the receiver's to close.
  final class Key implements Unlocked {
    private final SecretBytes value;

    Key(SecretBytes value) {
      this.value = value;
    }

    /// 32 bytes.
    public SecretBytes value() {
      return value;
    }
  }

  /// Another passphrase, or the keyring has another secret or none.
  record Wrong() implements Unlocked {}

  /// No slot of that kind.
  record NoSuchSlot() implements Unlocked {}

  /// The keyring does not answer.
  record KeyringSilent(String why) implements Unlocked {}

  /// Neither the file of slots nor its copy is what was written.
  record Unreadable() implements Unlocked {}
}
