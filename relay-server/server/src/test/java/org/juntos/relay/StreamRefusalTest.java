package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.relay.TestStream.Event;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.wire.Paths;
import org.juntos.wire.WireLimits;
import org.juntos.wire.proto.ClientFrame;
import org.juntos.wire.proto.Send;
import org.juntos.wire.proto.SendResult.Status;

class StreamRefusalTest {
  @TempDir Path folder;
  private RunningRelay relay;
  private TestDevice alice;
  private TestDevice bob;

  @BeforeEach
  void start() throws Exception {
    relay = RunningRelay.in(folder);
    alice = TestDevice.register(relay, "+4915112345678");
    bob = TestDevice.register(relay, "+4915112345679");
  }

  @AfterEach
  void stop() {
    relay.close();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void a_full_mailbox_is_named_with_a_time_to_come_again_and_takes_again_when_it_was_read()
      throws Exception {
    var usual = RelayLimits.unhurried();
    var queue = usual.mailbox();
    var one =
        new RelayLimits.Mailboxes(
            1, queue.bytes(), queue.expiry(), queue.repeatsKept(), queue.repeatsKeptAtMost());
    var limits =
        new RelayLimits(
            usual.requests(),
            usual.codes(),
            one,
            usual.blobs(),
            usual.bundleHandOutsPerHour(),
            usual.askedPerDay(),
            usual.reservedDiskBytes());
    try (var small = RunningRelay.in(folder.resolve("small"), limits, InstantSource.system())) {
      var ana = TestDevice.register(small, "+4915112345678");
      var ben = TestDevice.register(small, "+4915112345679");
      var second = UUID.randomUUID();
      try (var stream = ana.stream()) {
        stream.send(1, UUID.randomUUID(), ben.address(), bytes("one"));
        var full = stream.send(2, second, ben.address(), bytes("two"));
        assertEquals(Status.QUEUE_FULL, full.getStatus());
        assertEquals(120_000, full.getRetryAfterMs());
        try (var reading = ben.stream()) {
          reading.acknowledge(reading.drain());
          while (stream.send(3, second, ben.address(), bytes("two")).getStatus()
              != Status.ACCEPTED) {
            Thread.onSpinWait(); // the acknowledgement is on its way
          }
          assertEquals("two", reading.delivery().getCiphertext().toStringUtf8());
        }
      }
    }
  }

  @Test
  void sends_that_cannot_be_read_are_refused_with_a_code() throws Exception {
    var empty = Send.newBuilder().setRequestId(1);
    var badId =
        Send.newBuilder()
            .setRequestId(2)
            .addEnvelopes(
                TestStream.envelope(UUID.randomUUID(), bob.address(), bytes("x")).toBuilder()
                    .setId(ByteString.copyFromUtf8("short")));
    var noText =
        Send.newBuilder()
            .setRequestId(3)
            .addEnvelopes(TestStream.envelope(UUID.randomUUID(), bob.address(), new byte[0]));
    var many = Send.newBuilder().setRequestId(4);
    for (int i = 0; i <= WireLimits.MAX_ENVELOPES_PER_SEND; i++) {
      many.addEnvelopes(TestStream.envelope(UUID.randomUUID(), bob.address(), bytes("x")));
    }
    try (var stream = alice.stream()) {
      stream.frame(
          ClientFrame.newBuilder()
              .addSends(empty)
              .addSends(badId)
              .addSends(noText)
              .addSends(many)
              .build());
      for (var code : List.of("malformed", "malformed", "malformed", "too-large")) {
        var result = stream.result();
        assertEquals(Status.REFUSED, result.getStatus());
        assertEquals(code, result.getCode());
      }
    }
    try (var toBob = bob.stream()) {
      assertEquals(List.of(), toBob.drain());
    }
  }

  @Test
  void what_is_no_frame_closes_the_stream_with_1007_and_text_with_1003() throws Exception {
    try (var stream = alice.stream()) {
      stream.drain();
      stream.raw(bytes("\u00ff not a frame"));
      assertEquals(1007, stream.next(Event.Closed.class).code());
    }
    try (var stream = alice.stream()) {
      stream.drain();
      assertTrue(stream.socket().send("text"));
      assertEquals(1003, stream.next(Event.Closed.class).code());
    }
  }

  @Test
  void deleting_the_account_ends_its_stream_and_its_tokens() throws Exception {
    try (var stream = bob.stream()) {
      stream.drain();
      bob.client().call("DELETE", Paths.ACCOUNTS, null, Map.of(), bob.token());
      assertEquals(4003, stream.next(Event.Closed.class).code());
    }
    try (var refused = bob.stream()) {
      assertEquals("HTTP 401", refused.next(Event.Failed.class).why());
    }
  }

  @Test
  void a_relay_that_stops_says_so() throws Exception {
    try (var stream = bob.stream()) {
      stream.drain();
      relay.restart();
      assertEquals(1001, stream.next(Event.Closed.class).code());
    }
  }
}
