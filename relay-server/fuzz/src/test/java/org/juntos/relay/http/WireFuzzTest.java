package org.juntos.relay.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.relay.FuzzedRelay;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.Padding;
import org.juntos.wire.Paths;
import org.juntos.wire.proto.ClientFrame;
import org.juntos.wire.proto.RelayFrame;
import org.slf4j.LoggerFactory;

/// Whatever arrives is understood or refused: frames of a stream, bodies, headers and paths of
/// every request, and what a client reads. One target, because a process fuzzes one: its first
/// choice is what to write to. Every message begins as a good one of its kind, or as nothing.
/// `relay-server/fuzz/fuzz` goes on for longer.
class WireFuzzTest {
  private static final int OTHER_TARGETS = 3;
  private static final int MOST_TEXT = 120;
  private static final int MOST_SPOILT = 16;
  private static final int VARIANTS = 5;

  @TempDir static Path folder;
  private static FuzzedRelay relay;
  private static FuzzedHttp http;

  @BeforeAll
  static void start() throws Exception {
    ((Logger) LoggerFactory.getLogger("org.juntos")).setLevel(Level.OFF);
    relay = FuzzedRelay.in(folder);
    http = new FuzzedHttp(relay.services());
  }

  @AfterAll
  static void stop() throws Exception {
    http.stop();
    relay.close();
  }

  @FuzzTest
  void whatever_arrives_is_understood_or_refused(FuzzedDataProvider data) throws Exception {
    int target = data.consumeInt(0, http.routes() + OTHER_TARGETS - 1);
    switch (target - http.routes()) {
      case 0 -> stream(data);
      case 1 -> clientReads(data.consumeRemainingAsBytes());
      case 2 -> identifiers(data);
      default -> request(target, data);
    }
  }

  private static void request(int route, FuzzedDataProvider data) throws Exception {
    var token = data.consumeBoolean() ? relay.token() : "x" + data.consumeInt();
    var type = data.consumeBoolean() ? Paths.PROTOBUF : "application/offset+octet-stream";
    var asked =
        http.ask(
            route, data.consumeAsciiString(MOST_TEXT), data.consumeAsciiString(MOST_TEXT), token);
    var body =
        data.consumeBoolean()
            ? spoilt(http.body(route, data.consumeInt(0, VARIANTS)), data)
            : data.consumeRemainingAsBytes();
    assertNotEquals(500, asked.with(type, body), "a fault of ours");
  }

  /// A good message, with something else in some places.
  private static byte[] spoilt(byte[] message, FuzzedDataProvider data) {
    while (message.length > 0 && data.remainingBytes() > 1) {
      int at = data.consumeInt(0, message.length - 1);
      var other = data.consumeBytes(1 + data.consumeInt(0, MOST_SPOILT));
      System.arraycopy(other, 0, message, at, Math.min(other.length, message.length - at));
    }
    return message;
  }

  /// Frames as Jetty hands them on, whole and in pieces.
  private static void stream(FuzzedDataProvider data) {
    var services = relay.services();
    var streams =
        List.of(
            new StreamConnection(relay.device(), "192.0.2.1", new NoHost(), services),
            new AnonymousStream(
                "192.0.2.1",
                new NoHost(),
                services.access(),
                services.ofGroups().sends(),
                services.ofAccounts().sightings()));
    int opcode = OpCode.BINARY;
    boolean last = false;
    while (!last) {
      boolean whole = data.consumeBoolean();
      var payload =
          !whole
              ? data.consumeBytes(data.consumeInt(0, 200))
              : data.consumeBoolean()
                  ? spoilt(Filled.of(ClientFrame.class, data.consumeInt(0, VARIANTS)), data)
                  : data.consumeRemainingAsBytes();
      last = whole || data.remainingBytes() == 0;
      for (var stream : streams) {
        stream.onFrame(new Frame((byte) opcode, last, ByteBuffer.wrap(payload)), Callback.NOOP);
      }
      opcode = OpCode.CONTINUATION;
    }
  }

  private static void clientReads(byte[] frame) throws InvalidProtocolBufferException {
    RelayFrame read;
    try {
      read = RelayFrame.parseFrom(frame);
    } catch (InvalidProtocolBufferException refused) {
      return;
    }
    assertEquals(read, RelayFrame.parseFrom(read.toByteArray()));
  }

  private static void identifiers(FuzzedDataProvider data) {
    var text = data.consumeAsciiString(MOST_TEXT);
    ErrorCode.parse(text);
    ByteRange.of(text, data.consumeLong(0, Long.MAX_VALUE));
    refusable(() -> AccountId.parse(text));
    var bytes = data.consumeRemainingAsBytes();
    refusable(() -> AccountId.of(Bytes.of(bytes)));
    refusable(() -> Padding.unpad(bytes));
    assertEquals(Bytes.of(bytes), Bytes.of(Padding.unpad(Padding.pad(bytes))));
  }

  private static void refusable(Runnable reading) {
    try {
      reading.run();
    } catch (IllegalArgumentException refused) {
      assertNotEquals(null, refused.getMessage());
    }
  }

  /// Streams that have no socket are never opened.
  private record NoHost() implements StreamHost {
    @Override
    public StreamSender.Lanes lanes() {
      throw new IllegalStateException("no stream is opened here");
    }

    @Override
    public void opened(FrameStream stream) {}

    @Override
    public void closed(FrameStream stream, int code) {}
  }
}
