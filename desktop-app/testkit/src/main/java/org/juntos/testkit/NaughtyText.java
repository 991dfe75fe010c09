package org.juntos.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A text that programs stumble over. Every field that takes text of people goes through all of
/// them.
///
/// @param category what may be odd about it, in words with hyphens
/// @param text any chars at all: unpaired surrogates and NUL, too
public record NaughtyText(String category, String text) {
  private static final String RESOURCE = "naughty.txt";
  private static final int LONGEST_SHOWN = 60;

  /// All of them, each once, in the order of the resource `naughty.txt`, which says how it is
  /// written.
  public static List<NaughtyText> all() {
    var all = new ArrayList<NaughtyText>();
    var category = "";
    for (var line : lines()) {
      if (line.startsWith("[")) {
        category = line.substring(1, line.length() - 1);
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        all.add(new NaughtyText(category, line.equals("\\e") ? "" : new Reading(line).text()));
      }
    }
    return all;
  }

  private static List<String> lines() {
    try (var stream = NaughtyText.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException(RESOURCE + " is not on the class path");
      }
      return List.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8).split("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Short and in ASCII, for the message of a test.
  @Override
  public String toString() {
    var shown = new StringBuilder(category).append(": ");
    text.chars()
        .limit(LONGEST_SHOWN)
        .forEach(c -> shown.append(c >= ' ' && c < 127 ? "" + (char) c : "\\u%04x".formatted(c)));
    return shown.append(text.length() > LONGEST_SHOWN ? " …" : "").toString();
  }

  /// Reads the escapes of a line.
  private static final class Reading {
    private final String line;
    private final StringBuilder text = new StringBuilder();
    private int at;

    Reading(String line) {
      this.line = line;
    }

    String text() {
      while (at < line.length()) {
        next();
      }
      return text.toString();
    }

    private void next() {
      if (line.charAt(at) != '\\') {
        text.append(line.charAt(at++));
        return;
      }
      var escape = line.charAt(at + 1);
      at += 2;
      switch (escape) {
        case 'n' -> text.append('\n');
        case 'r' -> text.append('\r');
        case 't' -> text.append('\t');
        case '\\' -> text.append('\\');
        case 'u' -> text.appendCodePoint(Integer.parseInt(inBraces(), 16));
        case '*' -> repeat();
        default -> throw new IllegalStateException("no such escape: " + line);
      }
    }

    private void repeat() {
      var times = Integer.parseInt(line.substring(at, line.indexOf('{', at)));
      at = line.indexOf('{', at);
      text.append(new Reading(inBraces()).text().repeat(times));
    }

    /// What is in the braces here, which may have escapes with braces of their own.
    private String inBraces() {
      var start = ++at;
      for (var depth = 1; depth > 0; at++) {
        var c = line.charAt(at);
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      }
      return line.substring(start, at - 1);
    }
  }
}
