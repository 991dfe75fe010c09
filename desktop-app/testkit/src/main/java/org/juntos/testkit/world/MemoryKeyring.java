package org.juntos.testkit.world;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.store.keyslot.Keyring;

/// A keyring that lives as long as its world. Not thread-safe.
public final class MemoryKeyring implements Keyring {
  private final Map<String, SecretBytes> secrets = new HashMap<>();

  MemoryKeyring copy() {
    var copy = new MemoryKeyring();
    secrets.forEach((name, secret) -> copy.secrets.put(name, secret.copy()));
    return copy;
  }

  @Override
  public @Nullable SecretBytes read(String name) {
    var secret = secrets.get(name);
    return secret == null ? null : secret.copy();
  }

  @Override
  public void write(String name, SecretBytes secret) {
    secrets.put(name, secret.copy());
  }

  @Override
  public void delete(String name) {
    secrets.remove(name);
  }
}
