package org.juntos.engine.connection;

/// What the browser brought, and what proves that this device asked for it.
///
/// @param verifier of the challenge that the sign-in was begun with (RFC 7636)
/// @param redirect where the browser brought it
public record OpenIdAnswer(String session, String code, String verifier, String redirect) {
  /// Does not tell code and verifier.
  @Override
  public String toString() {
    return "OpenIdAnswer";
  }
}
