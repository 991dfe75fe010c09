package org.juntos.ui.platform.dbus;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Reads values as D-Bus writes them. Unsigned numbers come as `Long`, maps as maps, structs as
/// lists.
final class Decoder {
  /// As the specification has it.
  private static final int DEEPEST = 64;

  private final ByteBuffer bytes;
  private int depth;

  /// @param bytes from where alignment counts; in the order in which the sender writes them
  Decoder(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  /// Values of the types of a signature.
  ///
  /// @throws java.nio.BufferUnderflowException when they are cut off
  /// @throws IllegalArgumentException when they are none
  List<Object> all(String signature) {
    var values = new ArrayList<>();
    for (var type : Signature.types(signature)) {
      values.add(value(type));
    }
    return values;
  }

  private void align(int to) {
    while (bytes.position() % to != 0) {
      bytes.get();
    }
  }

  private Object value(String type) {
    char kind = type.charAt(0);
    align(Signature.alignment(kind));
    return switch (kind) {
      case 'y' -> bytes.get();
      case 'b' -> bytes.getInt() != 0;
      case 'n', 'q' -> bytes.getShort();
      case 'i' -> bytes.getInt();
      case 'u' -> Integer.toUnsignedLong(bytes.getInt());
      case 'x', 't' -> bytes.getLong();
      case 'd' -> bytes.getDouble();
      case 's', 'o' -> text(bytes.getInt());
      case 'g' -> text(Byte.toUnsignedInt(bytes.get()));
      case 'v' -> variant();
      case '(' -> all(type.substring(1, type.length() - 1));
      case 'a' -> array(type.substring(1));
      default -> throw new IllegalArgumentException("a type that is not used: " + type);
    };
  }

  private Variant variant() {
    var type = text(Byte.toUnsignedInt(bytes.get()));
    if (Signature.types(type).size() != 1 || depth == DEEPEST) {
      throw new IllegalArgumentException("no variant, or too deep in others");
    }
    depth++;
    var value = value(type);
    depth--;
    return new Variant(type, value);
  }

  private String text(int size) {
    if (size < 0 || size >= bytes.remaining()) {
      throw new IllegalArgumentException("a text that is cut off");
    }
    var utf8 = new byte[size];
    bytes.get(utf8);
    bytes.get(); // 0 at the end
    return new String(utf8, StandardCharsets.UTF_8);
  }

  private Object array(String type) {
    int size = bytes.getInt();
    align(Signature.alignment(type.charAt(0)));
    int end = bytes.position() + size;
    if (size < 0 || end > bytes.limit()) {
      throw new IllegalArgumentException("an array that is cut off");
    }
    return type.startsWith("{") ? map(type.substring(1, type.length() - 1), end) : list(type, end);
  }

  private List<Object> list(String type, int end) {
    var list = new ArrayList<>();
    while (bytes.position() < end) {
      list.add(value(type));
    }
    return list;
  }

  private Object map(String entry, int end) {
    if (Signature.types(entry).size() != 2) {
      throw new IllegalArgumentException("an entry has a key and a value");
    }
    var map = new LinkedHashMap<>();
    while (bytes.position() < end) {
      align(8);
      var pair = all(entry);
      map.put(pair.get(0), pair.get(1));
    }
    return map;
  }
}
