package org.juntos.ui.platform.dbus;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One message of D-Bus.
///
/// @param serial the sender's number of it
/// @param fields of the header, by their codes
/// @param body values of the types that the header names
record Message(Type type, long serial, Map<Integer, Object> fields, List<Object> body) {
  /// Bytes before the fields of the header, and how long these are.
  static final int FIXED_BYTES = 16;

  private static final int PATH = 1;
  private static final int INTERFACE = 2;
  private static final int MEMBER = 3;
  private static final int ERROR = 4;
  private static final int REPLY_TO = 5;
  private static final int DESTINATION = 6;
  private static final int SENDER = 7;
  private static final int SIGNATURE = 8;

  Message {
    fields = Map.copyOf(fields);
    body = List.copyOf(body);
  }

  /// What it is.
  enum Type {
    CALL(1),
    RETURN(2),
    ERROR(3),
    SIGNAL(4);

    /// On the wire.
    private final int code;

    Type(int code) {
      this.code = code;
    }

    static Type of(int code) {
      for (var type : values()) {
        if (type.code == code) {
          return type;
        }
      }
      throw new IllegalArgumentException("a message of an unknown type");
    }
  }

  /// Where a call goes.
  ///
  /// @param name of whoever is called
  /// @param face interface
  record Target(String name, String path, String face) {}

  static Message call(long serial, Target target, String member, String signature, Object... body) {
    var fields = new TreeMap<Integer, Object>();
    fields.put(DESTINATION, target.name);
    return of(Type.CALL, serial, target, member, fields, signature, body);
  }

  /// A signal goes to everybody.
  static Message signal(
      long serial, Target source, String member, String signature, Object... body) {
    return of(Type.SIGNAL, serial, source, member, new TreeMap<>(), signature, body);
  }

  private static Message of(
      Type type,
      long serial,
      Target target,
      String member,
      Map<Integer, Object> fields,
      String signature,
      Object... body) {
    fields.put(PATH, target.path);
    fields.put(INTERFACE, target.face);
    fields.put(MEMBER, member);
    if (!signature.isEmpty()) {
      fields.put(SIGNATURE, signature);
    }
    return new Message(type, serial, fields, List.of(body));
  }

  /// The answer to a call.
  Message answer(long number, String signature, Object... answered) {
    var fields = new TreeMap<Integer, Object>();
    fields.put(REPLY_TO, serial);
    fields.put(DESTINATION, text(SENDER));
    if (!signature.isEmpty()) {
      fields.put(SIGNATURE, signature);
    }
    return new Message(Type.RETURN, number, fields, List.of(answered));
  }

  /// The answer that something went wrong.
  ///
  /// @param name of the error, as `org.freedesktop.DBus.Error.UnknownMethod`
  Message failure(long number, String name) {
    var fields = new TreeMap<Integer, Object>();
    fields.put(REPLY_TO, serial);
    fields.put(DESTINATION, text(SENDER));
    fields.put(ERROR, name);
    return new Message(Type.ERROR, number, fields, List.of());
  }

  String path() {
    return text(PATH);
  }

  String face() {
    return text(INTERFACE);
  }

  String member() {
    return text(MEMBER);
  }

  /// What went wrong; empty when nothing did.
  String error() {
    return text(ERROR);
  }

  /// The number of the call that it answers; -1 when it answers none.
  long replyTo() {
    return fields.get(REPLY_TO) instanceof Long serial ? serial : -1;
  }

  private String text(int field) {
    return fields.get(field) instanceof String text ? text : "";
  }

  byte[] encoded() {
    var signature = text(SIGNATURE);
    var said = new Encoder().all(signature, body).toBytes();
    var header = new ArrayList<List<Object>>();
    new TreeMap<>(fields)
        .forEach((code, value) -> header.add(List.of(code, new Variant(letter(code), value))));
    return new Encoder()
        .all("yyyyuua(yv)", List.of((int) 'l', type.code, 0, 1, said.length, serial, header))
        .align(8)
        .raw(said)
        .toBytes();
  }

  private static String letter(int field) {
    return switch (field) {
      case PATH -> "o";
      case REPLY_TO -> "u";
      case SIGNATURE -> "g";
      default -> "s";
    };
  }

  /// @param whole header and body
  /// @throws IllegalArgumentException when it is none
  static Message decoded(ByteBuffer whole) {
    var header = new Decoder(whole).all("yyyyuua(yv)");
    var type = Type.of((Byte) header.get(1));
    var fields = new TreeMap<Integer, Object>();
    for (var field : (List<?>) header.get(6)) {
      var pair = (List<?>) field;
      if (pair.get(1) instanceof Variant(_, var value)) {
        fields.put(((Byte) pair.get(0)).intValue(), value);
      }
    }
    while (whole.position() % 8 != 0) {
      whole.get();
    }
    var signature = fields.get(SIGNATURE) instanceof String text ? text : "";
    var body = new Decoder(whole.slice().order(whole.order())).all(signature);
    return new Message(type, (Long) header.get(5), fields, body);
  }
}
