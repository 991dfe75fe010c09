package org.juntos.relay;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.juntos.wire.Paths;

/// A WebSocket by hand, for what well-behaved clients never do.
final class RawSocket implements AutoCloseable {
  static final int CONTINUATION = 0;
  static final int BINARY = 2;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;

  private static final int FIN = 0x80;
  private static final int MASKED = 0x80;
  private static final byte[] MASK = {1, 2, 3, 4};

  private final Socket socket;
  private final DataInputStream in;

  private RawSocket(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new DataInputStream(socket.getInputStream());
  }

  static RawSocket open(RunningRelay relay, String token) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), relay.relay().port());
    socket.setSoTimeout(20_000);
    var request =
        String.join(
            "\r\n",
            "GET " + Paths.STREAM + " HTTP/1.1",
            "Host: relay",
            "Connection: Upgrade",
            "Upgrade: websocket",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
            "Authorization: Bearer " + token,
            "",
            "");
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    var raw = new RawSocket(socket);
    raw.readHead();
    return raw;
  }

  private void readHead() throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.readUnsignedByte());
    }
    if (!head.toString().startsWith("HTTP/1.1 101")) {
      throw new IOException("no upgrade: " + head);
    }
  }

  /// Sends a frame, masked as a client must.
  void send(boolean fin, int opcode, byte[] payload) throws IOException {
    write(fin, opcode, payload, true);
  }

  void sendUnmasked(int opcode, byte[] payload) throws IOException {
    write(true, opcode, payload, false);
  }

  /// The head of a frame and the first byte of a payload whose rest never comes.
  void announce(int opcode, long length) throws IOException {
    var head = ByteBuffer.allocate(15).put((byte) (FIN | opcode)).put((byte) (MASKED | 127));
    socket.getOutputStream().write(head.putLong(length).put(MASK).array());
    socket.getOutputStream().flush();
  }

  private void write(boolean fin, int opcode, byte[] payload, boolean masked) throws IOException {
    var frame = new ByteArrayOutputStream(payload.length + 14);
    frame.write((fin ? FIN : 0) | opcode);
    int mask = masked ? MASKED : 0;
    if (payload.length < 126) {
      frame.write(mask | payload.length);
    } else {
      frame.write(mask | 127);
      frame.writeBytes(ByteBuffer.allocate(8).putLong(payload.length).array());
    }
    if (masked) {
      frame.writeBytes(MASK);
    }
    for (int i = 0; i < payload.length; i++) {
      frame.write(masked ? payload[i] ^ MASK[i % 4] : payload[i]);
    }
    socket.getOutputStream().write(frame.toByteArray());
    socket.getOutputStream().flush();
  }

  /// A frame as it came.
  record Received(int opcode, ByteBuffer payload) {
    int closeCode() {
      return payload.duplicate().getShort();
    }
  }

  Received receive() throws IOException {
    int opcode = in.readUnsignedByte() & 0x0f;
    long length = in.readUnsignedByte() & 0x7f;
    if (length == 126) {
      length = in.readUnsignedShort();
    } else if (length == 127) {
      length = in.readLong();
    }
    var payload = new byte[Math.toIntExact(length)];
    in.readFully(payload);
    return new Received(opcode, ByteBuffer.wrap(payload));
  }

  /// The code of the close frame that comes next, data frames aside.
  int closeCode() throws IOException {
    for (var frame = receive(); ; frame = receive()) {
      if (frame.opcode() == CLOSE) {
        return frame.closeCode();
      }
    }
  }

  /// Whether the relay ends the connection.
  boolean isEnded() throws IOException {
    try {
      return in.read() < 0;
    } catch (EOFException _) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
