package org.juntos.engine.intent;

/// Why not, for a person and for a script.
///
/// @param code stable, for instance `code-wrong`, `offline`, `passphrase-wrong`, `link-invalid`
/// @param sentence one plain sentence
/// @param nextStep what the person can do; empty when there is nothing
/// @param requestId of the relay's answer; empty when the relay was not involved
public record Problem(String code, String sentence, String nextStep, String requestId) {
  /// A problem that the relay had no part in.
  public static Problem local(String code, String sentence, String nextStep) {
    return new Problem(code, sentence, nextStep, "");
  }
}
