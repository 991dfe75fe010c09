package org.juntos.relay.store;

import java.io.IOException;

/// The data folder or its database cannot be used. The message is one line for the operator.
public final class StoreUnusableException extends IOException {
  private static final long serialVersionUID = 1;

  StoreUnusableException(String message) {
    super(message);
  }

  StoreUnusableException(String message, Throwable cause) {
    super(message, cause);
  }
}
