package org.juntos.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.juntos.relay.OtpDelivery;
import org.juntos.relay.OtpOptions;
import org.juntos.relay.otp.ContactKind;

/// Reads one-time codes where the relay wrote them.
public final class Codes {
  private static final Pattern LINE =
      Pattern.compile("\"(?:phone|email)\":\"([^\"]+)\",\"code\":\"([^\"]+)\"");

  private Codes() {}

  /// Codes for numbers and for e-mail addresses, into `file`.
  public static OtpOptions bothTo(Path file) {
    var channel = OtpOptions.Channel.plain(new OtpDelivery.ToFile(file));
    return OtpOptions.here(Map.of(ContactKind.PHONE, channel, ContactKind.EMAIL, channel));
  }

  /// The last code for a number or an e-mail address.
  ///
  /// @throws IOException when there is none
  public static String last(Path file, String phoneNumber) throws IOException {
    var last = "";
    for (var line : Files.readAllLines(file)) {
      var found = LINE.matcher(line);
      if (found.find() && found.group(1).equals(phoneNumber)) {
        last = found.group(2);
      }
    }
    if (last.isEmpty()) {
      throw new IOException("no code was sent to " + phoneNumber);
    }
    return last;
  }
}
