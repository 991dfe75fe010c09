package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.store.Environment;
import org.juntos.store.OpenResult;
import org.juntos.store.ProfileFolder;
import org.juntos.store.db.DatabaseThread;
import org.juntos.store.keyslot.Protection;
import org.juntos.testkit.process.Child;
import org.juntos.testkit.process.FileKeyring;
import org.juntos.testkit.process.PersonMain;
import org.juntos.testkit.process.RelayMain;

/// Kills the relay and the clients with -9 at random instants while two people write to each other
/// all the time.
final class KillTest {
  private static final int KILLS = Integer.getInteger("juntos.kills", 20);
  private static final long SEED = Long.getLong("juntos.seed", 1);
  private static final long LONGEST_LIFE_NANOS = 400_000_000;
  private static final long PATIENCE_NANOS = 240_000_000_000L;

  @TempDir Path folder;

  @Test
  void after_kills_of_everybody_nothing_is_lost_or_shown_twice_and_stores_are_whole()
      throws Exception {
    var random = new Random(SEED);
    try (var relay = relay()) {
      var address = relay.start();
      try (var alice = person("alice", address, "+4915112345601");
          var bob = person("bob", address, "+4915112345602")) {
        meet(alice, bob);
        var fromAlice = Chatter.start("a", alice);
        var fromBob = Chatter.start("b", bob);
        kill(random, relay, alice, bob);
        fromAlice.stop();
        fromBob.stop();
        await("everything is delivered", () -> isDelivered(alice) && isDelivered(bob));

        fromAlice.assertShownOnceBy(bob);
        fromBob.assertShownOnceBy(alice);
      }
    }
    assertWhole("alice");
    assertWhole("bob");
    assertRelayWhole();
  }

  private Child relay() throws IOException {
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    return new Child(
        RelayMain.class,
        folder.resolve("relay.log"),
        List.of(data().toString(), codes().toString(), Integer.toString(port)));
  }

  private Child person(String name, String address, String phoneNumber) throws IOException {
    var child =
        new Child(
            PersonMain.class,
            folder.resolve(name + ".log"),
            List.of(folder.resolve(name).toString(), address, phoneNumber, codes().toString()));
    child.start();
    return child;
  }

  private Path data() {
    return folder.resolve("relay");
  }

  private Path codes() {
    return folder.resolve("codes");
  }

  private static void meet(Child alice, Child bob) throws InterruptedException {
    alice.ask("add " + bob.ask("link"));
    await("the request is accepted", () -> "ACCEPTED".equals(bob.ask("accept")));
    await("the answer is here", () -> "ACCEPTED".equals(alice.ask("standing")));
  }

  private static void kill(Random random, Child... children)
      throws IOException, InterruptedException {
    for (int kill = 0; kill < KILLS; kill++) {
      LockSupport.parkNanos(random.nextLong(LONGEST_LIFE_NANOS));
      var victim = children[random.nextInt(children.length)];
      victim.kill();
      victim.start();
    }
  }

  private static boolean isDelivered(Child person) {
    return "0".equals(person.ask("undelivered"));
  }

  private static void await(String what, Condition condition) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.holds()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("never: " + what + ", seed " + SEED);
      }
      LockSupport.parkNanos(50_000_000);
    }
  }

  private void assertWhole(String name) throws IOException {
    var keyring = new FileKeyring(folder.resolve(name + ".keyring"));
    var environment =
        new Environment(
            InstantSource.system(), new SecureRandom(), keyring, DatabaseThread::calling);
    var opened = new ProfileFolder(folder.resolve(name), environment).open(Protection.keyring());
    try (var profile = assertInstanceOf(OpenResult.Opened.class, opened).profile()) {
      assertEquals(List.of(), profile.check());
    }
  }

  private void assertRelayWhole() throws SQLException {
    try (var database = DriverManager.getConnection("jdbc:sqlite:" + data().resolve("relay.db"));
        var statement = database.createStatement();
        var result = statement.executeQuery("PRAGMA integrity_check")) {
      assertEquals("ok", result.getString(1));
    }
  }

  private interface Condition {
    boolean holds() throws InterruptedException;
  }
}
