package org.juntos.store;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.store.keyslot.Keyring;
import org.juntos.store.keyslot.KeyringSilentException;

/// A keyring that forgets everything with the test, and falls silent when told to.
public final class MemoryKeyring implements Keyring {
  public final Map<String, byte[]> secrets = new HashMap<>();
  public boolean silent;

  @Override
  public @Nullable SecretBytes read(String name) throws KeyringSilentException {
    answer();
    var secret = secrets.get(name);
    return secret == null ? null : SecretBytes.takeFrom(secret.clone());
  }

  @Override
  public void write(String name, SecretBytes secret) throws KeyringSilentException {
    answer();
    secrets.put(name, secret.use(byte[]::clone));
  }

  @Override
  public void delete(String name) throws KeyringSilentException {
    answer();
    secrets.remove(name);
  }

  private void answer() throws KeyringSilentException {
    if (silent) {
      throw new KeyringSilentException("told to be silent");
    }
  }
}
