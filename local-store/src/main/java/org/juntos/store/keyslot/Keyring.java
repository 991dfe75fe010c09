package org.juntos.store.keyslot;

import org.jspecify.annotations.Nullable;
import org.juntos.crypto.secret.SecretBytes;

/// Where the operating system keeps small secrets for the person who is logged in.
public interface Keyring {
  /// The secret under `name`; null when there is none.
  ///
  /// @throws KeyringSilentException when no keyring answers
  @Nullable SecretBytes read(String name) throws KeyringSilentException;

  /// Keeps a secret under `name`, in place of what was there.
  ///
  /// @throws KeyringSilentException when no keyring answers
  void write(String name, SecretBytes secret) throws KeyringSilentException;

  /// Forgets what is under `name`.
  ///
  /// @throws KeyringSilentException when no keyring answers
  void delete(String name) throws KeyringSilentException;

  /// Whether a keyring answers now: a question of up to some seconds.
  default boolean answers() {
    try {
      var secret = read("is anybody there");
      if (secret != null) {
        secret.close();
      }
      return true;
    } catch (KeyringSilentException _) {
      return false;
    }
  }
}
