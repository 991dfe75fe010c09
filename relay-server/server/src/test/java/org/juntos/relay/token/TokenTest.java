package org.juntos.relay.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.juntos.relay.ManualClock;

class TokenTest {
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T10:00:00Z"));
  private final SecureRandom random = new SecureRandom();
  private final KeyPair key = TokenKeys.read(TokenKeys.generate(random));
  private final TokenIssuer issuer =
      new TokenIssuer(TokenKind.ACCESS, key.getPrivate(), clock, random);
  private final TokenVerifier verifier =
      new TokenVerifier(TokenKind.ACCESS, key.getPublic(), clock);

  private String issue() {
    return issuer.issue("somebody", "a detail", Duration.ofMinutes(15)).text();
  }

  @Test
  void a_token_says_what_was_put_into_it_and_no_two_have_the_same_id() {
    var token = verifier.verify(issue());
    var another = verifier.verify(issue());
    assertNotNull(token);
    assertNotNull(another);
    assertEquals("somebody", token.subject());
    assertEquals("a detail", token.detail());
    assertFalse(token.id().equals(another.id()));
  }

  @Test
  void a_token_is_good_until_the_second_it_expires() {
    var token = issue();
    clock.advance(Duration.ofMinutes(15).minusMillis(1));
    assertNotNull(verifier.verify(token));
    clock.advance(Duration.ofMillis(1));
    assertNull(verifier.verify(token));
  }

  @Test
  void a_token_of_another_key_is_refused() {
    var other = TokenKeys.read(TokenKeys.generate(random));
    var forged = new TokenIssuer(TokenKind.ACCESS, other.getPrivate(), clock, random);
    assertNull(verifier.verify(forged.issue("somebody", "", Duration.ofMinutes(15)).text()));
  }

  @Test
  void a_token_without_a_signature_is_refused() {
    var payload = part(issue(), 1);
    for (var algorithm : List.of("none", "None", "NONE")) {
      var header = "{\"alg\":\"" + algorithm + "\",\"typ\":\"juntos-access+jwt\"}";
      assertNull(verifier.verify(encode(header) + "." + payload + "."));
    }
  }

  @Test
  void the_public_key_is_no_shared_secret() throws GeneralSecurityException {
    var signed =
        encode("{\"alg\":\"HS256\",\"typ\":\"juntos-access+jwt\"}") + "." + part(issue(), 1);
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key.getPublic().getEncoded(), "HmacSHA256"));
    var signature = mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII));
    assertNull(verifier.verify(signed + "." + ENCODER.encodeToString(signature)));
  }

  @Test
  void any_changed_character_breaks_a_token() {
    var token = issue();
    assertNotNull(verifier.verify(token));
    for (int i = 0; i < token.length() - 1; i++) { // the last one has spare bits
      char changed = token.charAt(i) == 'A' ? 'B' : 'A';
      var forged = token.substring(0, i) + changed + token.substring(i + 1);
      assertNull(verifier.verify(forged), "character " + i);
    }
  }

  @Test
  void a_token_of_another_kind_is_refused() {
    var admission = new TokenIssuer(TokenKind.ADMISSION, key.getPrivate(), clock, random);
    assertNull(verifier.verify(admission.issue("somebody", "", Duration.ofMinutes(1)).text()));
  }

  @Test
  void what_is_no_token_is_refused() {
    for (var text : List.of("", ".", "..", "a.b.c", "x".repeat(100_000), "\u0000", "é.é.é")) {
      assertNull(verifier.verify(text));
    }
  }

  @Test
  void a_damaged_key_is_told_at_once() {
    assertThrows(
        IllegalArgumentException.class,
        () -> TokenKeys.read("bm90\na2V5\n".getBytes(StandardCharsets.US_ASCII)));
    assertThrows(IllegalArgumentException.class, () -> TokenKeys.read(new byte[0]));
  }

  private static String part(String token, int index) {
    return token.split("\\.", -1)[index];
  }

  private static String encode(String json) {
    return ENCODER.encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
