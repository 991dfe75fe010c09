package org.juntos.engine.connection;

import java.net.URI;
import java.util.Locale;
import org.juntos.wire.Bytes;

/// Where a relay is and how it is known.
///
/// @param uri `https://host:port` or `http://host:port`, without a path
/// @param tlsPin SHA-256 of the relay's public key (SubjectPublicKeyInfo); empty when its
///   certificate must be publicly trusted, or there is no TLS
public record RelayAddress(URI uri, Bytes tlsPin) {
  /// Scheme of invite links.
  public static final String INVITE_PREFIX = "juntos://relay/";

  /// Length of a pin.
  public static final int PIN_BYTES = 32;

  public RelayAddress {
    if (!tlsPin.isEmpty() && tlsPin.size() != PIN_BYTES) {
      throw new IllegalArgumentException("a pin has 32 bytes, not " + tlsPin.size());
    }
    if (uri.getHost() == null) {
      throw new IllegalArgumentException("no host: " + uri);
    }
  }

  /// Reads what a person typed or pasted: an `https://` address, an `http://` address on this
  /// machine, `host` or `host:port` (http on this machine, https elsewhere), or an invite link
  /// `juntos://relay/HOST:PORT#PIN`.
  public static Parsed parse(String text) {
    return new RelayAddressParser(false).parse(text);
  }

  /// The same, and `http://` anywhere: for a relay behind a network that protects it.
  public static Parsed parseAllowingPlain(String text) {
    return new RelayAddressParser(true).parse(text);
  }

  /// Whether `host` is this machine.
  static boolean isLoopback(String host) {
    var name = host.toLowerCase(Locale.ROOT);
    return name.equals("localhost") || name.matches("127(\\.\\d{1,3}){3}") || name.equals("[::1]");
  }

  /// Whether anybody on the way can listen.
  public boolean isPlain() {
    return "http".equals(uri.getScheme());
  }

  /// Host and port, as they are shown.
  public String authority() {
    return uri.getAuthority();
  }

  /// The text that [#parse] reads back to the same address.
  public String text() {
    return tlsPin.isEmpty()
        ? uri.toString()
        : INVITE_PREFIX + authority() + "#" + RelayAddressParser.encoded(tlsPin);
  }

  @Override
  public String toString() {
    return text();
  }

  /// What a text was.
  public sealed interface Parsed {
    /// An address.
    record Valid(RelayAddress address) implements Parsed {}

    /// None.
    ///
    /// @param sentence what is wrong with it, for the person
    record Invalid(String sentence) implements Parsed {}
  }
}
