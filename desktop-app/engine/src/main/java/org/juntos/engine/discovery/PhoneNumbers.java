package org.juntos.engine.discovery;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Phone numbers in the one form in which they are looked for.
final class PhoneNumbers {
  private static final int MAX_CHARACTERS = 64;
  private static final String NO_REGION = "ZZ";

  private PhoneNumbers() {}

  /// E.164 of what somebody wrote; null when it is no number, or one without a country code while
  /// no country is given.
  ///
  /// @param country ISO 3166 code of where numbers without a country code are from; may be empty
  static @Nullable String e164(String written, String country) {
    if (written.length() > MAX_CHARACTERS) {
      return null;
    }
    var text = written.strip().replaceFirst("^00", "+");
    var region = country.isEmpty() ? NO_REGION : country.toUpperCase(Locale.ROOT);
    var library = PhoneNumberUtil.getInstance();
    try {
      var number = library.parse(text, region);
      return library.isValidNumber(number) ? library.format(number, PhoneNumberFormat.E164) : null;
    } catch (NumberParseException _) { // what a person wrote
      return null;
    }
  }
}
