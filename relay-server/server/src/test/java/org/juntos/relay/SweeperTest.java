package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.relay.audit.Audit;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.wire.Paths;
import org.juntos.wire.proto.AccessToken;

class SweeperTest {
  private static final Duration LONG = Duration.ofDays(31);

  @TempDir Path folder;
  private final ManualClock clock = new ManualClock(Instant.parse("2026-01-01T00:00:00Z"));

  @Test
  void messages_and_files_are_gone_after_their_time_and_others_stay() throws Exception {
    TestDevice alice;
    try (var relay = RunningRelay.in(folder, RelayLimits.unhurried(), clock)) {
      alice = TestDevice.register(relay, "+4915112345678");
      send(alice.stream(), alice, "old");
      upload(alice);
    }
    assertEquals(1, files());
    clock.advance(LONG);
    try (var relay = RunningRelay.in(folder, RelayLimits.unhurried(), clock)) {
      send(alice.on(relay, freshToken(alice, relay)).stream(), alice, "new");
    }
    sweep();
    assertEquals(0, files());
    try (var relay = RunningRelay.in(folder, RelayLimits.unhurried(), clock);
        var stream = alice.on(relay, freshToken(alice, relay)).stream()) {
      var texts = stream.drain().stream().map(d -> d.getCiphertext().toStringUtf8()).toList();
      assertEquals(List.of("new"), texts);
    }
  }

  private static void send(TestStream opened, TestDevice to, String text) throws Exception {
    try (var stream = opened) {
      var body = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
      stream.send(1, UUID.randomUUID(), to.address(), body);
    }
  }

  private static String freshToken(TestDevice device, RunningRelay relay) throws Exception {
    var reply = new WireClient(relay).post(Paths.TOKENS, device.issueToken(), "");
    return AccessToken.parseFrom(reply.body()).getToken();
  }

  private static void upload(TestDevice device) throws Exception {
    var length = Map.of("Upload-Length", "5");
    var made = device.client().call("POST", Paths.BLOBS, new byte[0], length, device.token());
    var headers = Map.of("Upload-Offset", "0", "Content-Type", "application/offset+octet-stream");
    var location = made.header("Location");
    var sent = device.client().call("PATCH", location, new byte[5], headers, device.token());
    assertEquals(204, sent.status(), sent.text());
  }

  private long files() throws Exception {
    try (var files = Files.walk(folder.resolve("data/blobs"))) {
      return files.filter(Files::isRegularFile).count();
    }
  }

  private void sweep() throws Exception {
    var options = RelayOptions.loopback(folder.resolve("data"));
    var wiring = new Wiring(options, clock, new SecureRandom());
    try (var store = wiring.store()) {
      var sweeper =
          new Sweeper(store, null, new Audit(store.audit(), clock), null, options.limits(), clock);
      var pauses = List.of(sweeper.turn(), sweeper.turn());
      assertTrue(pauses.stream().allMatch(Duration::isPositive), Arrays.toString(pauses.toArray()));
    }
  }
}
