package org.juntos.relay.turn;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where a TURN server is (RFC 7065): `turn:HOST[:PORT][?transport=udp|tcp]` or
/// `turns:HOST[:PORT]`.
///
/// @param text as it was given
public record TurnUri(String text, String host, int port, Transport transport) {
  private static final int PLAIN_PORT = 3478;
  private static final int TLS_PORT = 5349;

  /// What carries its messages.
  public enum Transport {
    UDP,
    TCP,
    TLS
  }

  /// @throws IllegalArgumentException with one sentence when it is none
  public static TurnUri parse(String text) {
    var parts = text.split(":", 2);
    var scheme = parts[0].toLowerCase(Locale.ROOT);
    if (parts.length < 2 || (!scheme.equals("turn") && !scheme.equals("turns"))) {
      throw none(text);
    }
    try {
      var at = URI.create("turn://" + parts[1]);
      boolean named = at.getHost() != null && at.getPath().isEmpty() && at.getUserInfo() == null;
      if (!named || at.getFragment() != null || at.getPort() > 0xffff) {
        throw none(text);
      }
      boolean tls = scheme.equals("turns");
      int usual = tls ? TLS_PORT : PLAIN_PORT;
      int port = at.getPort() < 0 ? usual : at.getPort();
      return new TurnUri(text, at.getHost(), port, transport(text, tls, at.getQuery()));
    } catch (IllegalArgumentException _) {
      throw none(text);
    }
  }

  private static Transport transport(String text, boolean tls, @Nullable String query) {
    if (tls && (query == null || query.equals("transport=tcp"))) {
      return Transport.TLS;
    }
    if (!tls && "transport=tcp".equals(query)) {
      return Transport.TCP;
    }
    if (!tls && (query == null || query.equals("transport=udp"))) {
      return Transport.UDP;
    }
    throw none(text);
  }

  private static IllegalArgumentException none(String text) {
    return new IllegalArgumentException(
        "a TURN server is turn:HOST[:PORT][?transport=udp|tcp] or turns:HOST[:PORT], not '"
            + text
            + "'");
  }
}
