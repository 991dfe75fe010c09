package org.juntos.relay;

import java.nio.file.Path;

/// Where one-time codes go.
public sealed interface OtpDelivery {
  /// One line on standard output for each code, `code for +49… : 123456`.
  record ToLog() implements OtpDelivery {}

  /// One JSON line for each code, appended to `file`: `{"phone":"+49…","code":"123456"}`.
  record ToFile(Path file) implements OtpDelivery {}
}
