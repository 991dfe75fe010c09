package org.juntos.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.store.db.DatabaseThread;
import org.juntos.store.keyslot.Keyring;
import org.juntos.store.keyslot.Protection;
import org.juntos.store.outbox.Outbox;

/// A program that writes entries with their jobs until it is killed, and says each number when its
/// write has returned.
public final class KilledWriter {
  static final int ROUND = 100_000;

  private KilledWriter() {}

  /// Arguments: folder, file for the keyring's secret, first number.
  public static void main(String[] arguments) throws IOException {
    var profile = profile(folder(Path.of(arguments[0]), Path.of(arguments[1])));
    write(profile.store(), Integer.parseInt(arguments[2]));
  }

  static ProfileFolder folder(Path folder, Path secret) {
    return new ProfileFolder(
        folder,
        new Environment(
            InstantSource.fixed(Fixture.START),
            new SecureRandom(),
            new FileKeyring(secret),
            DatabaseThread::own));
  }

  static OpenResult open(Path folder, Path secret) throws IOException {
    return folder(folder, secret).open(Protection.keyring());
  }

  private static Profile profile(ProfileFolder folder) throws IOException {
    if (folder.inspect() instanceof ProfileState.Absent) {
      return ((CreateResult.Created) folder.create(Protection.keyring())).profile();
    }
    return ((OpenResult.Opened) folder.open(Protection.keyring())).profile();
  }

  private static void write(Store store, int first) {
    for (var number = first; number < first + ROUND; number++) {
      var mine = number;
      store.write(txn -> {
        txn.history().open(Fixture.WITH_BOB, Fixture.BOB, Fixture.START);
        txn.history().append(Fixture.outgoing(mine));
        txn.outbox().add(Fixture.job(Fixture.BOB, mine, Outbox.Kind.MESSAGE));
        txn.settings().put("written " + mine, "x".repeat(mine % 3000));
        return true;
      });
      var line = (number + "\n").getBytes(StandardCharsets.UTF_8);
      System.out.write(line, 0, line.length);
      System.out.flush();
    }
  }

  /// Keeps the one secret in a file, so that the next program finds it.
  private record FileKeyring(Path file) implements Keyring {
    @Override
    public SecretBytes read(String name) {
      try {
        return SecretBytes.takeFrom(Files.readAllBytes(file));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void write(String name, SecretBytes secret) {
      secret.use(bytes -> {
        try {
          return Files.write(file, bytes);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
    }

    @Override
    public void delete(String name) {
      throw new AssertionError("nothing is deleted here");
    }
  }
}
