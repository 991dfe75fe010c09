package org.juntos.relay.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.juntos.relay.ManualClock;
import org.juntos.relay.push.PushSender.Pushed;

class FcmSenderTest {
  private static final String TOKEN = "{\"access_token\":\"abc\",\"expires_in\":3599}";

  private final ManualClock clock = new ManualClock(Instant.parse("2026-01-01T00:00:00Z"));

  private static KeyPair rsa() throws Exception {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2_048);
    return generator.generateKeyPair();
  }

  static String pem(KeyPair keys) {
    var text = Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded());
    return "-----BEGIN PRIVATE KEY-----\n" + text + "\n-----END PRIVATE KEY-----\n";
  }

  private static ServiceAccount account(LocalPushService service, KeyPair keys) throws Exception {
    return ServiceAccount.read(
        JSON.std.asString(
            Map.of(
                "type", "service_account",
                "project_id", "juntos-build",
                "client_email", "relay@juntos-build.example",
                "private_key", pem(keys),
                "token_uri", service.url("/token"))));
  }

  @Test
  void a_data_message_without_data_goes_out_under_a_token_that_is_asked_for_once()
      throws Exception {
    var keys = rsa();
    try (var service = new LocalPushService();
        var http = http(service)) {
      var sender = new FcmSender(http, service.url(""), account(service, keys), clock);
      service.say(200, Map.of(), TOKEN);
      service.say(200, Map.of(), "{}");
      assertEquals(new Pushed.Taken(), sender.push(new PushTarget.Fcm("device")));
      assertEquals(new Pushed.Taken(), sender.push(new PushTarget.Fcm("device")));
      signed(service.post(), keys, service.url("/token"));
      var message = service.post();
      assertEquals("/v1/projects/juntos-build/messages:send", message.path());
      assertEquals("Bearer abc", message.header("Authorization"));
      var sent = JSON.std.mapFrom(message.text());
      assertEquals(List.of("message"), List.copyOf(sent.keySet()));
      assertTrue(message.text().contains("\"token\":\"device\""));
      assertTrue(message.text().contains("\"priority\":\"HIGH\""));
      assertEquals("/v1/projects/juntos-build/messages:send", service.post().path());
      clock.advance(Duration.ofHours(1));
      service.say(200, Map.of(), TOKEN);
      sender.push(new PushTarget.Fcm("device"));
      assertEquals("/token", service.post().path());
    }
  }

  private PushHttp http(LocalPushService service) throws Exception {
    return PushHttp.anywhere(WebPushSenderTest.trusting(service.certificate()));
  }

  private void signed(LocalPushService.Post asked, KeyPair keys, String audience) throws Exception {
    assertEquals("/token", asked.path());
    var form = URLDecoder.decode(asked.text(), StandardCharsets.UTF_8);
    assertTrue(form.startsWith("grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&"), form);
    var assertion = SignedJWT.parse(form.replaceAll(".*assertion=", ""));
    assertTrue(assertion.verify(new RSASSAVerifier((RSAPublicKey) keys.getPublic())));
    var claims = assertion.getJWTClaimsSet();
    assertEquals("relay@juntos-build.example", claims.getIssuer());
    assertEquals(List.of(audience), claims.getAudience());
    assertEquals(
        "https://www.googleapis.com/auth/firebase.messaging", claims.getStringClaim("scope"));
    assertEquals(clock.instant(), claims.getIssueTime().toInstant());
  }

  @Test
  void what_the_service_answers_is_understood() throws Exception {
    try (var service = new LocalPushService();
        var http = http(service)) {
      var sender = new FcmSender(http, service.url(""), account(service, rsa()), clock);
      var to = new PushTarget.Fcm("device");
      service.say(200, Map.of(), TOKEN);
      service.say(404, Map.of(), "{\"error\":{\"status\":\"NOT_FOUND\"}}");
      assertEquals(new Pushed.Gone(), sender.push(to));
      service.say(429, Map.of("Retry-After", "60"), "");
      assertEquals(new Pushed.Later(Duration.ofMinutes(1)), sender.push(to));
      service.say(400, Map.of(), "");
      assertEquals(new Pushed.Refused("HTTP status 400"), sender.push(to));
      service.say(401, Map.of(), "");
      assertEquals(new Pushed.Later(Duration.ZERO), sender.push(to), "with another token");
      service.say(500, Map.of(), "");
      assertThrows(IOException.class, () -> sender.push(to), "there is none");
    }
  }

  @Test
  void a_file_that_is_no_service_account_is_named_as_such() {
    for (var text : List.of("", "[]", "{}", "{\"token_uri\":\"x\"}")) {
      assertThrows(IOException.class, () -> ServiceAccount.read(text), text);
    }
    var wrong = assertThrows(IOException.class, () -> PemKey.read("RSA", "secret"));
    assertEquals("its key is no RSA key (PKCS #8, PEM)", wrong.getMessage());
  }
}
