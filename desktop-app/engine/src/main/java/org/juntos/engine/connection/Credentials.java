package org.juntos.engine.connection;

import org.juntos.crypto.secret.SecretBytes;
import org.juntos.wire.DeviceAddress;

/// What a device proves itself with: its address and the secret that it chose at registration.
/// Links turn it into short-lived access tokens and keep those to themselves.
public final class Credentials implements AutoCloseable {
  /// Length of a device secret.
  public static final int SECRET_BYTES = 32;

  private final DeviceAddress device;
  private final SecretBytes secret;

  /// Owns `secret` from here on.
  public Credentials(DeviceAddress device, SecretBytes secret) {
    if (secret.size() != SECRET_BYTES) {
      throw new IllegalArgumentException("a device secret has 32 bytes, not " + secret.size());
    }
    this.device = device;
    this.secret = secret;
  }

  /// Who this is.
  public DeviceAddress device() {
    return device;
  }

  /// Lent, not given: closed with these credentials.
  public SecretBytes secret() {
    return secret;
  }

  @Override
  public void close() {
    secret.close();
  }

  @Override
  public String toString() {
    return "Credentials(" + device + ")";
  }
}
