package org.juntos.content;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An address of a page in a text, http or https only.
///
/// @param start in UTF-16 code units of the text
/// @param text as it stands there; without a scheme when it begins with `www.`
/// @param target where it leads, in ASCII: host in punycode, everything else percent-encoded
/// @param doubts why it may not be what it looks like; empty for most
public record WebLink(int start, String text, URI target, Set<LinkDoubt> doubts) {
  /// Longest address that is one.
  public static final int MAX_LENGTH = 2048;

  private static final Pattern SIX = Pattern.compile("\\[[0-9A-Fa-f:.]{2,45}]");
  private static final Pattern LABEL = Pattern.compile("[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?");
  private static final Pattern PORT = Pattern.compile(":[0-9]{1,5}");
  private static final String UNRESERVED = "-._~!$&'()*+,;=:@/?#%[]";

  public WebLink {
    doubts = Set.copyOf(doubts);
  }

  /// Where it is over.
  public int end() {
    return start + text.length();
  }

  /// Null when it is no address of a page.
  ///
  /// @param found begins with a scheme or `www.`
  static @Nullable WebLink of(int start, String found) {
    if (found.length() > MAX_LENGTH) {
      return null;
    }
    var whole = found.regionMatches(true, 0, "www.", 0, 4) ? "https://" + found : found;
    int hostAt = whole.indexOf("//") + 2;
    int hostEnd = hostEnd(whole, hostAt);
    var authority = whole.substring(hostAt, hostEnd);
    int at = authority.lastIndexOf('@');
    var place = authority.substring(at + 1);
    int colon = place.startsWith("[") ? place.indexOf(':', place.indexOf(']')) : place.indexOf(':');
    var host = colon < 0 ? place : place.substring(0, colon);
    var port = colon < 0 ? "" : place.substring(colon);
    var ascii = ascii(host);
    if (ascii == null || !isPort(port)) {
      return null;
    }
    var scheme = whole.substring(0, hostAt).toLowerCase(Locale.ROOT);
    var user = at < 0 ? "" : encoded(authority.substring(0, at)).replace("@", "%40") + "@";
    var target = uri(scheme + user + ascii + port + encoded(whole.substring(hostEnd)));
    return target == null
        ? null
        : new WebLink(start, found, target, LinkDoubt.of(whole, host, at >= 0));
  }

  private static int hostEnd(String whole, int hostAt) {
    int end = hostAt;
    while (end < whole.length() && "/?#".indexOf(whole.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  /// Null when no host is called so.
  private static @Nullable String ascii(String host) {
    if (host.startsWith("[")) {
      return SIX.matcher(host).matches() ? host : null;
    }
    if (!host.codePoints().allMatch(WebLink::mayBeOfName)) {
      return null;
    }
    try {
      var ascii = IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
      return isName(ascii) ? ascii : null;
    } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
      return null;
    }
  }

  private static boolean mayBeOfName(int point) {
    return point == '-'
        || point == '_'
        || point == '.'
        || point == 0x30FB // between two katakana words
        || point == 0x00B7
        || Character.isLetterOrDigit(point)
        || LinkDoubt.isHidden(point)
        || isMark(point);
  }

  private static boolean isMark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isName(String ascii) {
    var name = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
    if (name.isEmpty() || name.length() > 253) {
      return false;
    }
    for (var label : name.split("\\.", -1)) {
      if (!LABEL.matcher(label).matches()) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPort(String port) {
    return port.isEmpty() || PORT.matcher(port).matches();
  }

  private static String encoded(String part) {
    var encoded = new StringBuilder();
    for (int at = 0; at < part.length(); ) {
      int point = part.codePointAt(at);
      if (isPlain(point) && !isLonePercent(part, at) && !isBracket(point)) {
        encoded.append((char) point);
      } else {
        for (byte octet : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
          encoded.append('%').append("%02X".formatted(octet & 0xff));
        }
      }
      at += Character.charCount(point);
    }
    return encoded.toString();
  }

  private static boolean isPlain(int point) {
    return point < 0x80
        && (Character.isLetterOrDigit(point) || UNRESERVED.indexOf((char) point) >= 0);
  }

  private static boolean isBracket(int point) {
    return point == '[' || point == ']';
  }

  private static boolean isLonePercent(String part, int at) {
    return part.charAt(at) == '%'
        && (at + 2 >= part.length()
            || Character.digit(part.charAt(at + 1), 16) < 0
            || Character.digit(part.charAt(at + 2), 16) < 0);
  }

  private static @Nullable URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException _) {
      return null;
    }
  }

  /// Whose page it is, in ASCII.
  public String host() {
    var authority = target.getRawAuthority();
    var place = authority.substring(authority.lastIndexOf('@') + 1);
    return place.replaceFirst(":[0-9]*$", "");
  }

  /// The whole address as it may be shown: what cannot be seen is spelled out, and the host is that
  /// to which it leads.
  public String shown() {
    return target.toString();
  }
}
