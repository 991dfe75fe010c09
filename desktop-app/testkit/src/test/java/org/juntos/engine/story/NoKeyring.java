package org.juntos.engine.story;

import org.jspecify.annotations.Nullable;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.store.keyslot.Keyring;
import org.juntos.store.keyslot.KeyringSilentException;

/// A system without a keyring.
final class NoKeyring implements Keyring {
  @Override
  public @Nullable SecretBytes read(String name) throws KeyringSilentException {
    throw new KeyringSilentException("none here");
  }

  @Override
  public void write(String name, SecretBytes secret) throws KeyringSilentException {
    throw new KeyringSilentException("none here");
  }

  @Override
  public void delete(String name) throws KeyringSilentException {
    throw new KeyringSilentException("none here");
  }
}
