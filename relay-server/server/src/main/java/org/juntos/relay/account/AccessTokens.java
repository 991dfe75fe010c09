package org.juntos.relay.account;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.token.SignedToken;
import org.juntos.relay.token.TokenIssuer;
import org.juntos.relay.token.TokenVerifier;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// Access tokens of devices: each dies with the registration that it was issued for. Thread-safe.
///
/// @param verifier of what `issuer` issues
public record AccessTokens(TokenIssuer issuer, TokenVerifier verifier) {
  private static final Duration LIFETIME = Duration.ofMinutes(15);
  private static final int BINDING_BYTES = 12;

  /// What a token says; null when it is not valid.
  @Nullable Shown read(String accessToken) {
    var token = verifier.verify(accessToken);
    return token == null ? null : new Shown(parse(token.subject()), token.detail());
  }

  /// A token of `device`.
  record Shown(DeviceAddress device, String binding) {
    /// Whether it was issued for the registration with this secret.
    boolean isOf(Bytes secretHash) {
      return AccessTokens.binding(secretHash).equals(binding);
    }
  }

  SignedToken issue(DeviceAddress device, Bytes secretHash) {
    return issuer.issue(device.toString(), binding(secretHash), LIFETIME);
  }

  /// Ties a token to one registration: it dies when the device registers again.
  private static String binding(Bytes secretHash) {
    var hash = sha256(secretHash).toArray();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOf(hash, BINDING_BYTES));
  }

  /// The relay's own signature vouches for the form.
  private static DeviceAddress parse(String subject) {
    int dot = subject.lastIndexOf('.');
    return new DeviceAddress(
        AccountId.parse(subject.substring(0, dot)), Integer.parseInt(subject.substring(dot + 1)));
  }

  static Bytes sha256(Bytes input) {
    try {
      return Bytes.of(MessageDigest.getInstance("SHA-256").digest(input.toArray()));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("this JDK has no SHA-256", impossible);
    }
  }
}
