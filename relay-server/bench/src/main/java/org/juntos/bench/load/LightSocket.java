package org.juntos.bench.load;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.Paths;

/// A WebSocket client that does as little as the standard lets it (RFC 6455): no extensions, a mask
/// of zeros, one write for each frame. The generator shares the processor with what it measures.
final class LightSocket implements AutoCloseable {
  private static final int BUFFER = 32 * 1_024;
  private static final int FIRST_FRAME = 512;
  private static final int CONTINUATION = 0;
  private static final int BINARY = 2;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int PONG = 10;

  private final Socket socket;
  private final DataInputStream in;
  private final OutputStream out;
  private final ReentrantLock writing = new ReentrantLock();
  private byte[] frame = new byte[FIRST_FRAME];

  private LightSocket(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), BUFFER));
    this.out = socket.getOutputStream();
  }

  /// The stream of a device.
  static LightSocket open(Target target, String token) throws IOException {
    return open(target, Paths.STREAM, "Authorization: Bearer " + token + "\n");
  }

  /// A stream of nobody.
  static LightSocket anonymous(Target target) throws IOException {
    return open(target, Paths.ANONYMOUS, "");
  }

  private static LightSocket open(Target target, String path, String header) throws IOException {
    var address = target.address();
    var socket = target.sockets().createSocket(address.getHost(), address.getPort());
    socket.setTcpNoDelay(true);
    var opened = new LightSocket(socket);
    opened.shakeHands(address, path, header);
    return opened;
  }

  private void shakeHands(URI address, String path, String header) throws IOException {
    var request =
        """
        GET %s HTTP/1.1
        Host: %s
        %sUpgrade: websocket
        Connection: Upgrade
        Sec-WebSocket-Version: 13
        Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==

        """
            .formatted(path, address.getAuthority(), header)
            .replace("\n", "\r\n");
    out.write(request.getBytes(StandardCharsets.US_ASCII));
    var status = line();
    if (!status.contains(" 101")) {
      throw new IOException("no stream: " + status);
    }
    while (!line().isEmpty()) {}
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("closed while shaking hands");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  void send(byte[] payload) throws IOException {
    send(BINARY, payload);
  }

  void ping() throws IOException {
    send(PING, new byte[0]);
  }

  private void send(int opcode, byte[] payload) throws IOException {
    var bytes = ByteBuffer.allocate(payload.length + 14);
    bytes.put((byte) (0x80 | opcode));
    if (payload.length < 126) {
      bytes.put((byte) (0x80 | payload.length));
    } else if (payload.length < 65_536) {
      bytes.put((byte) (0x80 | 126)).putShort((short) payload.length);
    } else {
      bytes.put((byte) (0x80 | 127)).putLong(payload.length);
    }
    bytes.putInt(0).put(payload);
    writing.lock();
    try {
      out.write(bytes.array(), 0, bytes.position());
    } finally {
      writing.unlock();
    }
  }

  /// The next message, in a buffer that the next call uses again; null when the server closed.
  @Nullable ByteBuffer receive() throws IOException {
    int size = 0;
    while (true) {
      int head = in.readUnsignedByte();
      int opcode = head & 0x0f;
      int length = length();
      if (opcode == BINARY || opcode == CONTINUATION) {
        reserve(size + length);
        in.readFully(frame, size, length);
        size += length;
        if ((head & 0x80) != 0) {
          return ByteBuffer.wrap(frame, 0, size);
        }
      } else if (!control(opcode, in.readNBytes(length))) {
        return null;
      }
    }
  }

  private boolean control(int opcode, byte[] payload) throws IOException {
    if (opcode == PING) {
      send(PONG, payload);
    }
    return opcode != CLOSE;
  }

  private int length() throws IOException {
    int length = in.readUnsignedByte() & 0x7f;
    return switch (length) {
      case 126 -> in.readUnsignedShort();
      case 127 -> Math.toIntExact(in.readLong());
      default -> length;
    };
  }

  private void reserve(int size) {
    if (size > frame.length) {
      frame = Arrays.copyOf(frame, Math.max(size, frame.length * 2));
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
