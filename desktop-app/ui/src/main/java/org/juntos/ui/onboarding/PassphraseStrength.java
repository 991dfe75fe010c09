package org.juntos.ui.onboarding;

import java.util.Locale;
import java.util.Set;

/// A rough, honest guess at how long a passphrase would hold against someone with the disk.
enum PassphraseStrength {
  TOO_SHORT(0.25, "Too short: at least 8 characters"),
  WEAK(0.5, "Weak: easy to guess"),
  FAIR(0.75, "Fair: a few more words would help"),
  STRONG(1, "Strong");

  private static final int SHORTEST = 8;
  private static final Set<String> COMMON =
      Set.of("password", "passwort", "12345678", "123456789", "qwertyui", "iloveyou", "letmein!");

  private final double fraction;
  private final String sentence;

  PassphraseStrength(double fraction, String sentence) {
    this.fraction = fraction;
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }

  /// Its style class.
  String look() {
    return switch (this) {
      case TOO_SHORT, WEAK -> "strength-weak";
      case FAIR -> "strength-fair";
      case STRONG -> "strength-strong";
    };
  }

  /// 0 to 1.
  double fraction() {
    return fraction;
  }

  static PassphraseStrength of(String passphrase) {
    var length = passphrase.codePointCount(0, passphrase.length());
    if (length < SHORTEST) {
      return TOO_SHORT;
    }
    var different = passphrase.codePoints().distinct().count();
    var lower = passphrase.toLowerCase(Locale.ROOT);
    if (COMMON.contains(lower) || different < 5 || bits(passphrase, length) < 45) {
      return WEAK;
    }
    return bits(passphrase, length) < 70 || different < 8 ? FAIR : STRONG;
  }

  /// Letters are worth less than they could be, since people choose words.
  private static double bits(String passphrase, int length) {
    var mixed = passphrase.codePoints().anyMatch(point -> !Character.isLetter(point));
    return length * (mixed ? 4.2 : 3.2);
  }
}
