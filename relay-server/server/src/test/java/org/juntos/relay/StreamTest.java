package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.relay.TestStream.Event;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.Paths;
import org.juntos.wire.WireLimits;
import org.juntos.wire.proto.ClientFrame;
import org.juntos.wire.proto.Delivery;
import org.juntos.wire.proto.Send;
import org.juntos.wire.proto.SendResult.Status;

class StreamTest {
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
  void a_message_reaches_a_connected_device_and_leaves_the_relay_when_it_is_acknowledged()
      throws Exception {
    try (var fromAlice = alice.stream();
        var toBob = bob.stream()) {
      assertEquals(List.of(), toBob.drain());
      var result = fromAlice.send(7, UUID.randomUUID(), bob.address(), bytes("hello"));
      assertEquals(Status.ACCEPTED, result.getStatus());
      assertEquals(7, result.getRequestId());
      var delivery = toBob.delivery();
      assertArrayEquals(bytes("hello"), delivery.getCiphertext().toByteArray());
      toBob.acknowledge(List.of(delivery));
      // its answer comes after the acknowledgement was dealt with
      toBob.send(1, UUID.randomUUID(), alice.address(), bytes("done"));
    }
    relay.restart();
    try (var again = bob.stream()) {
      assertEquals(List.of(), again.drain());
    }
  }

  @Test
  void what_was_accepted_while_the_device_was_away_comes_in_order_after_a_restart()
      throws Exception {
    try (var fromAlice = alice.stream()) {
      for (int i = 0; i < 50; i++) {
        fromAlice.send(i, UUID.randomUUID(), bob.address(), bytes("message " + i));
      }
    }
    relay.restart();
    try (var toBob = bob.stream()) {
      var deliveries = toBob.drain();
      assertEquals(50, deliveries.size());
      for (int i = 0; i < 50; i++) {
        assertArrayEquals(bytes("message " + i), deliveries.get(i).getCiphertext().toByteArray());
      }
      assertEquals(
          deliveries.stream().map(Delivery::getSequence).sorted().distinct().toList(),
          deliveries.stream().map(Delivery::getSequence).toList());
    }
  }

  @Test
  void what_was_not_acknowledged_comes_again_on_the_next_stream_and_not_on_the_same_one()
      throws Exception {
    try (var fromAlice = alice.stream()) {
      fromAlice.send(1, UUID.randomUUID(), bob.address(), bytes("first"));
    }
    try (var toBob = bob.stream();
        var fromAlice = alice.stream()) {
      var first = toBob.drain();
      fromAlice.send(2, UUID.randomUUID(), bob.address(), bytes("second"));
      var second = toBob.delivery();
      assertEquals(1, first.size());
      assertArrayEquals(bytes("second"), second.getCiphertext().toByteArray());
      toBob.acknowledge(List.of(second));
      toBob.send(1, UUID.randomUUID(), alice.address(), bytes("done"));
    }
    try (var again = bob.stream()) {
      var deliveries = again.drain();
      assertEquals(1, deliveries.size());
      assertArrayEquals(bytes("first"), deliveries.getFirst().getCiphertext().toByteArray());
    }
  }

  @Test
  void pipelined_sends_of_all_sizes_arrive_byte_for_byte_and_in_order() throws Exception {
    var random = new Random(11);
    var sent = new ArrayList<byte[]>();
    try (var fromAlice = alice.stream();
        var toBob = bob.stream()) {
      toBob.drain();
      for (int i = 0; i < 120; i++) {
        int size =
            i % 3 == 0
                ? 1 + random.nextInt(WireLimits.MAX_CIPHERTEXT_BYTES)
                : 1 + random.nextInt(3_000);
        var body = new byte[size];
        random.nextBytes(body);
        sent.add(body);
        fromAlice.frame(
            ClientFrame.newBuilder()
                .setSend(TestStream.message(i, UUID.randomUUID(), bob.address(), body))
                .build());
      }
      for (var body : sent) {
        var delivery = toBob.delivery();
        assertArrayEquals(body, delivery.getCiphertext().toByteArray());
        toBob.acknowledge(List.of(delivery));
      }
      for (int i = 0; i < sent.size(); i++) {
        var result = fromAlice.result();
        assertEquals(i, result.getRequestId());
        assertEquals(Status.ACCEPTED, result.getStatus());
      }
    }
  }

  @Test
  void the_largest_ciphertext_is_accepted_and_one_byte_more_is_refused_without_closing()
      throws Exception {
    try (var stream = alice.stream()) {
      var largest = new byte[WireLimits.MAX_CIPHERTEXT_BYTES];
      assertEquals(
          Status.ACCEPTED, stream.send(1, UUID.randomUUID(), bob.address(), largest).getStatus());
      var refused =
          stream.send(
              2, UUID.randomUUID(), bob.address(), new byte[WireLimits.MAX_CIPHERTEXT_BYTES + 1]);
      assertEquals(Status.REFUSED, refused.getStatus());
      assertEquals("too-large", refused.getCode());
      assertEquals(
          Status.ACCEPTED,
          stream.send(3, UUID.randomUUID(), bob.address(), bytes("small")).getStatus());
    }
  }

