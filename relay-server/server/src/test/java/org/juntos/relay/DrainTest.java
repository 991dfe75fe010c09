package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.relay.TestStream.Event;
import org.juntos.wire.Paths;

class DrainTest {
  @TempDir Path folder;

  @Test
  void streams_are_told_and_what_was_accepted_is_there_after_the_stop() throws Exception {
    try (var relay = RunningRelay.watched(folder)) {
      var alice = TestDevice.register(relay, "+4915112345678");
      try (var stream = alice.stream()) {
        stream.send(1, UUID.randomUUID(), alice.address(), "kept".getBytes(StandardCharsets.UTF_8));
        relay.relay().close();
        assertEquals(
            1001, stream.next(Event.Closed.class) instanceof Event.Closed(var code) ? code : 0);
      }
      assertThrows(IOException.class, () -> new WireClient(relay).get(Paths.HEALTH_LIVE, ""));
      relay.restart();
      try (var stream = alice.on(relay).stream()) {
        assertEquals("kept", stream.delivery().getCiphertext().toStringUtf8());
      }
    }
  }

  @Test
  void a_request_that_runs_may_finish_and_nothing_new_is_taken_meanwhile() throws Exception {
    try (var relay = RunningRelay.watched(folder)) {
      var alice = TestDevice.register(relay, "+4915112345678");
      var length = Map.of("Upload-Length", "10");
      var made = alice.client().call("POST", Paths.BLOBS, new byte[0], length, alice.token());
      alice.client().http().connectionPool().evictAll();
      var stopping = new CompletableFuture<Void>();
      try (var upload = new Socket(InetAddress.getLoopbackAddress(), relay.relay().port())) {
        upload.getOutputStream().write(head(made.header("Location"), alice.token()));
        upload.getOutputStream().write(new byte[5]);
        upload.getOutputStream().flush();
        waitForHalf(alice, made.header("Location"));
        alice.client().http().connectionPool().evictAll();
        Thread.ofPlatform()
            .start(() -> {
              relay.relay().close();
              stopping.complete(null);
            });
        refusesOthers(relay);
        upload.getOutputStream().write(new byte[5]);
        var answer = new String(upload.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        assertEquals("HTTP/1.1 204", answer);
      }
      stopping.get(20, TimeUnit.SECONDS);
    }
  }

  private static byte[] head(String path, String token) {
    return ("PATCH "
            + path
            + " HTTP/1.1\r\nHost: relay\r\nUpload-Offset: 0\r\nContent-Length: 10\r\n"
            + "Content-Type: application/offset+octet-stream\r\nAuthorization: Bearer "
            + token
            + "\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /// Until the relay has taken the first half.
  private static void waitForHalf(TestDevice alice, String path) throws IOException {
    for (int i = 0; i < 10_000; i++) {
      var progress = alice.client().call("HEAD", path, null, Map.of(), alice.token());
      if (progress.header("Upload-Offset").equals("5")) {
        return;
      }
    }
    throw new AssertionError("the first half never arrived");
  }

  /// Until a new connection is not taken any more.
  private static void refusesOthers(RunningRelay relay) {
    for (int i = 0; i < 100_000; i++) {
      try (var other = new Socket(InetAddress.getLoopbackAddress(), relay.relay().port())) {
        assertTrue(other.isConnected());
      } catch (IOException _) {
        return;
      }
    }
    throw new AssertionError("it still takes connections");
  }
}
