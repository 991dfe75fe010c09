package org.juntos.engine.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.engine.connection.Delivered;
import org.juntos.engine.online.Line;
import org.juntos.store.CreateResult;
import org.juntos.store.Environment;
import org.juntos.store.Profile;
import org.juntos.store.ProfileFolder;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.store.db.DatabaseThread;
import org.juntos.store.keyslot.Protection;
import org.juntos.store.keyslot.SystemKeyring;
import org.juntos.wire.Bytes;

/// The process is killed at random between its transactions, again and again, while among good
/// envelopes there is one that ends the process each time that it is opened.
class RepeatedKillsTest {
  private static final int SEEDS = 200;
  private static final int GOOD = 6;
  private static final int LIVES_CUT_SHORT = 10;
  private static final int LONGEST_LIFE = 14;

  /// Twice in the ordinary way, and once a minute after all else was opened.
  private static final int DEATHS_BY_ITSELF = 3;

  @SuppressWarnings("NullAway.Init")
  private static Profile profile;

  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private int killed;
  private int killedInARow;
  private int longestRow;

  /// One for all: the envelopes of each seed are its own.
  @BeforeAll
  static void makeProfile(@TempDir Path folder) throws IOException {
    profile = profile(folder);
  }

  @AfterAll
  static void closeProfile() {
    profile.close();
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, SEEDS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void every_good_envelope_is_opened_once_and_the_killer_kills_three_times(long seed) {
    var random = new Random(seed);
    var killer = envelope(random);
    var envelopes = new ArrayList<Delivered>();
    for (int i = 0; i < GOOD; i++) {
      envelopes.add(envelope(random));
    }
    var expected = new ArrayList<>(envelopes.stream().map(Delivered::id).toList());
    envelopes.add(random.nextInt(GOOD), killer);
    var opener = new Recorder(killer.id());
    for (int life = 0; life < LIVES_CUT_SHORT; life++) {
      live(opener, envelopes, random.nextInt(LONGEST_LIFE));
    }
    while (!live(opener, envelopes, Integer.MAX_VALUE)) {
      assertTrue(killed <= DEATHS_BY_ITSELF, "seed " + seed);
    }
    assertTrue(killed <= DEATHS_BY_ITSELF, "seed " + seed);
    assertTrue(longestRow <= 2, "seed " + seed);
    insist(opener, seed);
    int left = profile.store().read(Receiver::setAside);
    assertEquals(1, left, "seed " + seed);

    var opened = new ArrayList<>(opened(killer.id()));
    Collections.sort(opened);
    Collections.sort(expected);
    assertEquals(expected, opened, "seed " + seed);
  }

  /// The person says "try again" until nothing but the killer is left: that takes one death for
  /// each time, and the good ones come before it.
  private void insist(Recorder opener, long seed) {
    for (int click = 0; click < 2; click++) {
      int before = killed;
      try {
        receiver(profile.store(), opener).openSetAside();
      } catch (Death _) {
        killed++;
      }
      assertEquals(before + 1, killed, "seed " + seed);
    }
  }

  /// One process, from start to death or until it has nothing left to do.
  ///
  /// @param transactions after so many it is killed
  /// @return whether it lived
  private boolean live(Recorder opener, List<Delivered> envelopes, int transactions) {
    var start = now;
    var store = new MortalStore(profile.store(), transactions);
    var receiver = receiver(store, opener);
    var waiting =
        profile
            .store()
            .read(txn ->
                envelopes.stream().filter(envelope -> !txn.inbox().done(envelope.id())).toList());
    receiver.delivered(waiting);
    receiver.queueEmpty();
    try {
      for (var pause = receiver.turn(); pause.compareTo(Duration.ofHours(1)) < 0; ) {
        now = now.plus(pause);
        pause = receiver.turn();
      }
      return true;
    } catch (Death death) {
      countDeath(death, Duration.between(start, now));
      return false;
    }
  }

  /// A process that has lived for a while does not die in a row.
  private void countDeath(Death death, Duration lived) {
    if (lived.compareTo(SecondLook.QUIET) >= 0) {
      killedInARow = 0;
    }
    killed += death.byEnvelope ? 1 : 0;
    killedInARow = death.byEnvelope ? killedInARow + 1 : 0;
    longestRow = Math.max(longestRow, killedInARow);
  }

  private Receiver receiver(Store store, Opens opener) {
    return new Receiver(store, new Line(), opener, () -> now, () -> {});
  }

  /// What was opened, which is then forgotten with the killer.
  private static List<UUID> opened(UUID killer) {
    return profile
        .store()
        .write(txn -> {
          var text = txn.settings().get(Recorder.OPENED);
          txn.settings().remove(Recorder.OPENED);
          txn.inbox().release(killer);
          return text == null
              ? List.<UUID>of()
              : List.of(text.strip().split(" ")).stream().map(UUID::fromString).toList();
        });
  }

  private Delivered envelope(Random random) {
    var id = new UUID(random.nextLong(), random.nextLong());
    return new Delivered(id, 1, now, Bytes.of(new byte[8]));
  }

  private static Profile profile(Path folder) throws IOException {
    var random = new SecureRandom();
    var environment =
        new Environment(
            InstantSource.system(),
            random,
            new SystemKeyring(Duration.ofMillis(1)),
            DatabaseThread::calling);
    try (var passphrase = SecretBytes.random(8, random)) {
      var made = new ProfileFolder(folder, environment).create(Protection.passphrase(passphrase));
      if (made instanceof CreateResult.Created(var profile)) {
        return profile;
      }
      throw new IOException("not made: " + made);
    }
  }

  /// Writes down what was opened, in the transaction that opens it.
  private record Recorder(UUID killer) implements Opens {
    static final String OPENED = "opened";

    @Override
    public void open(Transaction txn, Delivered envelope, PendingReceipts receipts) {
      if (envelope.id().equals(killer)) {
        throw new Death(true);
      }
      var before = txn.settings().get(OPENED);
      txn.settings().put(OPENED, (before == null ? "" : before) + " " + envelope.id());
    }

    @Override
    public void sendReceipts(Transaction txn, PendingReceipts receipts) {}
  }

  /// The end of the process. No rule of the receiver may stop it.
  private static final class Death extends Error {
    private static final long serialVersionUID = 1;
    private final boolean byEnvelope;

    Death(boolean byEnvelope) {
      this.byEnvelope = byEnvelope;
    }
  }

  /// The process is killed before one of its transactions. In the middle of one is the same: none
  /// of it is there.
  private static final class MortalStore implements Store {
    private final Store store;
    private int left;

    MortalStore(Store store, int left) {
      this.store = store;
      this.left = left;
    }

    @Override
    public <T extends @Nullable Object> T write(Function<Transaction, T> work) {
      age();
      return store.write(work);
    }

    @Override
    public <T extends @Nullable Object> T read(Function<Transaction, T> work) {
      age();
      return store.read(work);
    }

    @Override
    public Subscription onCommit(CommitListener listener) {
      return store.onCommit(listener);
    }

    @Override
    public void close() {
      store.close();
    }

    private void age() {
      if (left-- <= 0) {
        throw new Death(false);
      }
    }
  }
}
