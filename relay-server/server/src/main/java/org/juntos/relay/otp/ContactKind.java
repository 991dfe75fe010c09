package org.juntos.relay.otp;

/// What a code proves that somebody holds.
public enum ContactKind {
  /// A phone number.
  PHONE("phone"),
  /// An e-mail address.
  EMAIL("email");

  private final String text;

  ContactKind(String text) {
    this.text = text;
  }

  /// How tokens and senders name it.
  public String text() {
    return text;
  }

  /// Whether there are phone numbers of a country (ISO 3166).
  public static boolean isCountry(String code) {
    return PhoneNumbers.isCountry(code);
  }

  /// How the relay's info names admission by it.
  public String policy() {
    return text + "-code";
  }
}
