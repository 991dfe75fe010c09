package org.juntos.relay.otp.sender;

/// The words around a code.
///
/// @param template has [#PLACE] where the code goes
public record CodeText(String template) {
  /// Where the code goes.
  public static final String PLACE = "{code}";

  /// The usual words.
  public static final String STANDARD = PLACE + " is your Juntos code. Give it to nobody.";

  private static final String LONGEST_CODE = "000000";

  /// @throws IllegalArgumentException when the code has no place, or no short message has room for
  ///   it
  public CodeText {
    if (!template.contains(PLACE)) {
      throw new IllegalArgumentException("the text of a code must contain " + PLACE);
    }
    ShortMessage.of(template.replace(PLACE, LONGEST_CODE));
  }

  /// [#STANDARD].
  public static CodeText standard() {
    return new CodeText(STANDARD);
  }

  String with(String code) {
    return template.replace(PLACE, code);
  }
}
