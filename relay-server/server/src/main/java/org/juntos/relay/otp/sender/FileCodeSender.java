package org.juntos.relay.otp.sender;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.juntos.relay.otp.CodeSender;
import org.juntos.relay.otp.Contact;

/// Appends codes to a file, one JSON object a line, for whatever sends them on.
public final class FileCodeSender implements CodeSender {
  private final Path file;

  /// Appends to `file`, which is made when it is missing.
  public FileCodeSender(Path file) {
    this.file = file;
  }

  @Override
  public synchronized void send(Contact to, String code) throws IOException {
    // neither numbers nor the addresses that are taken have anything to escape
    var line = "{\"%s\":\"%s\",\"code\":\"%s\"}\n".formatted(to.kind().text(), to.address(), code);
    Files.write(
        file,
        line.getBytes(StandardCharsets.US_ASCII),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
