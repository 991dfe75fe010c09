package org.juntos.relay.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A `.proto` file of the contract with its comments, which descriptors at run time do not have.
///
/// @param about the comment at its top
record ProtoFile(String name, String about, List<Type> types) {
  private static final Path FOLDER = Path.of("../wire/src/main/proto/juntos/wire/v1");
  private static final Pattern BLOCK = Pattern.compile("(message|enum|oneof) (\\w+) \\{");
  private static final Pattern FIELD = Pattern.compile("(repeated )?([\\w.]+) (\\w+) = (\\d+);");
  private static final Pattern VALUE = Pattern.compile("(\\w+) = (\\d+);");

  /// A message or an enum.
  ///
  /// @param name with that of the message around it: `DeviceList.Device`
  record Type(String name, boolean isEnum, String comment, List<Field> fields) {}

  /// A field, or a value of an enum.
  record Field(String name, String type, int number, String comment) {}

  static List<ProtoFile> all() throws IOException {
    var files = new ArrayList<ProtoFile>();
    try (var paths = Files.list(FOLDER)) {
      for (var path : paths.sorted().toList()) {
        files.add(read(path));
      }
    }
    return files;
  }

  private static ProtoFile read(Path path) throws IOException {
    var lines = Files.readAllLines(path);
    var head = lines.stream().takeWhile(line -> line.startsWith("//"));
    var about = head.map(line -> line.substring(2).strip()).collect(Collectors.joining(" "));
    var reader = new Reader();
    lines.stream().dropWhile(line -> line.startsWith("//")).forEach(reader::line);
    return new ProtoFile(path.getFileName().toString(), about, reader.types);
  }

  private static final class Reader {
    private final List<Type> types = new ArrayList<>();

    /// Open blocks; a `oneof` is one of its message.
    private final Deque<Type> open = new ArrayDeque<>();

    private final List<String> comment = new ArrayList<>();

    void line(String line) {
      var text = line.strip();
      if (text.startsWith("//")) {
        comment.add(text.substring(2).strip());
        return;
      }
      var block = BLOCK.matcher(text);
      if (block.matches()) {
        open(block.group(1), block.group(2));
      } else if (text.equals("}")) {
        open.pop();
      } else if (!open.isEmpty()) {
        field(text);
      }
      comment.clear();
    }

    private void open(String kind, String name) {
      if (kind.equals("oneof")) {
        open.push(open.element());
        return;
      }
      var full = open.isEmpty() ? name : open.element().name() + "." + name;
      var type = new Type(full, kind.equals("enum"), String.join(" ", comment), new ArrayList<>());
      types.add(type);
      open.push(type);
    }

    private void field(String text) {
      var type = open.element();
      var said = String.join(" ", comment);
      var field = FIELD.matcher(text);
      var value = VALUE.matcher(text);
      if (type.isEnum() && value.matches()) {
        type.fields().add(new Field(value.group(1), "", Integer.parseInt(value.group(2)), said));
      } else if (field.matches()) {
        var kind = (field.group(1) == null ? "" : field.group(1)) + field.group(2);
        type.fields().add(new Field(field.group(3), kind, Integer.parseInt(field.group(4)), said));
      }
    }
  }
}
