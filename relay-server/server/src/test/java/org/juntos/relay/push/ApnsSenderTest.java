package org.juntos.relay.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.juntos.relay.ManualClock;
import org.juntos.relay.push.PushSender.Pushed;

class ApnsSenderTest {
  private static final PushTarget.Apns DEVICE = new PushTarget.Apns("00ff".repeat(16));

  private final ManualClock clock = new ManualClock(Instant.parse("2026-01-01T00:00:00Z"));

  @Test
  void an_alert_without_words_goes_out_over_http_2_under_a_token_that_is_made_anew_in_time()
      throws Exception {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    var keys = generator.generateKeyPair();
    var key = PemKey.read("EC", FcmSenderTest.pem(keys));
    var provider = new ApnsSender.Provider(key, "KEY1", "TEAM1", "org.juntos.app");
    try (var service = new LocalApns();
        var http = PushHttp.anywhere(service.trust())) {
      var sender = new ApnsSender(http, service.url(), provider, clock);
      assertEquals(new Pushed.Taken(), sender.push(DEVICE));
      var post = service.posts.getFirst();
      assertEquals("HTTP/2.0", post.version());
      assertEquals("/3/device/" + DEVICE.token(), post.path());
      assertEquals("org.juntos.app", post.headers().get("apns-topic"));
      assertEquals("alert", post.headers().get("apns-push-type"));
      assertEquals("10", post.headers().get("apns-priority"));
      assertEquals("juntos", post.headers().get("apns-collapse-id"));
      assertEquals(
          "{\"aps\":{\"alert\":{\"loc-key\":\"NEW_MESSAGES\"},\"mutable-content\":1}}",
          post.body());
      var token = post.headers().get("authorization").replace("bearer ", "");
      var signed = SignedJWT.parse(token);
      assertTrue(signed.verify(new ECDSAVerifier((ECPublicKey) keys.getPublic())));
      assertEquals("KEY1", signed.getHeader().getKeyID());
      assertEquals("TEAM1", signed.getJWTClaimsSet().getIssuer());
      assertEquals(clock.instant(), signed.getJWTClaimsSet().getIssueTime().toInstant());
      clock.advance(Duration.ofMinutes(39));
      sender.push(DEVICE);
      assertEquals("bearer " + token, service.posts.get(1).headers().get("authorization"));
      clock.advance(Duration.ofMinutes(1));
      sender.push(DEVICE);
      assertNotEquals("bearer " + token, service.posts.get(2).headers().get("authorization"));
    }
  }

  @Test
  void what_the_service_answers_is_understood() throws Exception {
    var keys = KeyPairGenerator.getInstance("EC");
    keys.initialize(new ECGenParameterSpec("secp256r1"));
    var provider =
        new ApnsSender.Provider(keys.generateKeyPair().getPrivate(), "K", "T", "org.juntos.app");
    try (var service = new LocalApns();
        var http = PushHttp.anywhere(service.trust())) {
      var sender = new ApnsSender(http, service.url(), provider, clock);
      service.say(410, "{\"reason\":\"Unregistered\"}");
      assertEquals(new Pushed.Gone(), sender.push(DEVICE));
      service.say(400, "{\"reason\":\"BadDeviceToken\"}");
      assertEquals(new Pushed.Gone(), sender.push(DEVICE));
      service.say(403, "{\"reason\":\"ExpiredProviderToken\"}");
      assertEquals(new Pushed.Later(Duration.ZERO), sender.push(DEVICE));
      service.say(503, "{\"reason\":\"Shutdown\"}");
      assertEquals(new Pushed.Later(Duration.ZERO), sender.push(DEVICE));
      service.say(400, "{\"reason\":\"BadTopic\"}");
      assertEquals(new Pushed.Refused("HTTP status 400 BadTopic"), sender.push(DEVICE));
    }
  }
}
