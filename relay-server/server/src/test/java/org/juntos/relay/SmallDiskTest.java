package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.Paths;
import org.juntos.wire.proto.ClientFrame;
import org.juntos.wire.proto.Delivery;
import org.juntos.wire.proto.SendResult;
import org.juntos.wire.proto.SendResult.Status;

/// A relay on a small disk of its own, a tmpfs in a mount namespace, that is really full. Machines
/// that allow no such namespace run it as root; `FullDiskTest` needs none.
@EnabledIf("isAllowed")
class SmallDiskTest {
  private static final int CIPHERTEXT_BYTES = 250_000;
  private static final int MOST = 500;
  private static final int AT_ONCE = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder;
  private long request;

  /// The words that give a process a small disk at `folder/data`.
  private List<String> smallDisk() throws IOException {
    var data = Files.createDirectories(folder.resolve("data"));
    var mount = "mount -t tmpfs -o size=32m tmpfs \"$0\" && exec \"$@\"";
    return List.of("unshare", "-Urm", "sh", "-c", mount, data.toString());
  }

  /// Whether this user may make a mount namespace.
  static boolean isAllowed() throws InterruptedException {
    try {
      return new ProcessBuilder("unshare", "-Urm", "mount", "-t", "tmpfs", "tmpfs", "/mnt")
              .start()
              .waitFor()
          == 0;
    } catch (IOException noSuchProgram) {
      return false;
    }
  }

  @Test
  void a_full_disk_stops_what_is_new_and_nothing_else_until_there_is_room_again() throws Exception {
    try (var process =
        RelayProcess.start(smallDisk(), folder, 0, "--min-free-disk-bytes", "12MiB")) {
      var relay = process.relay();
      var alice = TestDevice.register(relay, "+4915112345678");
      var bob = TestDevice.register(relay, "+4915112345679");
      try (var sending = alice.stream()) {
        var accepted = fill(sending, bob);
        assertRefuses(relay, alice);
        assertEquals(accepted, fetch(bob), "lost or repeated");
        var more = fillAgain(sending, bob);
        assertTrue(more.size() > accepted.size() / 2, more.size() + " after " + accepted.size());
        assertServesWithNothingLeft(process, sending, bob, more);
      }
      assertEquals(
          204,
          alice.client().call("DELETE", Paths.ACCOUNTS, null, Map.of(), alice.token()).status());
    }
  }

  /// Sends until the relay wants no more; the ids of what it accepted.
  private List<UUID> fill(TestStream sending, TestDevice to) throws InterruptedException {
    var accepted = new ArrayList<UUID>();
    boolean full = false;
    while (!full) {
      var asked = new HashMap<Long, UUID>();
      for (int i = 0; i < AT_ONCE; i++) {
        var id = UUID.randomUUID();
        asked.put(ask(sending, id, to), id);
      }
      for (int i = 0; i < AT_ONCE; i++) {
        var result = sending.result();
        full |= isLater(result);
        if (result.getStatus() == Status.ACCEPTED) {
          accepted.add(Objects.requireNonNull(asked.get(result.getRequestId())));
        }
      }
      assertTrue(accepted.size() < MOST, "the disk is larger than that");
    }
    assertTrue(accepted.size() > 20, accepted.size() + " accepted");
    return accepted;
  }

  /// The same, once the relay has seen that there is room.
  private List<UUID> fillAgain(TestStream sending, TestDevice to) throws InterruptedException {
    var id = UUID.randomUUID();
    awaitAccepted(sending, id, to);
    var accepted = fill(sending, to);
    accepted.addFirst(id);
    return accepted;
  }

