package org.juntos.relay.backup;

import java.io.IOException;

/// A backup cannot be made or restored. The message is one line that says why.
public final class BackupException extends IOException {
  private static final long serialVersionUID = 1;

  BackupException(String message) {
    super(message);
  }

  BackupException(String message, Throwable cause) {
    super(message, cause);
  }
}
