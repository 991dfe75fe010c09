package org.juntos.store.keyslot;

import org.juntos.crypto.secret.SecretBytes;

/// What a person protects a profile with, and unlocks it with.
public sealed interface Protection {
  /// A passphrase: its text as UTF-8, normalised (NFC) so that every keyboard writes it alike. It
  /// stays the caller's to close.
  static Protection passphrase(SecretBytes text) {
    return new Passphrase(text);
  }

  /// The keyring of the system: nothing to type.
  static Protection keyring() {
    return new SystemKept();
  }

  /// Which kind of slot it fits.
  KeySlot.Kind kind();

  /// See [#passphrase(SecretBytes)].
  final class Passphrase implements Protection {
    private final SecretBytes text;

    private Passphrase(SecretBytes text) {
      if (text.size() == 0) {
        throw new IllegalArgumentException("an empty passphrase protects nothing");
      }
      this.text = text;
    }

    SecretBytes text() {
      return text;
    }

    @Override
    public KeySlot.Kind kind() {
      return KeySlot.Kind.PASSPHRASE;
    }
  }

  /// See [#keyring()].
  final class SystemKept implements Protection {
    private SystemKept() {}

    @Override
    public KeySlot.Kind kind() {
      return KeySlot.Kind.KEYRING;
    }
  }
}
