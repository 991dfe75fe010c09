package org.juntos.engine.connection;

import static org.juntos.engine.connection.RelayAddress.INVITE_PREFIX;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.Locale;
import org.juntos.engine.connection.RelayAddress.Parsed;
import org.juntos.wire.Bytes;

/// Reads relay addresses.
final class RelayAddressParser {
  private final boolean plainAnywhere;

  RelayAddressParser(boolean plainAnywhere) {
    this.plainAnywhere = plainAnywhere;
  }

  static String encoded(Bytes pin) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(pin.toArray());
  }

  Parsed parse(String text) {
    var trimmed = text.strip();
    if (trimmed.isEmpty()) {
      return invalid("Enter the address of a relay.");
    }
    if (trimmed.regionMatches(true, 0, INVITE_PREFIX, 0, INVITE_PREFIX.length())) {
      return invite(trimmed.substring(INVITE_PREFIX.length()));
    }
    return address(
        trimmed.contains("://") ? trimmed : likelyScheme(trimmed) + trimmed, Bytes.EMPTY);
  }

  /// No public authority certifies a name of this machine for itself.
  private static String likelyScheme(String authority) {
    var host = authority.replaceFirst("(:\\d*)?/?$", "");
    return RelayAddress.isLoopback(host) ? "http://" : "https://";
  }

  private Parsed invite(String rest) {
    int hash = rest.indexOf('#');
    if (hash < 0) {
      return invalid("The invite link is cut off: it has no key of the relay.");
    }
    var pin = pin(rest.substring(hash + 1));
    return pin.size() == RelayAddress.PIN_BYTES
        ? address("https://" + rest.substring(0, hash), pin)
        : invalid("The invite link is cut off or changed: its key of the relay is not whole.");
  }

  private static Bytes pin(String text) {
    try {
      return Bytes.of(Base64.getUrlDecoder().decode(text));
    } catch (IllegalArgumentException _) {
      return Bytes.EMPTY;
    }
  }

  private Parsed address(String text, Bytes pin) {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException _) {
      return invalid("This is not the address of a relay: " + text);
    }
    var problem = problem(uri);
    return problem.isEmpty()
        ? new Parsed.Valid(new RelayAddress(plain(uri), pin))
        : invalid(problem);
  }

  private String problem(URI uri) {
    var host = uri.getHost();
    if (host == null || uri.getPort() == 0 || uri.getPort() > 65_535 || uri.getUserInfo() != null) {
      return "This is not the address of a relay: " + uri;
    }
    if (uri.getPath().length() > 1 || uri.getQuery() != null || uri.getFragment() != null) {
      return "A relay's address ends after its port: " + uri;
    }
    return switch (uri.getScheme().toLowerCase(Locale.ROOT)) {
      case "https" -> "";
      case "http" ->
          plainAnywhere || RelayAddress.isLoopback(host)
              ? ""
              : "Without https only a relay on this machine can be used: " + uri;
      default -> "A relay's address starts with https://, not " + uri.getScheme() + "://.";
    };
  }

  private static URI plain(URI uri) {
    var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    var host = uri.getHost().toLowerCase(Locale.ROOT);
    return URI.create(uri.getScheme().toLowerCase(Locale.ROOT) + "://" + host + port);
  }

  private static Parsed invalid(String sentence) {
    return new Parsed.Invalid(sentence);
  }
}
