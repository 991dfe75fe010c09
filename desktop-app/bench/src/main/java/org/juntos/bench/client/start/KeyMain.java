package org.juntos.bench.client.start;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import org.juntos.bench.client.people.Person;
import org.juntos.store.keyslot.KeySlots;
import org.juntos.store.keyslot.Protection;
import org.juntos.store.keyslot.SystemKeyring;
import org.juntos.store.keyslot.Unlocked;

/// Opens the key slot of `PROFILE` alone, as cold as a start does, and says how many milliseconds
/// that took. Slow by design: the passphrase goes through Argon2id.
final class KeyMain {
  private KeyMain() {}

  public static void main(String[] arguments) throws IOException {
    var slots =
        new KeySlots(
            Path.of(arguments[0]),
            InstantSource.system(),
            new SecureRandom(),
            new SystemKeyring(Duration.ofSeconds(1)));
    try (var secret = Person.secret()) {
      long before = System.nanoTime();
      if (!(slots.unlock(Protection.passphrase(secret)) instanceof Unlocked.Key key)) {
        throw new IOException("the passphrase does not fit");
      }
      System.out.println("opened " + (System.nanoTime() - before) / 1e6);
      key.value().close();
    }
  }
}
