package org.juntos.ui.platform.dbus;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// Writes values as D-Bus does, the least byte first: numbers, truths, texts, lists, arrays of
/// bytes, maps, structs (as lists), and variants.
final class Encoder {
  private static final int MOST = 256 * 1024;

  private final ByteBuffer bytes = ByteBuffer.allocate(MOST).order(ByteOrder.LITTLE_ENDIAN);

  /// Writes values of the types of a signature.
  ///
  /// @throws java.nio.BufferOverflowException when it is far more than anybody says
  Encoder all(String signature, List<?> values) {
    var types = Signature.types(signature);
    for (int index = 0; index < types.size(); index++) {
      value(types.get(index), values.get(index));
    }
    return this;
  }

  Encoder align(int to) {
    while (bytes.position() % to != 0) {
      bytes.put((byte) 0);
    }
    return this;
  }

  Encoder raw(byte[] more) {
    bytes.put(more);
    return this;
  }

  byte[] toBytes() {
    var written = new byte[bytes.position()];
    bytes.get(0, written);
    return written;
  }

  private void value(String type, Object value) {
    char kind = type.charAt(0);
    align(Signature.alignment(kind));
    switch (kind) {
      case 'y' -> bytes.put(((Number) value).byteValue());
      case 'b' -> bytes.putInt((Boolean) value ? 1 : 0);
      case 'i', 'u' -> bytes.putInt(((Number) value).intValue());
      case 'x', 't' -> bytes.putLong(((Number) value).longValue());
      case 's', 'o' -> text((String) value);
      case 'g' -> signature((String) value);
      case 'v' -> {
        var variant = (Variant) value;
        signature(variant.type());
        value(variant.type(), variant.value());
      }
      case '(', '{' -> all(type.substring(1, type.length() - 1), (List<?>) value);
      case 'a' -> array(type.substring(1), value);
      default -> throw new IllegalArgumentException("a type that is not used: " + type);
    }
  }

  private void text(String text) {
    var utf8 = text.getBytes(StandardCharsets.UTF_8);
    bytes.putInt(utf8.length).put(utf8).put((byte) 0);
  }

  private void signature(String signature) {
    var ascii = signature.getBytes(StandardCharsets.US_ASCII);
    bytes.put((byte) ascii.length).put(ascii).put((byte) 0);
  }

  private void array(String type, Object value) {
    int size = bytes.position();
    bytes.putInt(0);
    align(Signature.alignment(type.charAt(0)));
    int start = bytes.position();
    if (value instanceof byte[] raw) {
      bytes.put(raw);
    } else if (value instanceof Map<?, ?> map) {
      map.forEach((key, one) -> value(type, List.of(key, one)));
    } else {
      ((List<?>) value).forEach(one -> value(type, one));
    }
    bytes.putInt(size, bytes.position() - start);
  }
}
