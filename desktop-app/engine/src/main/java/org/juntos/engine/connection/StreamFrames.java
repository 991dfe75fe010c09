package org.juntos.engine.connection;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.WireLimits;
import org.juntos.wire.proto.Acknowledge;
import org.juntos.wire.proto.ClientFrame;
import org.juntos.wire.proto.Delivery;
import org.juntos.wire.proto.EphemeralOut;
import org.juntos.wire.proto.MultiSend;
import org.juntos.wire.proto.Probe;
import org.juntos.wire.proto.RelayFrame;
import org.juntos.wire.proto.Send;
import org.juntos.wire.proto.SendResult;

/// Frames of the stream between our records and Protocol Buffers.
public final class StreamFrames {
  private static final int ACKNOWLEDGEMENTS_PER_FRAME = 4_096;

  private StreamFrames() {}

  /// As few frames as the frame limit allows, in order.
  public static List<ByteBuffer> sends(List<SendRequest> requests) {
    var frames = new ArrayList<ByteBuffer>();
    var batch = new ArrayList<Send>();
    int size = 0;
    for (var request : requests) {
      if (size + request.wireBytes() > WireLimits.MAX_FRAME_BYTES) {
        frames.add(frame(batch));
        batch.clear();
        size = 0;
      }
      batch.add(send(request));
      size += request.wireBytes();
    }
    if (!batch.isEmpty()) {
      frames.add(frame(batch));
    }
    return frames;
  }

  /// One frame.
  public static ByteBuffer sendToMany(SendToMany request) {
    var send =
        MultiSend.newBuilder()
            .setRequestId(request.requestId())
            .setId(WireValues.id(request.id()))
            .setMessage(WireValues.bytes(request.message()))
            .setEndorsement(WireValues.bytes(request.endorsement()));
    return bytes(ClientFrame.newBuilder().setMultiSend(send).build());
  }

  /// As few frames as are needed.
  public static List<ByteBuffer> acknowledgements(List<UUID> envelopes) {
    var frames = new ArrayList<ByteBuffer>();
    for (int from = 0; from < envelopes.size(); from += ACKNOWLEDGEMENTS_PER_FRAME) {
      int to = Math.min(envelopes.size(), from + ACKNOWLEDGEMENTS_PER_FRAME);
      var acknowledge = Acknowledge.newBuilder();
      envelopes.subList(from, to).forEach(id -> acknowledge.addEnvelopeIds(WireValues.id(id)));
      frames.add(bytes(ClientFrame.newBuilder().setAcknowledge(acknowledge).build()));
    }
    return frames;
  }

  /// One frame.
  public static ByteBuffer ephemeral(
      DeviceAddress destination, Bytes ciphertext, AccessKey accessKey) {
    var ephemeral =
        EphemeralOut.newBuilder()
            .setDestination(WireValues.device(destination))
            .setCiphertext(WireValues.bytes(ciphertext))
            .setAccessKey(WireValues.bytes(accessKey.value()));
    return bytes(ClientFrame.newBuilder().setEphemeral(ephemeral).build());
  }

  /// One frame that asks for a sign of life.
  public static ByteBuffer probe() {
    return bytes(ClientFrame.newBuilder().setProbe(Probe.getDefaultInstance()).build());
  }

  /// Reads a frame of the relay.
  ///
  /// @throws IOException when it does not keep the contract
  public static RelaySaid read(ByteBuffer frame) throws IOException {
    var read = parse(frame);
    return new RelaySaid(
        outcomes(read.getResultsList()),
        deliveries(read.getDeliveriesList()),
        read.getEphemeralsList().stream().map(in -> WireValues.bytes(in.getCiphertext())).toList(),
        PresenceFrames.read(read.getPresenceList()),
        read.getQueueEmpty(),
        read.getPrekeysLow(),
        read.getAlive());
  }

  private static RelayFrame parse(ByteBuffer frame) throws IOException {
    try {
      return RelayFrame.parseFrom(frame);
    } catch (InvalidProtocolBufferException e) {
      throw new ContractException("the relay sent an unreadable frame", e);
    }
  }

  private static ByteBuffer frame(List<Send> sends) {
    var frame = ClientFrame.newBuilder();
    if (sends.size() == 1) {
      frame.setSend(sends.getFirst());
    } else {
      frame.addAllSends(sends);
    }
    return bytes(frame.build());
  }

  private static ByteBuffer bytes(ClientFrame frame) {
    return frame.toByteString().asReadOnlyByteBuffer();
  }

  private static Send send(SendRequest request) {
    var send = Send.newBuilder().setRequestId(request.requestId());
    for (var envelope : request.envelopes()) {
      send.addEnvelopes(
          org.juntos.wire.proto.OutgoingEnvelope.newBuilder()
              .setId(WireValues.id(envelope.id()))
              .setDestination(WireValues.device(envelope.destination()))
              .setCiphertext(WireValues.bytes(envelope.ciphertext())));
    }
    send.setEndorsement(WireValues.bytes(request.endorsement()));
    var accessKey = request.accessKey();
    return accessKey.isNone()
        ? send.build()
        : send.addAccessKeys(WireValues.bytes(accessKey.value())).build();
  }

  private static List<Delivered> deliveries(List<Delivery> deliveries) throws IOException {
    var delivered = new ArrayList<Delivered>(deliveries.size());
    for (var delivery : deliveries) {
      delivered.add(
          new Delivered(
              WireValues.id(delivery.getId()),
              delivery.getSequence(),
              Instant.ofEpochMilli(delivery.getAcceptedAtMs()),
              WireValues.bytes(delivery.getCiphertext())));
    }
    return delivered;
  }

  private static List<SendOutcome> outcomes(List<SendResult> results) throws IOException {
    var outcomes = new ArrayList<SendOutcome>(results.size());
    for (var result : results) {
      outcomes.add(outcome(result));
    }
    return outcomes;
  }

  private static SendOutcome outcome(SendResult result) throws IOException {
    long id = result.getRequestId();
    return switch (result.getStatus()) {
      case ACCEPTED -> new SendOutcome.Accepted(id);
      case NO_SUCH_DEVICE ->
          new SendOutcome.NoSuchDevice(
              id, devices(result.getUnknownDevicesList()), devices(result.getMissingDevicesList()));
      case LATER -> later(result);
      case QUEUE_FULL -> new SendOutcome.QueueFull(id, retryAfter(result));
      case REFUSED -> new SendOutcome.Refused(id, ErrorCode.parse(result.getCode()));
      case ACCESS_DENIED -> new SendOutcome.Denied(id);
      case ENDORSEMENT_DENIED -> new SendOutcome.EndorsementDenied(id);
      case STATUS_UNSPECIFIED, UNRECOGNIZED ->
          throw new ContractException(
              "the relay sent an unknown result: " + result.getStatusValue());
    };
  }

  private static SendOutcome later(SendResult result) {
    long id = result.getRequestId();
    var delay = retryAfter(result);
    return ErrorCode.parse(result.getCode()) == ErrorCode.ASKED_TOO_OFTEN
        ? new SendOutcome.AskedTooOften(id, delay)
        : new SendOutcome.Later(id, delay);
  }

  private static Duration retryAfter(SendResult result) {
    return Duration.ofMillis(Math.max(0, result.getRetryAfterMs()));
  }

  private static List<DeviceAddress> devices(List<org.juntos.wire.proto.DeviceAddress> said)
      throws IOException {
    var devices = new ArrayList<DeviceAddress>();
    for (var device : said) {
      devices.add(WireValues.device(device));
    }
    return devices;
  }
}
