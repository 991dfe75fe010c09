package org.juntos.engine.connection;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Whoever answers does not keep the contract of relays.
final class ContractException extends IOException {
  private static final long serialVersionUID = 1;

  ContractException(String message) {
    this(message, null);
  }

  ContractException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
