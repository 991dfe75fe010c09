package org.juntos.engine.intent;

import org.juntos.crypto.secret.SecretBytes;

/// What guards the profile's database key.
public sealed interface Protection {
  /// The keyring of the operating system.
  record Keyring() implements Protection {}

  /// A passphrase, UTF-8. The engine closes it.
  record Passphrase(SecretBytes utf8) implements Protection {}
}
