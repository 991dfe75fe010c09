package org.juntos.relay.otp;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;
import org.juntos.relay.limit.Verdict;
import org.juntos.wire.ErrorCode;

/// Reads e-mail addresses: those that ordinary mail servers take, without comments, quotes and
/// address literals.
final class EmailAddresses {
  private static final int MAX_CHARACTERS = 254;
  private static final int MAX_LOCAL = 64;
  private static final Pattern LOCAL =
      Pattern.compile("[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
  private static final Pattern DOMAIN =
      Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9][a-z0-9-]{0,61}[a-z0-9]");

  private EmailAddresses() {}

  /// Where a code to `text` would go.
  static Verdict<Destination> read(String text) {
    int at = text.lastIndexOf('@');
    if (text.length() > MAX_CHARACTERS || at < 1 || at > MAX_LOCAL) {
      return invalid();
    }
    var local = text.substring(0, at).toLowerCase(Locale.ROOT);
    var domain = ascii(text.substring(at + 1));
    if (!LOCAL.matcher(local).matches() || !DOMAIN.matcher(domain).matches()) {
      return invalid();
    }
    var contact = new Contact(ContactKind.EMAIL, local + "@" + domain);
    return Verdict.granted(new Destination(contact, untagged(local) + "@" + domain, domain));
  }

  /// Most servers put `ana+anything` into the mailbox of `ana`.
  private static String untagged(String local) {
    int plus = local.indexOf('+');
    return plus < 1 ? local : local.substring(0, plus);
  }

  private static String ascii(String domain) {
    try {
      return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException _) { // what the person typed
      return "";
    }
  }

  private static Verdict<Destination> invalid() {
    return Verdict.refused(
        ErrorCode.EMAIL_INVALID, "Give a valid e-mail address, for instance ana@example.org.");
  }
}
