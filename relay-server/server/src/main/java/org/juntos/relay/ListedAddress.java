package org.juntos.relay;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.juntos.wire.WireLimits;

/// One of the addresses that clients may reach a relay at, as its operator lists them.
///
/// @param region for people, for instance `eu-west`; may be empty
/// @param address an `https://` or `http://` address, an invite link that pins a key, or
///   `HOST:PORT` with the relay's own TLS and key
public record ListedAddress(String region, String address) {
  private static final Pattern REGION = Pattern.compile("[a-z0-9][a-z0-9-]{0,23}");
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(https?://|juntos://relay/)?(?:[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(?::(\\d{1,5}))?"
              + "(#[A-Za-z0-9_-]{43})?");
  private static final int HIGHEST_PORT = 65_535;

  public ListedAddress {
    if (!region.isEmpty() && !REGION.matcher(region).matches()) {
      throw new IllegalArgumentException(
          "a region is a word of a-z, 0-9 and - before the =, not '" + region + "'");
    }
    if (!isAddress(address)) {
      throw new IllegalArgumentException(
          "must be [REGION=]HOST:PORT, https://HOST:PORT or an invite link, not '" + address + "'");
    }
  }

  /// Reads `[REGION=]ADDRESS`.
  ///
  /// @throws IllegalArgumentException with one sentence when it is none
  static ListedAddress parse(String text) {
    int equals = text.indexOf('=');
    return equals < 0
        ? new ListedAddress("", text.strip())
        : new ListedAddress(text.substring(0, equals).strip(), text.substring(equals + 1).strip());
  }

  /// The same for several, none of them twice.
  static List<ListedAddress> all(List<String> texts) {
    var listed = texts.stream().filter(text -> !text.isBlank()).map(ListedAddress::parse).toList();
    if (listed.size() > WireLimits.MAX_RELAY_ADDRESSES) {
      throw new IllegalArgumentException(
          "at most " + WireLimits.MAX_RELAY_ADDRESSES + " addresses, not " + listed.size());
    }
    Set<String> seen = new HashSet<>();
    for (var one : listed) {
      if (!seen.add(one.address())) {
        throw new IllegalArgumentException(one.address() + " is there twice");
      }
    }
    return listed;
  }

  private static boolean isAddress(String text) {
    var parts = ADDRESS.matcher(text);
    if (!parts.matches()) {
      return false;
    }
    boolean pinned = parts.group(3) != null;
    boolean invite = "juntos://relay/".equals(parts.group(1));
    var port = parts.group(2);
    return pinned == invite && (port == null || isPort(Integer.parseInt(port)));
  }

  private static boolean isPort(int port) {
    return port > 0 && port <= HIGHEST_PORT;
  }

  /// Whether it has the relay's own port.
  boolean isPortless() {
    return !address.contains("://") && URI.create("relay://" + address).getPort() < 0;
  }

  /// The text that clients are given.
  ///
  /// @param own where the relay itself listens
  /// @param pin of the relay's own key; empty when there is none to pin
  String text(URI own, String pin) {
    if (address.contains("://")) {
      return address;
    }
    return linked(own.getScheme(), withPort(address, own.getPort()), pin);
  }

  /// A relay's address as text: an invite link when there is a key to pin.
  static String linked(String scheme, String authority, String pin) {
    return pin.isEmpty() ? scheme + "://" + authority : "juntos://relay/" + authority + "#" + pin;
  }

  /// `name` with `port` when it has none.
  static String withPort(String name, int port) {
    return URI.create("relay://" + name).getPort() < 0 ? name + ":" + port : name;
  }
}
