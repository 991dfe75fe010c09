package org.juntos.content;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import org.juntos.wire.Bytes;

/// The text of a link: a prefix and, in base64url, a message followed by the first four bytes of
/// its SHA-256, so that a link that was cut or mistyped is noticed.
///
/// @param name what people call such a link
record LinkText(String prefix, String name) {
  private static final int CHECK_BYTES = 4;

  private static final int MAX_CHARACTERS = 4096;

  private static final int PIN_BYTES = 32;

  /// The text of `message`.
  String write(byte[] message) {
    var checked = Arrays.copyOf(message, message.length + CHECK_BYTES);
    System.arraycopy(check(message), 0, checked, message.length, CHECK_BYTES);
    return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(checked);
  }

  /// Reads what [#write] wrote, with any white space around or inside it.
  ///
  /// @throws MalformedLinkException with one plain sentence that says what to do
  byte[] read(String text) throws MalformedLinkException {
    if (text.length() > MAX_CHARACTERS) {
      throw new MalformedLinkException("This text is too long for a " + name + ".");
    }
    var link = text.replaceAll("[\\s\\p{Z}\\u200B\\uFEFF]+", "");
    if (!link.toLowerCase(Locale.ROOT).startsWith(prefix)) {
      throw new MalformedLinkException(
          "This is not a " + name + ": it starts with " + prefix + ".");
    }
    return checked(link.substring(prefix.length()));
  }

  /// @throws MalformedLinkException when this version cannot read it
  /// @throws IllegalArgumentException when no version has written it
  void requireVersion(int version, int known) throws MalformedLinkException {
    if (version > known) {
      throw new MalformedLinkException("This " + name + " needs a newer version of Juntos.");
    }
    if (version != known) {
      throw new IllegalArgumentException("no version");
    }
  }

  MalformedLinkException notOurs() {
    return new MalformedLinkException("This " + name + " was not made by Juntos: ask for another.");
  }

  private byte[] checked(String base64) throws MalformedLinkException {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(base64);
    } catch (IllegalArgumentException _) {
      throw damaged();
    }
    int size = bytes.length - CHECK_BYTES;
    if (size <= 0) {
      throw damaged();
    }
    var message = Arrays.copyOf(bytes, size);
    if (!Arrays.equals(check(message), Arrays.copyOfRange(bytes, size, bytes.length))) {
      throw damaged();
    }
    return message;
  }

  private MalformedLinkException damaged() {
    return new MalformedLinkException("This " + name + " is incomplete: copy all of it again.");
  }

  private static byte[] check(byte[] message) {
    return Arrays.copyOf(ConversationId.sha256().digest(message), CHECK_BYTES);
  }

  /// @throws IllegalArgumentException when a relay is not named as links name one
  static void requireRelay(String relay, Bytes pin) {
    if (!pin.isEmpty() && pin.size() != PIN_BYTES) {
      throw new IllegalArgumentException("a pin has 32 bytes");
    }
    if (!isAddress(relay)) {
      throw new IllegalArgumentException("the relay is no http or https address");
    }
  }

  private static boolean isAddress(String relay) {
    try {
      var uri = new URI(relay);
      var http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      return http && uri.getHost() != null && uri.getUserInfo() == null;
    } catch (URISyntaxException _) {
      return false;
    }
  }
}
