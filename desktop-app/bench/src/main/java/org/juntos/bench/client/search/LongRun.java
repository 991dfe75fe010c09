package org.juntos.bench.client.search;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.juntos.bench.client.people.Person;
import org.juntos.store.CreateResult;
import org.juntos.store.Environment;
import org.juntos.store.Profile;
import org.juntos.store.ProfileFolder;
import org.juntos.store.Store;
import org.juntos.store.db.DatabaseThread;
import org.juntos.store.keyslot.Protection;
import org.juntos.store.keyslot.SystemKeyring;
import org.juntos.store.search.IndexedWindow;

/// What measuring a long history needs, whatever is measured.
final class LongRun {
  private static final int INCOMING = 5;
  private static final Duration BETWEEN = Duration.ofMillis(10);

  private LongRun() {}

  /// Commits a few messages every now and then while something else goes on.
  ///
  /// @param commits gets how long each took
  static void incoming(LongHistory history, List<Long> commits, Runnable meanwhile)
      throws InterruptedException {
    var over = new AtomicBoolean();
    var writer =
        Thread.ofPlatform()
            .start(() -> {
              while (!over.get()) {
                commits.add(micros(() -> history.commit(INCOMING)));
                pause(BETWEEN);
              }
            });
    meanwhile.run();
    over.set(true);
    writer.join();
  }

  /// As the engine's loop does.
  static void index(Store store) {
    for (var begun = store.write(txn -> txn.searchIndex().begin());
        begun != null;
        begun = store.write(txn -> txn.searchIndex().begin())) {
      var window = begun.indexed();
      for (var part = 0; part < IndexedWindow.PARTS; part++) {
        var now = part;
        store.write(txn -> txn.searchIndex().put(window, now));
      }
    }
  }

  static Profile create(Path folder) throws IOException {
    var environment =
        new Environment(
            InstantSource.system(),
            new SecureRandom(),
            new SystemKeyring(Duration.ofSeconds(1)),
            DatabaseThread::own);
    try (var secret = Person.secret()) {
      var made = new ProfileFolder(folder, environment).create(Protection.passphrase(secret));
      if (made instanceof CreateResult.Created(var profile)) {
        return profile;
      }
      throw new IOException("the profile was not made: " + made);
    }
  }

  static long micros(Runnable work) {
    var start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1000;
  }

  static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
