package org.juntos.relay.otp.sender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.relay.ManualClock;
import org.juntos.relay.otp.CodeSender;
import org.juntos.relay.otp.Contact;
import org.juntos.relay.otp.ContactKind;
import org.juntos.relay.otp.SendFailedException;

/// The webhook and the form, against a gateway on this machine.
class HttpSendersTest {
  private static final Contact ANA = new Contact(ContactKind.PHONE, "+4915112345678");
  private static final Pattern SIGNATURE = Pattern.compile("t=([0-9]+),v1=([0-9a-f]{64})");

  private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T10:00:00Z"));
  private final List<Duration> rests = new ArrayList<>();
  private final Retries retries =
      new Retries(
          clock,
          length -> {
            rests.add(length);
            clock.advance(length);
          });

  private CodeSender webhook(URI address) {
    return new WebhookSender(
        address,
        new Secret("hook secret"),
        CodeText.standard(),
        new HttpGateway(null, retries),
        clock,
        new SecureRandom());
  }

  private CodeSender form(URI base, String from) {
    return new FormSender(
        base,
        "AC0123",
        new Secret("auth token"),
        from,
        CodeText.standard(),
        new HttpGateway(null, retries));
  }

  /// What a receiver does with a request, as the operator's guide says.
  private static boolean isGood(LocalGateway.Post post, Instant now, String secret)
      throws Exception {
    var header = SIGNATURE.matcher(post.header("Juntos-Signature"));
    if (!header.matches()) {
      return false;
    }
    var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(header.group(1))), now);
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    var signed = header.group(1) + "." + post.body();
    var expected = HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    return expected.equals(header.group(2)) && age.abs().compareTo(Duration.ofMinutes(5)) <= 0;
  }

  @Test
  void a_receiver_can_check_who_sent_a_code_and_when() throws Exception {
    try (var gateway = new LocalGateway();
        var sender = webhook(gateway.address())) {
      sender.send(ANA, "012345");
      sender.send(new Contact(ContactKind.EMAIL, "ana@example.org"), "543210");
      var post = gateway.posts.getFirst();
      var body = JSONObjectUtils.parse(post.body());
      assertEquals("phone", body.get("kind"));
      assertEquals("+4915112345678", body.get("to"));
      assertEquals("012345", body.get("code"));
      assertEquals("012345 is your Juntos code. Give it to nobody.", body.get("text"));
      assertEquals("email", JSONObjectUtils.parse(gateway.posts.getLast().body()).get("kind"));
      assertTrue(isGood(post, clock.instant(), "hook secret"));
      assertFalse(isGood(post, clock.instant(), "another secret"));
      assertFalse(isGood(post, clock.instant().plus(Duration.ofMinutes(6)), "hook secret"));
      var changed =
          new LocalGateway.Post(
              post.path(), post.body().replace("012345", "999999"), post.headers());
      assertFalse(isGood(changed, clock.instant(), "hook secret"));
    }
  }

  @Test
  void a_webhook_is_tried_again_with_the_same_id_and_a_fresh_signature() throws Exception {
    try (var gateway = new LocalGateway(503, 429);
        var sender = webhook(gateway.address())) {
      sender.send(ANA, "012345");
      assertEquals(3, gateway.posts.size());
      assertEquals(List.of(Duration.ofMillis(250), Duration.ofMillis(500)), rests);
      var first = gateway.posts.getFirst();
      var last = gateway.posts.getLast();
      assertEquals(first.body(), last.body());
      assertTrue(isGood(last, clock.instant(), "hook secret"));
      sender.send(ANA, "012345");
      assertNotEquals(last.body(), gateway.posts.getLast().body(), "another code, another id");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 302, 404})
  void what_the_gateway_refuses_is_not_tried_again(int status) throws Exception {
    try (var gateway = new LocalGateway(status);
        var sender = webhook(gateway.address())) {
      var failed = assertThrows(SendFailedException.class, () -> sender.send(ANA, "012345"));
      assertEquals("HTTP status " + status, failed.getMessage());
      assertEquals(1, gateway.posts.size());
    }
  }

  @Test
  void tries_end_and_the_reason_names_nobody() throws Exception {
    try (var gateway = new LocalGateway(500, 500, 500, 500);
        var sender = webhook(gateway.address())) {
      var failed = assertThrows(SendFailedException.class, () -> sender.send(ANA, "012345"));
      assertEquals("HTTP status 500, tries=3", failed.getMessage());
      assertEquals(3, gateway.posts.size());
    }
    var nobody = URI.create("http://127.0.0.1:1/");
    try (var sender = webhook(nobody)) {
      var failed = assertThrows(SendFailedException.class, () -> sender.send(ANA, "012345"));
      assertEquals("ConnectException, tries=3", failed.getMessage());
    }
  }

  @Test
  void a_form_is_what_twilio_takes() throws Exception {
    try (var gateway = new LocalGateway(503, 201);
        var sender = form(gateway.address(), "+15550100")) {
      sender.send(ANA, "012345");
      var post = gateway.posts.getLast();
      assertEquals("/2010-04-01/Accounts/AC0123/Messages.json", post.path());
      assertEquals("application/x-www-form-urlencoded", post.header("Content-Type"));
      var pair =
          Base64.getEncoder().encodeToString("AC0123:auth token".getBytes(StandardCharsets.UTF_8));
      assertEquals("Basic " + pair, post.header("Authorization"));
      assertEquals(
          "From=%2B15550100&To=%2B4915112345678"
              + "&Body=012345+is+your+Juntos+code.+Give+it+to+nobody.",
          post.body());
      assertEquals(2, gateway.posts.size());
    }
  }

  @Test
  void a_form_whose_answer_is_missing_may_have_been_taken_and_is_not_paid_for_twice()
      throws Exception {
    try (var gateway = new LocalGateway(LocalGateway.SILENCE);
        var sender = form(gateway.address(), "+15550100")) {
      assertThrows(SendFailedException.class, () -> sender.send(ANA, "012345"));
      assertEquals(1, gateway.posts.size());
    }
    try (var gateway = new LocalGateway(LocalGateway.SILENCE);
        var sender = webhook(gateway.address())) {
      sender.send(ANA, "012345");
      assertEquals(2, gateway.posts.size());
    }
  }

  @Test
  void a_messaging_service_takes_the_place_of_a_number() throws Exception {
    try (var gateway = new LocalGateway(201);
        var sender = form(gateway.address(), "MG77")) {
      sender.send(ANA, "012345");
      assertTrue(gateway.posts.getFirst().body().startsWith("MessagingServiceSid=MG77&To="));
    }
  }
}
