package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.wire.WireLimits;
import org.juntos.wire.proto.ClientFrame;
import org.juntos.wire.proto.RelayFrame;
import org.juntos.wire.proto.SendResult.Status;

class RawStreamTest {
  private static final int PROTOCOL_ERROR = 1002;
  private static final int TOO_LARGE = 1009;

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

  private RawSocket open() throws IOException {
    return RawSocket.open(relay, alice.token());
  }

  private byte[] send(long request, byte[] body) {
    return ClientFrame.newBuilder()
        .setSend(TestStream.message(request, UUID.randomUUID(), bob.address(), body))
        .build()
        .toByteArray();
  }

  private static byte[] random(int size, long seed) {
    var bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  @Test
  void a_message_in_fragments_with_pings_between_arrives_byte_for_byte() throws Exception {
    var bodies = List.of(random(200_000, 1), random(70_000, 2), random(10, 3));
    try (var socket = open();
        var toBob = bob.stream()) {
      for (var body : bodies) {
        var message = send(1, body);
        int third = message.length / 3;
        socket.send(false, RawSocket.BINARY, Arrays.copyOfRange(message, 0, third));
        socket.send(true, RawSocket.PING, new byte[] {7});
        socket.send(false, RawSocket.CONTINUATION, Arrays.copyOfRange(message, third, 2 * third));
        socket.send(false, RawSocket.CONTINUATION, new byte[0]);
        socket.send(
            true, RawSocket.CONTINUATION, Arrays.copyOfRange(message, 2 * third, message.length));
      }
      for (var body : bodies) {
        assertArrayEquals(body, toBob.delivery().getCiphertext().toByteArray());
      }
    }
  }

  @Test
  void a_ping_is_answered_with_its_own_bytes() throws Exception {
    try (var socket = open()) {
      var payload = random(125, 4);
      socket.send(true, RawSocket.PING, payload);
      for (var frame = socket.receive(); ; frame = socket.receive()) {
        if (frame.opcode() == RawSocket.PONG) {
          assertEquals(ByteBuffer.wrap(payload), frame.payload());
          return;
        }
      }
    }
  }

  @Test
  void a_close_is_answered_and_the_connection_ends() throws Exception {
    try (var socket = open()) {
      socket.send(true, RawSocket.CLOSE, new byte[] {3, (byte) 0xe8});
      assertEquals(1000, socket.closeCode());
      assertTrue(socket.isEnded());
    }
  }

  @Test
  void opcodes_that_do_not_exist_and_frames_without_a_mask_are_protocol_errors() throws Exception {
    for (int opcode : new int[] {3, 7, 11, 15}) {
      try (var socket = open()) {
        socket.send(true, opcode, new byte[10]);
        assertEquals(PROTOCOL_ERROR, socket.closeCode(), "opcode " + opcode);
      }
    }
    try (var socket = open()) {
      socket.sendUnmasked(RawSocket.BINARY, new byte[10]);
      assertEquals(PROTOCOL_ERROR, socket.closeCode());
    }
    try (var socket = open()) {
      socket.send(true, RawSocket.CONTINUATION, new byte[10]);
      assertEquals(PROTOCOL_ERROR, socket.closeCode());
    }
  }

  @Test
  void a_frame_over_the_limit_closes_with_1009_before_all_of_it_comes() throws Exception {
    try (var socket = open()) {
      socket.announce(RawSocket.BINARY, WireLimits.MAX_FRAME_BYTES + 1L);
      assertEquals(TOO_LARGE, socket.closeCode());
    }
  }

  @Test
  void fragments_that_add_up_to_too_much_close_with_1009() throws Exception {
    try (var socket = open()) {
      var half = new byte[WireLimits.MAX_FRAME_BYTES / 2 + 1];
      socket.send(false, RawSocket.BINARY, half);
      socket.send(false, RawSocket.CONTINUATION, half);
      assertEquals(TOO_LARGE, socket.closeCode());
    }
  }

  @Test
  void a_device_that_does_not_read_for_a_while_misses_nothing_and_gets_nothing_twice()
      throws Exception {
    int count = 500;
    var body = random(60_000, 5);
    try (var lazy = RawSocket.open(relay, bob.token());
        var fromAlice = alice.stream()) {
      for (int sent = 0; sent < count; sent += 100) { // 30 MB, all of it answered
        for (int i = sent; i < sent + 100; i++) {
          fromAlice.raw(send(i, body));
        }
        for (int i = sent; i < sent + 100; i++) {
          assertEquals(Status.ACCEPTED, fromAlice.result().getStatus());
        }
      }
      var sequences = new ArrayList<Long>();
      while (sequences.size() < count) {
        var frame = lazy.receive();
        if (frame.opcode() == RawSocket.BINARY) {
          assertTrue(frame.payload().remaining() <= WireLimits.MAX_FRAME_BYTES);
          RelayFrame.parseFrom(frame.payload())
              .getDeliveriesList()
              .forEach(delivery -> sequences.add(delivery.getSequence()));
        }
      }
      assertEquals(sequences.stream().sorted().distinct().toList(), sequences);
    }
  }
}
