package org.juntos.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// Reads one-time codes where the relay wrote them.
public final class Codes {
  private static final Pattern LINE =
      Pattern.compile("\"phone\":\"([^\"]+)\",\"code\":\"([^\"]+)\"");

  private Codes() {}

  /// The last code for a number.
  ///
  /// @throws IOException when there is none
  public static String last(Path file, String phoneNumber) throws IOException {
    var last = "";
    for (var line : Files.readAllLines(file)) {
      var found = LINE.matcher(line);
      if (found.find() && found.group(1).equals(phoneNumber)) {
        last = found.group(2);
      }
    }
    if (last.isEmpty()) {
      throw new IOException("no code was sent to " + phoneNumber);
    }
    return last;
  }
}
