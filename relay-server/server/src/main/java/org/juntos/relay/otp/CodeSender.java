package org.juntos.relay.otp;

import java.io.IOException;

/// Carries one-time codes to phone numbers.
public interface CodeSender {
  /// Hands the code on.
  ///
  /// @throws IOException when it did not go out
  void send(String phoneNumber, String code) throws IOException;
}
