package org.juntos.engine.intent;

/// The safety number of a contact.
///
/// @param known of the key that messages to them are for
/// @param changed of another key that has shown up and waits for a decision; [Shown#NONE] when
///   there is none
/// @param verified whether `known` was compared
public record SafetyNumberView(Shown known, Shown changed, boolean verified) {
  /// @param digits 60, in groups of five
  /// @param code text of a QR code, for the contact to scan
  public record Shown(String digits, String code) {
    /// No number.
    public static final Shown NONE = new Shown("", "");

    /// Whether there is one.
    public boolean exists() {
      return !digits.isEmpty();
    }
  }
}
