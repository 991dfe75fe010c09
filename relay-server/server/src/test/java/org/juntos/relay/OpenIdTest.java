package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.relay.admission.AdmissionLimits;
import org.juntos.relay.admission.Way;
import org.juntos.wire.Paths;
import org.juntos.wire.proto.OpenIdSession;
import org.juntos.wire.proto.RelayInfo;
import org.juntos.wire.proto.StartOpenId;
import org.juntos.wire.proto.SubmitOpenIdCode;

/// Accounts of people for whom an identity provider vouches: a real one, on this machine.
class OpenIdTest {
  private static final String REDIRECT = "http://127.0.0.1:1/answer";
  private static final String VERIFIER = "v".repeat(64);

  @TempDir Path folder;
  private final MockOAuth2Server provider = new MockOAuth2Server();
  private RunningRelay relay;
  private WireClient client;

  @BeforeEach
  void start() throws IOException {
    provider.start();
    relay = relay("relay", provider.issuerUrl("juntos").toString());
    client = new WireClient(relay);
  }

  private RunningRelay relay(String name, String issuer) throws IOException {
    var clock = new ManualClock(Instant.EPOCH);
    var secret = new SecretSource.OfFile(Files.writeString(folder.resolve("secret"), "hush"));
    var admission =
        new AdmissionOptions(
            Set.of(Way.OPENID),
            AdmissionLimits.unhurried(),
            new OpenIdOptions(issuer, "the-relay", secret, "Example"));
    var options = new Doorway(folder.resolve(name), clock).options().withAdmission(admission);
    return RunningRelay.with(options, InstantSource.system());
  }

  @AfterEach
  void stop() {
    relay.close();
    provider.shutdown();
  }

  private static String challenge() throws Exception {
    var hash =
        MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }

  private WireClient.Reply begin(String redirect) throws Exception {
    var body = StartOpenId.newBuilder().setRedirectUri(redirect).setCodeChallenge(challenge());
    return client.post(Paths.OPENID, body.build(), "");
  }

  private OpenIdSession begun() throws Exception {
    var reply = begin(REDIRECT);
    assertEquals(201, reply.status(), reply.text());
    return OpenIdSession.parseFrom(reply.body());
  }

