package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.relay.store.Snapshot;
import org.juntos.wire.DeviceAddress;

/// The relay's process is killed again and again, at instants that a seed decides, while devices
/// send, read, acknowledge, upload, register and delete; `relay-server/server/kills` does it
/// longer.
class KillTest {
  private static final int KILLS = Integer.getInteger("juntos.kills", 6);
  private static final long SEED = Long.getLong("juntos.seed", 1);
  private static final int CLIENTS = 4;
  private static final int MOST_ANSWERS = 150;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;
  private final KillLedger ledger = new KillLedger();
  private final Random random = new Random(SEED);
  private final List<KillClient> clients = new ArrayList<>();

  @Test
  void whatever_was_accepted_before_a_kill_is_there_after_it_and_what_is_done_stays_done()
      throws Exception {
    int port;
    KillGroup group;
    try (var process = RelayProcess.start(folder, 0)) {
      port = process.port();
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(new KillClient(ledger, process.relay(), i, SEED));
      }
      group = new KillGroup(ledger, clients.stream().map(KillClient::device).toList());
    }
    for (int kill = 0; kill < KILLS; kill++) {
      try (var process = RelayProcess.start(folder, port)) {
        killUnderLoad(process, group);
      }
      assertWhole(kill);
    }
    try (var process = RelayProcess.start(folder, port)) {
      settle(process.relay());
    }
    assertWhole(KILLS);
    assertNothingSharedIsLeft();
    System.out.println("kills: " + KILLS + ", seed: " + SEED + ", answers: " + ledger.told());
  }

  private void killUnderLoad(RelayProcess process, KillGroup group) throws Exception {
    var relay = process.relay();
    var addresses = clients.stream().map(KillClient::address).toList();
    var untilKill = ledger.killAfter(1 + random.nextInt(MOST_ANSWERS));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var lives = new ArrayList<Future<?>>();
      for (var client : clients) {
        lives.add(threads.submit(() -> life(client, relay, group, addresses)));
      }
      boolean busy = untilKill.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      process.kill();
      for (var life : lives) {
        awaitEnd(life);
      }
      assertTrue(busy, "the clients do nothing, seed " + SEED);
    }
  }

  private static boolean life(
      KillClient client, RunningRelay relay, KillGroup group, List<DeviceAddress> peers)
      throws IOException, InterruptedException {
    client.check(relay);
    client.live(relay, group, peers);
    return true;
  }

  private static void awaitEnd(Future<?> life) throws Exception {
    try {
      life.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      if (!(failed.getCause() instanceof IOException)) { // else it was killed during the check
        throw failed;
      }
    }
  }

  /// The databases as the kill left them, on a copy: the relay itself is to find them so.
  private void assertWhole(int kill) throws IOException {
    var copy = Files.createDirectory(folder.resolve("copy " + kill));
    try (var files = Files.list(folder.resolve("data"))) {
      for (var file : files.filter(f -> f.getFileName().toString().contains(".db")).toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    Snapshot.checkIn(copy);
    try (var files = Files.list(copy)) {
      for (var file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  /// Everybody has fetched everything.
  private void assertNothingSharedIsLeft() throws SQLException {
    var url = "jdbc:sqlite:" + folder.resolve("data/relay.db");
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT count(*) FROM shared_payload")) {
      assertEquals(0, row.getLong(1), "shared by nobody");
    }
  }

  private void settle(RunningRelay relay) throws IOException, InterruptedException {
    for (var client : clients) {
      client.check(relay);
      client.settle();
    }
    for (var client : clients) {
      long begun = System.nanoTime();
      while (client.fetch()) { // the next stream may come before the acknowledgement is on disk
        assertTrue(System.nanoTime() - begun < PATIENCE.toNanos(), "acknowledging does not help");
      }
    }
    ledger.assertNothingLost();
    clients.forEach(KillClient::assertOrder);
  }
}
