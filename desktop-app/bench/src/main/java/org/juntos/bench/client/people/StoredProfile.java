package org.juntos.bench.client.people;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import org.juntos.store.Environment;
import org.juntos.store.OpenResult;
import org.juntos.store.Profile;
import org.juntos.store.ProfileFolder;
import org.juntos.store.db.DatabaseThread;
import org.juntos.store.keyslot.Protection;
import org.juntos.store.keyslot.SystemKeyring;

/// The profile of a [Person] who is away, opened as the store sees it.
public final class StoredProfile {
  private static final Duration KEYRING_LIMIT = Duration.ofSeconds(1);

  private StoredProfile() {}

  /// Opens it; the caller closes it.
  public static Profile open(Path folder) throws IOException {
    var environment =
        new Environment(
            InstantSource.system(),
            new SecureRandom(),
            new SystemKeyring(KEYRING_LIMIT),
            DatabaseThread::calling);
    try (var secret = Person.secret()) {
      var result = new ProfileFolder(folder, environment).open(Protection.passphrase(secret));
      if (result instanceof OpenResult.Opened(var profile)) {
        return profile;
      }
      throw new IOException("the profile does not open: " + result);
    }
  }
}
