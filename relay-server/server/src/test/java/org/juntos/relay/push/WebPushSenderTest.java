package org.juntos.relay.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zerodeplibs.webpush.VAPIDKeyPair;
import java.io.IOException;
import java.net.URI;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.juntos.relay.limit.Verdict;
import org.juntos.relay.otp.sender.LocalCertificate;
import org.juntos.relay.push.PushSender.Pushed;
import org.juntos.wire.Bytes;

class WebPushSenderTest {
  private final VAPIDKeyPair keys = VapidKeys.read(VapidKeys.generate(new SecureRandom()));

  static X509TrustManager trusting(LocalCertificate certificate) throws Exception {
    var trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("service", certificate.certificate());
    var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    return (X509TrustManager) managers.getTrustManagers()[0];
  }

  private WebPushSender sender(LocalPushService service, String contact) throws Exception {
    var http = PushHttp.anywhere(trusting(service.certificate()));
    return new WebPushSender(http, keys, contact, InstantSource.system());
  }

  private static PushTarget.Web target(LocalPushService service, UserAgent agent) {
    return new PushTarget.Web(
        URI.create(service.url("/wp/device?x=1")), agent.p256dh(), agent.auth());
  }

  @Test
  void pushes_are_readable_for_the_device_alone_signed_by_the_relay_and_all_the_same()
      throws Exception {
    var agent = new UserAgent();
    try (var service = new LocalPushService();
        var sender = sender(service, "mailto:admin@example.org")) {
      assertEquals(new Pushed.Taken(), sender.push(target(service, agent)));
      assertEquals(new Pushed.Taken(), sender.push(target(service, agent)));
      var first = service.post();
      assertEquals("/wp/device?x=1", first.path());
      assertEquals("86400", first.header("TTL"));
      assertEquals("high", first.header("Urgency"));
      assertEquals("juntos", first.header("Topic"));
      assertEquals(WebPushSender.WAKE, agent.opened(first));
      assertThrows(Exception.class, () -> new UserAgent().opened(first));
      assertEquals(WebPushSender.WAKE, agent.opened(service.post()));
      var word = UserAgent.signed(first, VapidKeys.publicKey(keys).toArray());
      assertEquals(List.of(service.url("")), word.getAudience());
      assertEquals("mailto:admin@example.org", word.getSubject());
      var ends = word.getExpirationTime().toInstant();
      assertTrue(ends.isAfter(Instant.now()));
      assertTrue(
          ends.isBefore(Instant.now().plus(Duration.ofHours(24))), "RFC 8292 allows no more");
    }
  }

  @Test
  void what_the_push_service_answers_is_understood() throws Exception {
    var agent = new UserAgent();
    try (var service = new LocalPushService();
        var sender = sender(service, "")) {
      var to = target(service, agent);
      service.say(410, Map.of(), "");
      assertEquals(new Pushed.Gone(), sender.push(to));
      service.say(404, Map.of(), "");
      assertEquals(new Pushed.Gone(), sender.push(to));
      service.say(429, Map.of("Retry-After", "17"), "");
      assertEquals(new Pushed.Later(Duration.ofSeconds(17)), sender.push(to));
      service.say(503, Map.of("Retry-After", "tomorrow"), "");
      assertEquals(new Pushed.Later(Duration.ZERO), sender.push(to));
      service.say(403, Map.of(), "");
      assertInstanceOf(Pushed.Refused.class, sender.push(to));
      service.say(307, Map.of("Location", service.url("/elsewhere")), "");
      assertEquals(new Pushed.Refused("HTTP status 307"), sender.push(to));
      assertEquals(6, service.left(), "a redirect is not followed");
    }
  }

  @Test
  void a_push_service_that_nobody_vouches_for_gets_nothing() throws Exception {
    try (var service = new LocalPushService();
        var sender = new WebPushSender(PushHttp.anywhere(null), keys, "", InstantSource.system())) {
      var to = target(service, new UserAgent());
      assertThrows(IOException.class, () -> sender.push(to));
      assertEquals(0, service.left());
    }
  }

  @Test
  void addresses_that_cannot_be_meant_are_refused() throws Exception {
    var agent = new UserAgent();
    var rules = new PushRules(Set.of(PushWay.WEB), false);
    var key = agent.p256dh();
    var auth = agent.auth();
    assertTrue(isGood(rules.web("https://push.example.org/x", key, auth)));
    for (var address :
        List.of(
            "",
            "http://push.example.org/x",
            "https://",
            "https:///x",
            "ftp://push.example.org",
            "https://user:pw@push.example.org/",
            "https://push.example.org/#x",
            "https://127.0.0.1/x",
            "https://[::1]/x",
            "https://10.0.0.1:8443/x",
            "https://169.254.169.254/latest",
            "https://push.example.org/" + "x".repeat(2_048),
            "https://push.example.org/\u0001",
            "push.example.org")) {
      assertFalse(isGood(rules.web(address, key, auth)), address);
    }
    var off = key.toArray();
    off[40] ^= 1; // not on the curve any more
    assertFalse(isGood(rules.web("https://push.example.org/x", Bytes.of(off), auth)));
    assertFalse(isGood(rules.web("https://push.example.org/x", Bytes.EMPTY, auth)));
    assertFalse(isGood(rules.web("https://push.example.org/x", Bytes.of(new byte[65]), auth)));
    assertFalse(isGood(rules.web("https://push.example.org/x", key, Bytes.EMPTY)));
    assertFalse(isGood(rules.fcm("token")), "it is off");
    var here = new PushRules(Set.of(PushWay.WEB), true);
    assertTrue(isGood(here.web("https://127.0.0.1/x", key, auth)));
  }

  @Test
  void device_tokens_of_other_services_have_their_forms() {
    var rules = new PushRules(Set.of(PushWay.FCM, PushWay.APNS), false);
    assertTrue(isGood(rules.fcm("dW:APA91b-_x.y")));
    assertFalse(isGood(rules.fcm("a b")));
    assertFalse(isGood(rules.fcm("")));
    assertTrue(isGood(rules.apns("0a".repeat(32))));
    assertFalse(isGood(rules.apns("0a".repeat(8))));
    assertFalse(isGood(rules.apns("../".repeat(20))));
  }

  private static boolean isGood(Verdict<PushTarget> verdict) {
    return verdict instanceof Verdict.Granted<PushTarget>;
  }
}
