package org.juntos.crypto.session;

/// Input that is refused, and why.
final class RefusedException extends Exception {
  RefusedException(String message) {
    super(message);
  }

  String why() {
    return String.valueOf(getMessage());
  }
}
