package org.juntos.relay.otp;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import org.jspecify.annotations.Nullable;

/// Reads phone numbers.
final class PhoneNumbers {
  private static final int MAX_CHARACTERS = 32;
  private static final String NO_REGION = "ZZ";

  private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();

  /// `text` as E.164 (`+` and digits), null when it is no number that can exist.
  @Nullable String normalise(String text) {
    if (text.length() > MAX_CHARACTERS || !text.startsWith("+")) {
      return null;
    }
    try {
      var number = library.parse(text, NO_REGION);
      return library.isValidNumber(number) && !number.hasExtension()
          ? library.format(number, PhoneNumberFormat.E164)
          : null;
    } catch (NumberParseException _) { // what the person typed
      return null;
    }
  }
}
