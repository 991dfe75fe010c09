package org.juntos.relay.otp;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.limit.Verdict;
import org.juntos.wire.ErrorCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads phone numbers and says which of them get codes.
final class PhoneNumbers {
  private static final int MAX_CHARACTERS = 32;
  private static final int PREFIX_DIGITS = 3;

  /// Digits that a prefix leaves out at least: a prefix is many people's.
  private static final int HIDDEN_DIGITS = 5;

  private static final String NO_REGION = "ZZ";

  /// Numbers of the other types cost more than they should, ring nobody's pocket, or are had by the
  /// thousand.
  private static final Set<PhoneNumberType> SERVED =
      Set.of(
          PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE, PhoneNumberType.FIXED_LINE);

  private static final Logger LOG = LoggerFactory.getLogger(PhoneNumbers.class);

  private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();
  private final Set<String> countries;

  /// @param countries ISO 3166 codes of the countries whose numbers get codes; empty for all
  PhoneNumbers(Set<String> countries) {
    this.countries = Set.copyOf(countries);
  }

  /// Where a code to `text` would go.
  Verdict<Destination> read(String text) {
    var number = parse(text);
    if (number == null) {
      return Verdict.refused(
          ErrorCode.PHONE_NUMBER_INVALID,
          "Give a valid phone number with + and the country code, for instance +4915112345678.");
    }
    var region = String.valueOf(library.getRegionCodeForNumber(number));
    if (!countries.isEmpty() && !countries.contains(region)) {
      return refused(
          ErrorCode.COUNTRY_NOT_SERVED, "No codes are sent to numbers of this country.", region);
    }
    if (!SERVED.contains(library.getNumberType(number))) {
      return refused(
          ErrorCode.NUMBER_TYPE_REFUSED,
          "No codes are sent to numbers of this type; give the number of a mobile phone.",
          region);
    }
    var e164 = library.format(number, PhoneNumberFormat.E164);
    return Verdict.granted(
        new Destination(new Contact(ContactKind.PHONE, e164), e164, prefix(number, e164)));
  }

  /// The one form of a number, whether it gets codes or not; null when it is none.
  @Nullable String e164(String text) {
    var number = parse(text);
    return number == null ? null : library.format(number, PhoneNumberFormat.E164);
  }

  private @Nullable PhoneNumber parse(String text) {
    if (text.length() > MAX_CHARACTERS || !text.startsWith("+")) {
      return null;
    }
    try {
      var number = library.parse(text, NO_REGION);
      return library.isValidNumber(number) && !number.hasExtension() ? number : null;
    } catch (NumberParseException _) { // what the person typed
      return null;
    }
  }

  private static Verdict<Destination> refused(ErrorCode code, String detail, String region) {
    LOG.info("event=code_refused why={} country={}", code.text(), region);
    return Verdict.refused(code, detail);
  }

  /// Country code and the first digits after it.
  private static String prefix(PhoneNumber number, String e164) {
    int country = 1 + Integer.toString(number.getCountryCode()).length();
    int national = e164.length() - country;
    return e164.substring(0, country + Math.clamp(national - HIDDEN_DIGITS, 0, PREFIX_DIGITS));
  }

  /// Whether there is such a country.
  static boolean isCountry(String code) {
    return PhoneNumberUtil.getInstance()
        .getSupportedRegions()
        .contains(code.toUpperCase(Locale.ROOT));
  }
}
