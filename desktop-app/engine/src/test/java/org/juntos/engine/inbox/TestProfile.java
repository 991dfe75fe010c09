package org.juntos.engine.inbox;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.UUID;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.engine.connection.RelayAddress;
import org.juntos.engine.device.CryptoSource;
import org.juntos.engine.device.Self;
import org.juntos.store.CreateResult;
import org.juntos.store.Environment;
import org.juntos.store.Profile;
import org.juntos.store.ProfileFolder;
import org.juntos.store.db.DatabaseThread;
import org.juntos.store.keyslot.Protection;
import org.juntos.store.keyslot.SystemKeyring;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// A profile with a device of its own, on a relay that is not there.
record TestProfile(Profile profile, Self self) implements AutoCloseable {
  static TestProfile in(Path folder, CryptoSource cryptos, SecureRandom random) throws IOException {
    var environment =
        new Environment(
            cryptos.clock(),
            random,
            new SystemKeyring(Duration.ofMillis(1)),
            DatabaseThread::calling);
    try (var passphrase = SecretBytes.random(8, random)) {
      var made = new ProfileFolder(folder, environment).create(Protection.passphrase(passphrase));
      if (!(made instanceof CreateResult.Created(var profile))) {
        throw new IOException("not made: " + made);
      }
      return new TestProfile(profile, self(profile, cryptos));
    }
  }

  /// Its relay has any sound key: nothing here was signed by it.
  private static Self self(Profile profile, CryptoSource cryptos) {
    var account = new AccountId(UUID.randomUUID());
    var device = profile.store().write(txn -> cryptos.in(txn).createDevice(account, 1));
    var relay = new RelayAddress(URI.create("http://127.0.0.1:1"), Bytes.EMPTY);
    return new Self(device.address(), device.identityKey(), relay, device.identityKey());
  }

  @Override
  public void close() {
    profile.close();
  }
}
