package org.juntos.engine.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.WireLimits;
import org.juntos.wire.proto.ClientFrame;
import org.juntos.wire.proto.Delivery;
import org.juntos.wire.proto.RelayFrame;
import org.juntos.wire.proto.Send;
import org.juntos.wire.proto.SendResult;
import org.juntos.wire.proto.SendResult.Status;

final class StreamFramesTest {
  private static final DeviceAddress BOB =
      new DeviceAddress(new AccountId(new UUID(1, 2)), DeviceAddress.PRIMARY_DEVICE);

  @Test
  void puts_one_send_into_the_usual_field() throws IOException {
    var frame = only(StreamFrames.sends(List.of(request(7, 1, 100))));

    assertTrue(frame.hasSend());
    assertEquals(7, frame.getSend().getRequestId());
    assertEquals(BOB, WireValues.device(frame.getSend().getEnvelopes(0).getDestination()));
    assertEquals(100, frame.getSend().getEnvelopes(0).getCiphertext().size());
  }

  @Test
  void packs_a_backlog_into_few_frames_that_keep_the_limit_and_the_order() throws IOException {
    var requests = new ArrayList<SendRequest>();
    for (int i = 0; i < 100; i++) {
      requests.add(request(i, 1, 50_000));
    }

    var frames = StreamFrames.sends(requests);

    assertTrue(frames.size() <= 6, "frames: " + frames.size());
    var ids = new ArrayList<Long>();
    for (var frame : frames) {
      assertTrue(frame.remaining() <= WireLimits.MAX_FRAME_BYTES);
      var read = ClientFrame.parseFrom(frame);
      Stream.concat(
              read.getSendsList().stream(),
              read.hasSend() ? Stream.of(read.getSend()) : Stream.<Send>empty())
          .forEach(send -> ids.add(send.getRequestId()));
    }
    assertEquals(requests.stream().map(SendRequest::requestId).toList(), ids);
  }

  @Test
  void shows_the_access_key_with_what_is_sent_anonymously_and_prints_it_nowhere()
      throws IOException {
    var key = new AccessKey(Bytes.ofHex("ab".repeat(16)));
    var asked = request(1, 1, 10);
    var anonymous = new SendRequest(2, asked.envelopes(), key);
    var frame = only(StreamFrames.sends(List.of(asked, anonymous)));
    assertEquals(0, frame.getSends(0).getAccessKeysCount());
    assertEquals(List.of(WireValues.bytes(key.value())), frame.getSends(1).getAccessKeysList());
    assertFalse(anonymous.toString().contains("abab"), anonymous.toString());
    var ephemeral = ClientFrame.parseFrom(StreamFrames.ephemeral(BOB, Bytes.ofHex("01"), key));
    assertEquals(WireValues.bytes(key.value()), ephemeral.getEphemeral().getAccessKey());
  }

  @Test
  void refuses_a_send_that_no_frame_can_hold() {
    assertThrows(IllegalArgumentException.class, () -> request(1, 5, 250_000));
  }

  private static SendResult.Builder result(long request, Status status) {
    return SendResult.newBuilder().setRequestId(request).setStatus(status);
  }

  @Test
  void reads_every_kind_of_outcome() throws IOException {
    var frame =
        RelayFrame.newBuilder()
            .addResults(result(1, Status.ACCEPTED))
            .addResults(result(2, Status.NO_SUCH_DEVICE).addUnknownDevices(WireValues.device(BOB)))
            .addResults(result(3, Status.LATER).setRetryAfterMs(1_500))
            .addResults(result(4, Status.REFUSED).setCode("too-large"))
            .addResults(result(5, Status.QUEUE_FULL).setRetryAfterMs(60_000))
            .addResults(result(6, Status.LATER).setRetryAfterMs(2_000).setCode("asked-too-often"))
            .addResults(result(7, Status.ACCESS_DENIED))
            .build();

    assertEquals(
        List.of(
            new SendOutcome.Accepted(1),
            new SendOutcome.NoSuchDevice(2, List.of(BOB)),
            new SendOutcome.Later(3, Duration.ofMillis(1_500)),
            new SendOutcome.Refused(4, ErrorCode.TOO_LARGE),
            new SendOutcome.QueueFull(5, Duration.ofMinutes(1)),
            new SendOutcome.AskedTooOften(6, Duration.ofSeconds(2)),
            new SendOutcome.Denied(7)),
        read(frame).outcomes());
  }

  @Test
  void reads_deliveries_with_their_bytes() throws IOException {
    var id = new UUID(3, 4);
    var frame =
        RelayFrame.newBuilder()
            .addDeliveries(
                Delivery.newBuilder()
                    .setId(WireValues.id(id))
                    .setSequence(9)
                    .setAcceptedAtMs(1_000)
                    .setCiphertext(ByteString.copyFrom(new byte[] {1, 2, 3})))
            .setQueueEmpty(true)
            .build();

    var said = read(frame);

    assertEquals(
        List.of(new Delivered(id, 9, Instant.ofEpochSecond(1), Bytes.ofHex("010203"))),
        said.deliveries());
    assertTrue(said.queueEmpty());
  }

  @Test
  void refuses_frames_that_break_the_contract() {
    var shortId = Delivery.newBuilder().setId(ByteString.copyFrom(new byte[15])).build();
    var unknown = SendResult.newBuilder().setRequestId(1).build();

    assertThrows(IOException.class, () -> StreamFrames.read(ByteBuffer.wrap(new byte[] {-1, 5})));
    assertThrows(
        IOException.class, () -> read(RelayFrame.newBuilder().addDeliveries(shortId).build()));
    assertThrows(
        IOException.class, () -> read(RelayFrame.newBuilder().addResults(unknown).build()));
  }

  @Test
  void spreads_many_acknowledgements_over_frames() throws IOException {
    var ids = Stream.generate(UUID::randomUUID).limit(10_000).toList();

    var read = new ArrayList<UUID>();
    for (var frame : StreamFrames.acknowledgements(ids)) {
      assertTrue(frame.remaining() <= WireLimits.MAX_FRAME_BYTES);
      for (var id : ClientFrame.parseFrom(frame).getAcknowledge().getEnvelopeIdsList()) {
        read.add(WireValues.id(id));
      }
    }
    assertEquals(ids, read);
  }

  private static ClientFrame only(List<ByteBuffer> frames) throws IOException {
    assertEquals(1, frames.size());
    return ClientFrame.parseFrom(frames.getFirst());
  }

  private static RelaySaid read(RelayFrame frame) throws IOException {
    return StreamFrames.read(frame.toByteString().asReadOnlyByteBuffer());
  }

  private static SendRequest request(long id, int envelopes, int bytes) {
    var ciphertext = Bytes.of(new byte[bytes]);
    return new SendRequest(
        id,
        Stream.generate(() -> new OutgoingEnvelope(UUID.randomUUID(), BOB, ciphertext))
            .limit(envelopes)
            .toList());
  }
}
