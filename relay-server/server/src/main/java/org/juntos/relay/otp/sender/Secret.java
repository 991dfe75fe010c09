package org.juntos.relay.otp.sender;

import java.nio.charset.StandardCharsets;

/// A password or key that a gateway has given; it shows itself nowhere.
public final class Secret {
  private final String text;

  /// @throws IllegalArgumentException when it is empty
  public Secret(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("the secret is empty");
    }
    this.text = text;
  }

  /// What it is; never for logs.
  public String text() {
    return text;
  }

  byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "Secret";
  }
}
