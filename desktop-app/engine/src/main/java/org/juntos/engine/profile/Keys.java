package org.juntos.engine.profile;

import org.jspecify.annotations.Nullable;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.engine.intent.Protection;

/// What the person protects the profile with, kept while the way in may need it once more.
final class Keys implements AutoCloseable {
  private @Nullable SecretBytes passphrase;
  private org.juntos.store.keyslot.@Nullable Protection last;

  /// Takes over a passphrase, and closes the one before.
  Taken take(Protection protection) {
    close();
    switch (protection) {
      case Protection.Keyring() -> last = org.juntos.store.keyslot.Protection.keyring();
      case Protection.Passphrase(var utf8) -> {
        if (utf8.size() == 0) {
          return new Unusable("passphrase-empty");
        }
        passphrase = utf8;
        last = org.juntos.store.keyslot.Protection.passphrase(utf8);
      }
    }
    var taken = last;
    return taken == null ? new Unusable("passphrase-empty") : new Usable(taken);
  }

  org.juntos.store.keyslot.@Nullable Protection last() {
    return last;
  }

  @Override
  public void close() {
    last = null;
    var closing = passphrase;
    if (closing != null) {
      closing.close();
      passphrase = null;
    }
  }

  /// Whether it can protect anything.
  sealed interface Taken {}

  record Usable(org.juntos.store.keyslot.Protection key) implements Taken {}

  record Unusable(String code) implements Taken {}
}
