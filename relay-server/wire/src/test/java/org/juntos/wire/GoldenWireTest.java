package org.juntos.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.juntos.wire.proto.Access;
import org.juntos.wire.proto.Account;
import org.juntos.wire.proto.Discovery;
import org.juntos.wire.proto.Groups;
import org.juntos.wire.proto.Linking;
import org.juntos.wire.proto.Lock;
import org.juntos.wire.proto.Names;
import org.juntos.wire.proto.Reports;
import org.juntos.wire.proto.Statuses;

/// Every message that was ever sent must be understood for ever. The golden file has one line for
/// each kind, with every field set; `-Dgolden=update` writes it anew.
class GoldenWireTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/wire-v1.txt");

  private static List<Descriptor> kinds() {
    return Stream.of(
            Account.getDescriptor(),
            Access.getDescriptor(),
            org.juntos.wire.proto.Stream.getDescriptor(),
            Lock.getDescriptor(),
            Names.getDescriptor(),
            Linking.getDescriptor(),
            Groups.getDescriptor(),
            Reports.getDescriptor(),
            Statuses.getDescriptor(),
            Discovery.getDescriptor())
        .flatMap(file -> file.getMessageTypes().stream())
        .flatMap(type -> Stream.concat(Stream.of(type), type.getNestedTypes().stream()))
        .toList();
  }

  /// A message with every field set to a value that its number decides.
  private static DynamicMessage sample(Descriptor type) {
    var message = DynamicMessage.newBuilder(type);
    for (var field : type.getFields()) {
      if (field.isRepeated()) {
        message.addRepeatedField(field, value(field));
        message.addRepeatedField(field, value(field));
      } else {
        message.setField(field, value(field));
      }
    }
    return message.build();
  }

  private static Object value(FieldDescriptor field) {
    int number = field.getNumber();
    return switch (field.getJavaType()) {
      case INT -> 1_000 + number;
      case LONG -> 1_800_000_000_000L + number;
      case BOOLEAN -> true;
      case STRING -> "text " + number + " é";
      case BYTE_STRING -> ByteString.copyFrom(new byte[] {(byte) number, 0, -1, -128});
      case ENUM -> field.getEnumType().getValues().getLast();
      case MESSAGE -> sample(field.getMessageType());
      case FLOAT, DOUBLE -> throw new AssertionError("the contract has no fractions: " + field);
    };
  }

  private static Map<String, String> golden() throws IOException {
    var lines = new TreeMap<String, String>();
    for (var line : Files.readAllLines(GOLDEN)) {
      int space = line.indexOf(' ');
      lines.put(line.substring(0, space), line.substring(space + 1));
    }
    return lines;
  }

  private static Map<String, String> current() {
    var lines = new TreeMap<String, String>();
    for (var kind : kinds()) {
      lines.put(kind.getFullName(), HexFormat.of().formatHex(sample(kind).toByteArray()));
    }
    return lines;
  }

  @BeforeAll
  static void update() throws IOException {
    if ("update".equals(System.getProperty("golden"))) {
      var text = new StringBuilder();
      current().forEach((kind, hex) -> text.append(kind).append(' ').append(hex).append('\n'));
      Files.writeString(GOLDEN, text.toString());
    }
  }

  @Test
  void the_golden_bytes_of_every_kind_are_understood_whole() throws IOException {
    var golden = golden();
    var known = new TreeMap<String, Descriptor>();
    kinds().forEach(kind -> known.put(kind.getFullName(), kind));
    assertEquals(golden.keySet(), known.keySet(), "kinds of message");
    for (var kind : known.values()) {
      assertUnderstood(kind, HexFormat.of().parseHex(golden.getOrDefault(kind.getFullName(), "")));
    }
  }

  private static void assertUnderstood(Descriptor kind, byte[] bytes)
      throws InvalidProtocolBufferException {
    var message = DynamicMessage.parseFrom(kind, bytes);
    assertEquals(
        UnknownFieldSet.getDefaultInstance(),
        message.getUnknownFields(),
        "a field is gone: " + kind.getFullName());
    for (var entry : message.getAllFields().entrySet()) {
      var field = entry.getKey();
      var expected = sample(kind).getField(field);
      assertEquals(expected, entry.getValue(), field.getFullName());
    }
    assertTrue(message.toByteString().equals(ByteString.copyFrom(bytes)), kind.getFullName());
  }

  @Test
  void fields_that_were_added_keep_the_old_numbers() throws IOException {
    // the same bytes, not only bytes that parse: a renumbered field would parse as another one
    var golden = golden();
    current()
        .forEach((kind, hex) ->
            assertTrue(
                hex.equals(golden.get(kind)),
                kind + " changed; if a field was added on purpose, run with -Dgolden=update"));
  }
}
