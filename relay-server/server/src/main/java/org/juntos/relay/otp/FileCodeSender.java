package org.juntos.relay.otp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Appends codes to a file, one JSON object a line, for whatever sends them on.
public final class FileCodeSender implements CodeSender {
  private final Path file;

  /// Appends to `file`, which is made when it is missing.
  public FileCodeSender(Path file) {
    this.file = file;
  }

  @Override
  public synchronized void send(String phoneNumber, String code) throws IOException {
    // both are digits and a plus sign: nothing to escape
    var line = "{\"phone\":\"" + phoneNumber + "\",\"code\":\"" + code + "\"}\n";
    Files.write(
        file,
        line.getBytes(StandardCharsets.US_ASCII),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
