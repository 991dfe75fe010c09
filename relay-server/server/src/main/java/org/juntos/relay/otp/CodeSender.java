package org.juntos.relay.otp;

import java.io.IOException;

/// Carries one-time codes to people. Thread-safe.
public interface CodeSender extends AutoCloseable {
  /// Hands the code on; returns once whoever carries it further has taken it.
  ///
  /// @throws SendFailedException when it did not go out, with a reason for the log
  /// @throws IOException when it is unknown whether it did
  void send(Contact to, String code) throws IOException;

  /// What the log calls it.
  default String name() {
    return getClass().getSimpleName();
  }

  /// Lets go of connections.
  @Override
  default void close() {}
}
