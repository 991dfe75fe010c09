package org.juntos.relay.otp;

import java.io.IOException;

/// A code did not go out. The message is for the log: it names neither the recipient nor the code,
/// so it never repeats what the other side said.
public final class SendFailedException extends IOException {
  private static final long serialVersionUID = 1;

  /// @param why one phrase
  public SendFailedException(String why) {
    super(why);
  }

  /// @param why one phrase
  public SendFailedException(String why, Throwable cause) {
    super(why, cause);
  }
}