  @Test
  void several_sends_in_one_frame_are_answered_one_by_one() throws Exception {
    var frame = ClientFrame.newBuilder();
    for (int i = 0; i < 200; i++) {
      frame.addSends(TestStream.message(i, UUID.randomUUID(), bob.address(), bytes("m" + i)));
    }
    try (var stream = alice.stream();
        var toBob = bob.stream()) {
      stream.frame(frame.build());
      for (int i = 0; i < 200; i++) {
        assertEquals(i, stream.result().getRequestId());
      }
      for (int i = 0; i < 200; i++) {
        assertArrayEquals(bytes("m" + i), toBob.delivery().getCiphertext().toByteArray());
      }
    }
  }

  @Test
  void a_repeat_is_accepted_and_delivered_once() throws Exception {
    var id = UUID.randomUUID();
    try (var fromAlice = alice.stream();
        var toBob = bob.stream()) {
      toBob.drain();
      for (int i = 0; i < 3; i++) {
        assertEquals(
            Status.ACCEPTED, fromAlice.send(i, id, bob.address(), bytes("once")).getStatus());
      }
      fromAlice.send(9, UUID.randomUUID(), bob.address(), bytes("after"));
      var first = toBob.delivery();
      assertArrayEquals(bytes("once"), first.getCiphertext().toByteArray());
      assertArrayEquals(bytes("after"), toBob.delivery().getCiphertext().toByteArray());
    }
  }

  @Test
  void a_send_to_several_devices_of_which_one_is_unknown_is_kept_from_all() throws Exception {
    var nobody = new DeviceAddress(new AccountId(UUID.randomUUID()), 1);
    var send =
        Send.newBuilder()
            .setRequestId(5)
            .addEnvelopes(TestStream.envelope(UUID.randomUUID(), bob.address(), bytes("no")))
            .addEnvelopes(TestStream.envelope(UUID.randomUUID(), nobody, bytes("no")));
    try (var stream = alice.stream()) {
      stream.frame(ClientFrame.newBuilder().setSend(send).build());
      var result = stream.result();
      assertEquals(Status.NO_SUCH_DEVICE, result.getStatus());
      assertEquals(List.of(TestStream.address(nobody)), result.getUnknownDevicesList());
    }
    try (var toBob = bob.stream()) {
      assertEquals(List.of(), toBob.drain());
    }
  }

  @Test
  void a_newer_stream_closes_the_older_and_takes_over() throws Exception {
    try (var older = bob.stream()) {
      older.drain();
      try (var newer = bob.stream();
          var fromAlice = alice.stream()) {
        newer.drain();
        assertEquals(4001, older.next(Event.Closed.class).code());
        fromAlice.send(1, UUID.randomUUID(), bob.address(), bytes("to the newer"));
        assertArrayEquals(bytes("to the newer"), newer.delivery().getCiphertext().toByteArray());
      }
    }
  }

  @Test
  void a_device_with_few_keys_is_told_when_it_connects_and_when_they_are_handed_out()
      throws Exception {
    var carol = TestDevice.register(relay, "+4915112345680", 20);
    try (var toCarol = carol.stream()) {
      toCarol.drain();
      alice.client().get(Paths.ACCOUNTS + "/" + carol.account() + "/keys", alice.token());
      toCarol.next(Event.PrekeysLow.class);
    }
    try (var toCarol = carol.stream()) {
      toCarol.next(Event.PrekeysLow.class);
    }
  }

  @Test
  void a_slow_device_gets_a_long_backlog_whole_while_more_arrives() throws Exception {
    int count = 600;
    var body = new byte[8_000];
    new Random(3).nextBytes(body);
    try (var fromAlice = alice.stream();
        var toBob = bob.stream()) {
      for (int i = 0; i < count; i++) {
        fromAlice.frame(
            ClientFrame.newBuilder()
                .setSend(TestStream.message(i, UUID.randomUUID(), bob.address(), body))
                .build());
      }
      Map<Long, Integer> seen = new HashMap<>();
      for (int i = 0; i < count; i++) {
        seen.merge(toBob.delivery().getSequence(), 1, Integer::sum);
      }
      assertEquals(count, seen.size());
    }
  }

  @Test
  void a_frame_over_the_limit_closes_the_stream_with_1009() throws Exception {
    int code = 0;
    for (int tries = 0; tries < 20 && code != 1009; tries++) {
      code = codeOfTooLong(); // it may be lost with what the relay did not read
    }
    assertEquals(1009, code);
  }

  private int codeOfTooLong() throws Exception {
    try (var stream = alice.stream()) {
      stream.drain();
      stream.raw(new byte[WireLimits.MAX_FRAME_BYTES + 1]);
      return stream.next(Event.Closed.class).code();
    } catch (AssertionError _) { // the connection was reset
      return 0;
    }
  }
}