  /// The answer that a browser would carry to the device after `subject` signed in.
  private Map<String, String> signedIn(OpenIdSession session, String subject) throws Exception {
    provider.enqueueCallback(new DefaultOAuth2TokenCallback("juntos", subject));
    var request = HttpRequest.newBuilder(URI.create(session.getAuthorizationUri())).build();
    try (var browser = HttpClient.newHttpClient()) {
      var answer = browser.send(request, BodyHandlers.ofString());
      var location =
          answer
              .headers()
              .firstValue("Location")
              .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body()));
      assertTrue(location.startsWith(REDIRECT + "?"), location);
      return query(URI.create(location));
    }
  }

  private static Map<String, String> query(URI address) {
    var fields = new HashMap<String, String>();
    for (var field : List.of(address.getRawQuery().split("&", -1))) {
      int equals = field.indexOf('=');
      fields.put(
          field.substring(0, equals),
          URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return fields;
  }

  private WireClient.Reply submit(String session, Map<String, String> answer, String verifier)
      throws IOException {
    var body =
        SubmitOpenIdCode.newBuilder()
            .setCode(answer.getOrDefault("code", ""))
            .setCodeVerifier(verifier)
            .setRedirectUri(REDIRECT);
    return client.post(Paths.OPENID + "/" + session + "/code", body.build(), "");
  }

  private String admitted(String subject) throws Exception {
    var session = begun();
    var answer = signedIn(session, subject);
    assertEquals(session.getSession(), answer.get("state"));
    return Doorway.token(submit(session.getSession(), answer, VERIFIER));
  }

  @Test
  void one_subject_is_one_account() throws Exception {
    var before = Doorway.register(client, admitted("ana"));
    var ben = Doorway.register(client, admitted("ben"));
    Doorway.register(client, admitted("ana"));
    assertEquals(401, Doorway.accessOf(client, before), "replaced by the same subject");
    assertEquals(200, Doorway.accessOf(client, ben));
    var info = RelayInfo.parseFrom(client.get(Paths.RELAY, "").body());
    assertEquals(List.of("openid"), info.getAdmissionPoliciesList());
    assertEquals("Example", info.getOpenidName());
  }

  @Test
  void the_browser_is_sent_to_the_provider_with_all_that_the_flow_needs() throws Exception {
    var session = begun();
    var asked = query(URI.create(session.getAuthorizationUri()));
    assertEquals("code", asked.get("response_type"));
    assertEquals("openid", asked.get("scope"));
    assertEquals("the-relay", asked.get("client_id"));
    assertEquals(REDIRECT, asked.get("redirect_uri"));
    assertEquals("S256", asked.get("code_challenge_method"));
    assertEquals(challenge(), asked.get("code_challenge"));
    assertEquals(session.getSession(), asked.get("state"));
    assertNotEquals(
        asked.get("nonce"), query(URI.create(begun().getAuthorizationUri())).get("nonce"));
    assertFalse(session.getAuthorizationUri().contains("hush"));
  }

  @Test
  void an_answer_of_another_sign_in_is_refused_by_its_nonce() throws Exception {
    var mine = begun();
    var answer = signedIn(begun(), "ana");
    var refused = submit(mine.getSession(), answer, VERIFIER);
    assertEquals(422, refused.status());
    assertTrue(refused.hasCode("openid-refused"), refused.text());
  }

  @Test
  void a_code_without_its_verifier_or_used_twice_is_worth_nothing() throws Exception {
    var session = begun();
    var stolen = signedIn(session, "ana");
    assertEquals(422, submit(session.getSession(), stolen, "w".repeat(64)).status());
    var other = begun();
    var answer = signedIn(other, "ana");
    Doorway.token(submit(other.getSession(), answer, VERIFIER));
    assertEquals(422, submit(other.getSession(), answer, VERIFIER).status());
  }

  @Test
  void a_token_of_another_issuer_is_refused() throws Exception {
    var session = begun();
    var claims = Map.of("iss", "https://other.example");
    provider.enqueueCallback(
        new DefaultOAuth2TokenCallback("juntos", "ana", "JWT", null, claims, 3_600));
    assertEquals(422, submit(session.getSession(), signedInAs(session), VERIFIER).status());
  }

  @Test
  void a_token_that_is_over_is_refused() throws Exception {
    var session = begun();
    provider.enqueueCallback(
        new DefaultOAuth2TokenCallback("juntos", "ana", "JWT", null, Map.of(), -3_600));
    assertEquals(422, submit(session.getSession(), signedInAs(session), VERIFIER).status());
  }

  private static Map<String, String> signedInAs(OpenIdSession session) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(session.getAuthorizationUri())).build();
    try (var browser = HttpClient.newHttpClient()) {
      var answer = browser.send(request, BodyHandlers.ofString());
      return query(URI.create(answer.headers().firstValue("Location").orElseThrow()));
    }
  }

  @Test
  void a_provider_that_does_not_answer_or_is_another_one_is_said_to_be_away() throws Exception {
    var session = begun();
    var answer = signedIn(session, "ana");
    provider.shutdown();
    var away = submit(session.getSession(), answer, VERIFIER);
    assertEquals(503, away.status());
    assertTrue(away.hasCode("openid-unavailable"), away.text());
    assertNotEquals("", away.header("Retry-After"));
    assertEquals(503, begin(REDIRECT).status());
  }

  @Test
  void the_doctor_asks_the_provider_too() throws Exception {
    var issuer = provider.issuerUrl("juntos").toString();
    assertEquals(Finding.Level.OK, finding(issuer));
    assertEquals(Finding.Level.FAILURE, finding(issuer + "/"), "calls itself otherwise");
    provider.shutdown();
    assertEquals(Finding.Level.FAILURE, finding(issuer));
  }

  private static Finding.Level finding(String issuer) {
    var openId = new OpenIdOptions(issuer, "the-relay", null, "");
    var options = new AdmissionOptions(Set.of(Way.OPENID), AdmissionLimits.unhurried(), openId);
    return new AdmissionCheck(options).look().getFirst().level();
  }

  @Test
  void answers_go_to_the_persons_own_machine_only_and_sessions_end() throws Exception {
    for (var elsewhere :
        List.of("https://evil.example/", "http://127.0.0.1:1@evil.example/", "http://127.0.0.1/")) {
      assertEquals(400, begin(elsewhere).status(), elsewhere);
    }
    var over = Instant.now().minus(Duration.ofSeconds(1)).getEpochSecond() + "-" + "A".repeat(22);
    assertEquals(422, submit(over, Map.of("code", "x"), VERIFIER).status());
    assertEquals(422, submit("x", Map.of("code", "x"), VERIFIER).status());
  }
}