  private void awaitAccepted(TestStream sending, UUID id, TestDevice to)
      throws InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (send(sending, id, to).getStatus() != Status.ACCEPTED) {
      assertTrue(System.nanoTime() < until, "accepting does not resume");
    }
  }

  private SendResult send(TestStream sending, UUID id, TestDevice to) throws InterruptedException {
    ask(sending, id, to);
    return sending.result();
  }

  private long ask(TestStream sending, UUID id, TestDevice to) {
    request++;
    var message = TestStream.message(request, id, to.address(), new byte[CIPHERTEXT_BYTES]);
    sending.frame(ClientFrame.newBuilder().setSend(message).build());
    return request;
  }

  private static boolean isLater(SendResult result) {
    boolean later = result.getStatus() == Status.LATER;
    assertTrue(!later || result.getRetryAfterMs() > 0, "no word of when");
    return later;
  }

  private static void assertRefuses(RunningRelay relay, TestDevice device) throws IOException {
    var client = device.client();
    var keys = client.put(Paths.KEYS, device.keys().oneTime(500, 3), device.token());
    assertFull(keys);
    var length = Map.of("Tus-Resumable", "1.0.0", "Upload-Length", Integer.toString(16 << 20));
    assertFull(client.call("POST", Paths.BLOBS, new byte[0], length, device.token()));
    var registration =
        TestDevice.registration(new DeviceKeyMaterial(), new AccountId(UUID.randomUUID()), 3)
            .setAdmissionToken(TestDevice.admission(relay, client, "+4915112345680"))
            .build();
    assertFull(client.post(Paths.ACCOUNTS, registration, ""));
    assertEquals(200, client.get(Paths.KEY_COUNT, device.token()).status());
    assertEquals(503, client.get(Paths.HEALTH_READY, "").status());
  }

  private static void assertFull(WireClient.Reply reply) {
    assertEquals(503, reply.status(), reply::text);
    assertTrue(reply.text().contains("disk is full"), reply::text);
    assertTrue(Integer.parseInt(reply.header("Retry-After")) > 0);
  }

  /// Reads and acknowledges all that waits.
  private static List<UUID> fetch(TestDevice device) throws InterruptedException {
    try (var stream = device.stream()) {
      var deliveries = stream.drain();
      stream.acknowledge(deliveries);
      var ids = deliveries.stream().map(SmallDiskTest::id).toList();
      awaitEmpty(device);
      return ids;
    }
  }

  private static void awaitEmpty(TestDevice device) throws InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try (var stream = device.stream()) {
        if (stream.drain().isEmpty()) {
          return;
        }
      }
      assertTrue(System.nanoTime() < until, "acknowledging does not go on");
    }
  }

  private static UUID id(Delivery delivery) {
    return AccountId.uuid(Bytes.of(delivery.getId().toByteArray()));
  }

  /// Somebody else takes the reserve too, to the last byte.
  private void assertServesWithNothingLeft(
      RelayProcess process, TestStream sending, TestDevice bob, List<UUID> waiting)
      throws Exception {
    var root = Path.of("/proc", Long.toString(process.process().pid()), "root");
    var filler = root.resolve(Path.of("/").relativize(folder.resolve("data/filler")));
    takeAll(filler);
    assertEquals(Status.LATER, send(sending, UUID.randomUUID(), bob).getStatus());
    try (var stream = bob.stream()) {
      assertEquals(waiting, stream.drain().stream().map(SmallDiskTest::id).toList());
    }
    Files.delete(filler);
    assertEquals(waiting, fetch(bob));
    awaitAccepted(sending, UUID.randomUUID(), bob);
  }

  private static void takeAll(Path filler) throws IOException {
    try (OutputStream out = Files.newOutputStream(filler)) {
      for (int chunk = 1 << 16; chunk > 0; chunk /= 2) {
        takeAll(out, new byte[chunk]);
      }
    }
  }

  private static void takeAll(OutputStream out, byte[] chunk) {
    try {
      while (true) {
        out.write(chunk);
      }
    } catch (IOException full) {
      assertTrue(String.valueOf(full.getMessage()).contains("No space"), full::toString);
    }
  }
}
