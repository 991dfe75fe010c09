package org.juntos.ui.onboarding;

import org.jspecify.annotations.Nullable;
import org.juntos.engine.intent.Problem;

/// What is wrong with what a person has typed, before anybody is asked about it; null when nothing
/// is.
final class Typed {
  private static final int LEAST_DIGITS = 4;

  private Typed() {}

  static @Nullable Problem relay(String address) {
    return address.isBlank()
        ? Problem.local(
            "relay-missing",
            "The address of your relay is missing.",
            "Type it, or paste an invite link.")
        : null;
  }

  /// @param email whether an e-mail address would do
  static @Nullable Problem target(String target, boolean email) {
    if (target.contains("@") || target.chars().filter(Character::isDigit).count() >= LEAST_DIGITS) {
      return null;
    }
    return Problem.local(
        "phone-missing",
        email
            ? "That is neither a phone number nor an e-mail address."
            : "That is not a phone number.",
        "Type the number with the country code, such as +49.");
  }

  /// @param linked whether the relay's link brings one
  static @Nullable Problem invite(String invite, boolean linked) {
    return invite.isBlank() && !linked
        ? Problem.local(
            "invite-missing", "The invite is missing.", "Paste the whole link that you were given.")
        : null;
  }

  static @Nullable Problem login(String user, String password) {
    return user.isBlank() || password.isEmpty()
        ? Problem.local(
            "login-missing",
            "The user name or the password is missing.",
            "The relay's admin gives you both.")
        : null;
  }

  static @Nullable Problem device(String name) {
    return name.isBlank()
        ? Problem.local(
            "device-name-missing",
            "This device has no name yet.",
            "Type one by which you will know it, such as Laptop.")
        : null;
  }

  static @Nullable Problem pin(String pin) {
    return pin.isBlank()
        ? Problem.local(
            "pin-missing", "The PIN is missing.", "Type the one that was set on the other device.")
        : null;
  }

  static @Nullable Problem name(String name) {
    return name.isBlank()
        ? Problem.local(
            "name-missing", "Your name is missing.", "Type what your contacts call you.")
        : null;
  }

  static @Nullable Problem newPassphrase(String passphrase, String again) {
    if (PassphraseStrength.of(passphrase) == PassphraseStrength.TOO_SHORT) {
      return Problem.local(
          "passphrase-short",
          "The passphrase is too short.",
          "Use at least 8 characters; a few words are best.");
    }
    return passphrase.equals(again)
        ? null
        : Problem.local(
            "passphrase-differs", "The two passphrases differ.", "Type the same one twice.");
  }

  static @Nullable Problem passphrase(String passphrase) {
    return passphrase.isEmpty()
        ? Problem.local(
            "passphrase-missing",
            "The passphrase is missing.",
            "Type the one you chose on this device.")
        : null;
  }
}
