package org.juntos.relay.turn;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.Bytes;

/// A message of STUN (RFC 8489) with the attributes that TURN needs of it.
///
/// @param type method and class
/// @param attributes by type, in their order; of two of one type the first
record StunMessage(int type, Bytes transaction, Map<Integer, byte[]> attributes) {
  static final int HEADER_BYTES = 20;
  static final int ALLOCATE = 0x0003;
  static final int ALLOCATED = 0x0103;
  static final int REFRESH = 0x0004;

  static final int USERNAME = 0x0006;
  static final int INTEGRITY = 0x0008;
  static final int ERROR_CODE = 0x0009;
  static final int LIFETIME = 0x000D;
  static final int REALM = 0x0014;
  static final int NONCE = 0x0015;
  static final int RELAYED_ADDRESS = 0x0016;
  static final int REQUESTED_TRANSPORT = 0x0019;

  private static final int COOKIE = 0x2112A442;
  private static final int TRANSACTION_BYTES = 12;
  private static final int INTEGRITY_BYTES = 20;
  private static final int IPV4 = 4;
  private static final int IPV6 = 16;

  /// One that begins a transaction.
  static StunMessage request(int type, RandomGenerator random) {
    var transaction = new byte[TRANSACTION_BYTES];
    random.nextBytes(transaction);
    return new StunMessage(type, Bytes.of(transaction), new LinkedHashMap<>());
  }

  StunMessage with(int attribute, byte[] value) {
    attributes.put(attribute, value);
    return this;
  }

  StunMessage with(int attribute, String value) {
    return with(attribute, value.getBytes(StandardCharsets.UTF_8));
  }

  /// The message; with `key` also an attribute that proves it (RFC 8489, 14.5).
  byte[] bytes(byte @Nullable [] key) {
    var body = new ByteArrayOutputStream();
    attributes.forEach((attribute, value) -> append(body, attribute, value));
    if (key == null) {
      return framed(body.toByteArray(), body.size());
    }
    var proven = framed(body.toByteArray(), body.size() + IPV4 + INTEGRITY_BYTES);
    append(body, INTEGRITY, TurnCredentials.hmac(key, proven));
    return framed(body.toByteArray(), body.size());
  }

  private static void append(ByteArrayOutputStream body, int attribute, byte[] value) {
    var field = ByteBuffer.allocate(4 + padded(value.length));
    field.putShort((short) attribute).putShort((short) value.length).put(value);
    body.writeBytes(field.array());
  }

  private static int padded(int length) {
    return (length + 3) / 4 * 4;
  }

  private byte[] framed(byte[] body, int announced) {
    return ByteBuffer.allocate(HEADER_BYTES + body.length)
        .putShort((short) type)
        .putShort((short) announced)
        .putInt(COOKIE)
        .put(transaction.buffer())
        .put(body)
        .array();
  }

  /// Bytes after the header that it announces.
  static int length(byte[] header) {
    return ByteBuffer.wrap(header).getShort(2) & 0xffff;
  }

  /// @throws IOException when it is none
  static StunMessage parse(byte[] bytes) throws IOException {
    if (bytes.length < HEADER_BYTES
        || ByteBuffer.wrap(bytes).getInt(4) != COOKIE
        || length(bytes) != bytes.length - HEADER_BYTES) {
      throw new IOException("this is no STUN message");
    }
    var buffer = ByteBuffer.wrap(bytes);
    int type = buffer.getShort();
    var transaction = Bytes.of(Arrays.copyOfRange(bytes, 8, HEADER_BYTES));
    buffer.position(HEADER_BYTES);
    var attributes = new LinkedHashMap<Integer, byte[]>();
    while (buffer.remaining() >= 4) {
      int attribute = buffer.getShort() & 0xffff;
      int length = buffer.getShort() & 0xffff;
      if (length > buffer.remaining()) {
        throw new IOException("an attribute of a STUN message is cut off");
      }
      var value = new byte[length];
      buffer.get(value);
      buffer.position(Math.min(buffer.limit(), buffer.position() + padded(length) - length));
      attributes.putIfAbsent(attribute, value);
    }
    return new StunMessage(type, transaction, attributes);
  }

  boolean answers(StunMessage request) {
    return transaction.equals(request.transaction);
  }

  String text(int attribute) {
    return new String(attributes.getOrDefault(attribute, new byte[0]), StandardCharsets.UTF_8);
  }

  /// As in HTTP; 0 when there is none.
  int errorCode() {
    var value = attributes.get(ERROR_CODE);
    return value == null || value.length < 4 ? 0 : (value[2] & 7) * 100 + value[3];
  }

  /// The address from which the server relays; null when it says none.
  @Nullable InetAddress relayed() throws UnknownHostException {
    var value = attributes.get(RELAYED_ADDRESS);
    if (value == null || (value.length != 4 + IPV4 && value.length != 4 + IPV6)) {
      return null;
    }
    var mask = ByteBuffer.allocate(IPV6).putInt(COOKIE).put(transaction.buffer()).array();
    var address = Arrays.copyOfRange(value, 4, value.length);
    for (int i = 0; i < address.length; i++) {
      address[i] ^= mask[i];
    }
    return InetAddress.getByAddress(address);
  }
}
