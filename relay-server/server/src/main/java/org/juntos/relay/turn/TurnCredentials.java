package org.juntos.relay.turn;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.juntos.relay.otp.sender.Secret;

/// A name and a password that a TURN server takes for a time, because they follow from a secret
/// that it shares with the relay (draft-uberti-behave-turn-rest-00; `use-auth-secret` of coturn).
/// They name nobody.
///
/// @param username when they end, in seconds since 1970, and a label
/// @param password HMAC-SHA1 of the name under the secret, as base64
public record TurnCredentials(String username, String password) {
  private static final String ALGORITHM = "HmacSHA1";

  /// Good until `end`.
  public static TurnCredentials until(Instant end, String label, Secret secret) {
    return of(end.getEpochSecond() + ":" + label, secret);
  }

  static TurnCredentials of(String username, Secret secret) {
    var key = secret.text().getBytes(StandardCharsets.UTF_8);
    var proof = hmac(key, username.getBytes(StandardCharsets.UTF_8));
    return new TurnCredentials(username, Base64.getEncoder().encodeToString(proof));
  }

  static byte[] hmac(byte[] key, byte[] text) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(text);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
    }
  }

  /// Does not tell the password.
  @Override
  public String toString() {
    return "TurnCredentials(" + username + ")";
  }
}
