package org.juntos.launcher.demo;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Looks for secrets in files, byte by byte: texts as UTF-8 and UTF-16 in both byte orders, and raw
/// bytes.
final class PlaintextHunt {
  private static final List<Charset> CHARSETS =
      List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
  private static final int BLOCK_BYTES = 1 << 20;

  private final List<Needle> needles = new ArrayList<>();

  private static final class Needle {
    private final String what;
    private final byte[] bytes;

    Needle(String what, byte[] bytes) {
      this.what = what;
      this.bytes = bytes;
    }
  }

  void text(String text) {
    for (var charset : CHARSETS) {
      bytes("\"" + text + "\" as " + charset, text.getBytes(charset));
    }
  }

  void bytes(String what, byte[] bytes) {
    if (bytes.length < 4) {
      throw new IllegalArgumentException("too short to tell from chance: " + what);
    }
    needles.add(new Needle(what, bytes.clone()));
  }

  /// Every needle that is found in `place`, a file or a folder with all below it.
  List<String> search(Path place) throws IOException {
    var found = new ArrayList<String>();
    try (var files = Files.walk(place)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        searchFile(file, found);
      }
    }
    return found;
  }

  private void searchFile(Path file, List<String> found) throws IOException {
    int overlap = needles.stream().mapToInt(needle -> needle.bytes.length).max().orElse(1) - 1;
    var block = new byte[overlap + BLOCK_BYTES];
    int kept = 0;
    try (var input = new BufferedInputStream(Files.newInputStream(file))) {
      for (int read = fill(input, block, kept); read > 0; read = fill(input, block, kept)) {
        int length = kept + read;
        for (var needle : needles) {
          if (contains(block, length, needle.bytes)) {
            found.add(needle.what + " in " + file.getFileName());
          }
        }
        kept = Math.min(overlap, length);
        System.arraycopy(block, length - kept, block, 0, kept);
      }
    }
  }

  private static int fill(InputStream input, byte[] block, int from) throws IOException {
    return input.readNBytes(block, from, block.length - from);
  }

  /// Horspool's search: skips ahead by how far the last byte of the window is from the needle's
  /// end.
  private static boolean contains(byte[] block, int length, byte[] needle) {
    var skip = new int[256];
    Arrays.fill(skip, needle.length);
    for (int i = 0; i < needle.length - 1; i++) {
      skip[needle[i] & 0xFF] = needle.length - 1 - i;
    }
    int last = needle.length - 1;
    for (int at = 0; at + needle.length <= length; at += skip[block[at + last] & 0xFF]) {
      if (Arrays.equals(block, at, at + needle.length, needle, 0, needle.length)) {
        return true;
      }
    }
    return false;
  }
}
