package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.relay.otp.ContactKind;
import org.juntos.relay.token.TokenIssuer;
import org.juntos.relay.token.TokenKeys;
import org.juntos.relay.token.TokenKind;
import org.juntos.wire.AccountId;
import org.juntos.wire.Paths;
import org.juntos.wire.proto.Admission;
import org.juntos.wire.proto.CodeSession;
import org.juntos.wire.proto.RegisterAccount;
import org.juntos.wire.proto.RelayInfo;
import org.juntos.wire.proto.StartCodeSession;
import org.juntos.wire.proto.SubmitCode;

/// The otp role and the account role in processes of their own.
class OtpRolesTest {
  private static final String NUMBER = "+4915112345678";
  private static final String MAIL = "ana@example.org";

  @TempDir Path folder;
  private final ManualClock clock = new ManualClock(Instant.parse("2026-01-01T00:00:00Z"));
  private Relay otp;
  private Relay accounts;
  private WireClient toOtp;
  private WireClient toAccounts;

  @BeforeEach
  void start() throws IOException {
    var channel = OtpOptions.Channel.plain(new OtpDelivery.ToFile(codes()));
    var channels = Map.of(ContactKind.PHONE, channel, ContactKind.EMAIL, channel);
    otp = start("otp", options(Role.OTP, channels, List.of()));
    accounts = start("accounts", options(Role.ACCOUNT, Map.of(), List.of(url(otp))));
    toOtp = client(otp);
    toAccounts = client(accounts);
  }

  private static OtpOptions options(
      Role role, Map<ContactKind, OtpOptions.Channel> channels, List<String> urls) {
    var kinds = Set.of(ContactKind.PHONE, ContactKind.EMAIL);
    return new OtpOptions(Set.of(role), channels, Set.of(), null, urls, urls, kinds);
  }

  private Relay start(String name, OtpOptions options) throws IOException {
    var all =
        RelayOptions.loopback(folder.resolve(name))
            .withOtp(options)
            .withLimits(RelayLimits.unhurried())
            .withOperating(Operating.quiet().withAdminPort());
    return Relay.start(all, clock, new SecureRandom());
  }

  private Path codes() {
    return folder.resolve("codes");
  }

  private static String url(Relay relay) {
    return relay.address().toString();
  }

  private WireClient client(Relay relay) throws RelayStartException {
    return new WireClient(RunningRelay.elsewhere(url(relay), codes()));
  }

  @AfterEach
  void stop() {
    accounts.close();
    otp.close();
  }

  private WireClient.Reply ask(StartCodeSession.Builder what) throws IOException {
    return toOtp.post(Paths.REGISTRATION_SESSIONS, what.build(), "");
  }

  /// The admission that a code for `target` brings.
  private String admitted(WireClient.Reply started, String target) throws IOException {
    assertEquals(201, started.status(), started.text());
    var id = CodeSession.parseFrom(started.body()).getSessionId().toByteArray();
    var path =
        Paths.REGISTRATION_SESSIONS
            + "/"
            + Base64.getUrlEncoder().withoutPadding().encodeToString(id)
            + "/code";
    var code = RunningRelay.elsewhere(url(otp), codes()).codeFor(target);
    var reply = toOtp.post(path, SubmitCode.newBuilder().setCode(code).build(), "");
    assertEquals(200, reply.status(), reply.text());
    return Admission.parseFrom(reply.body()).getToken();
  }

  private static RegisterAccount registration(String admission) {
    return TestDevice.registration(new DeviceKeyMaterial(), new AccountId(UUID.randomUUID()), 1)
        .setAdmissionToken(admission)
        .build();
  }

  @Test
  void the_otp_process_answers_for_codes_and_for_nothing_else() throws Exception {
    var info = RelayInfo.parseFrom(toOtp.get(Paths.RELAY, "").body());
    assertEquals(List.of("phone-code", "email-code"), info.getAdmissionPoliciesList());
    assertTrue(info.getSenderTrustRoot().isEmpty());
    assertEquals(200, toOtp.get(Paths.HEALTH_READY, "").status());
    for (var path : List.of(Paths.KEY_COUNT, Paths.STREAM, Paths.SENDER_CERTIFICATE)) {
      assertEquals(404, toOtp.get(path, "").status(), path);
    }
    var keys = toOtp.get(Paths.CODE_KEYS, "");
    assertTrue(keys.text().contains("\"crv\":\"Ed25519\""), keys.text());
    assertFalse(keys.text().contains("\"d\""), keys.text());
    assertFalse(Files.exists(folder.resolve("otp/relay.db")), "the roles share no database");
  }

  @Test
  void the_account_process_sends_no_codes_and_says_who_does() throws Exception {
    var info = RelayInfo.parseFrom(toAccounts.get(Paths.RELAY, "").body());
    assertEquals(List.of(url(otp)), info.getCodeServicesList());
    assertEquals(List.of("phone-code", "email-code"), info.getAdmissionPoliciesList());
    var body = StartCodeSession.newBuilder().setPhoneNumber(NUMBER).build();
    assertEquals(404, toAccounts.post(Paths.REGISTRATION_SESSIONS, body, "").status());
    assertFalse(Files.exists(folder.resolve("accounts/otp.db")), "the roles share no database");
  }

  @Test
  void the_otp_process_is_watched_like_any_other_and_has_no_accounts_to_act_on() throws Exception {
    admitted(ask(StartCodeSession.newBuilder().setPhoneNumber(NUMBER)), NUMBER);
    var metrics = page(otp, "/metrics");
    for (var line :
        List.of(
            "juntos_relay_codes_total{outcome=\"sent\"} 1",
            "juntos_relay_codes_total{outcome=\"proven\"} 1",
            "juntos_relay_ready 1")) {
      assertTrue(metrics.contains(line), metrics);
    }
    assertTrue(page(otp, "/health/ready").contains("\"ready\""));
    assertEquals("only sends codes", acted("otp"));
    assertEquals("", acted("accounts"));
  }

  private static String page(Relay relay, String path) throws Exception {
    var uri = URI.create("http://127.0.0.1:" + relay.adminPort() + path);
    try (var client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
    }
  }

  /// Why an operator of the process `name` gets no answer; empty when there is one.
  private String acted(String name) {
    var err = new StringWriter();
    int code =
        RelayMain.execute(
            new String[] {"admin", "--data", folder.resolve(name).toString(), "accounts"},
            Map.of(),
            _ -> 9,
            new PrintWriter(new StringWriter()),
            new PrintWriter(err));
    return code == 0 ? "" : err.toString().strip().replaceAll(".* it (only sends codes).*", "$1");
  }

  @Test
  void an_account_is_had_with_the_word_of_the_otp_process() throws Exception {
    var admission = admitted(ask(StartCodeSession.newBuilder().setPhoneNumber(NUMBER)), NUMBER);
    var made = toAccounts.post(Paths.ACCOUNTS, registration(admission), "");
    assertEquals(201, made.status(), made.text());
    assertEquals(403, toAccounts.post(Paths.ACCOUNTS, registration(admission), "").status());
  }

  @Test
  void a_number_and_an_address_are_two_accounts_and_each_is_one() throws Exception {
    var phone = admitted(ask(StartCodeSession.newBuilder().setPhoneNumber(NUMBER)), NUMBER);
    var mail = admitted(ask(StartCodeSession.newBuilder().setEmail(MAIL)), MAIL);
    var byPhone = device(registration(phone));
    var byMail = device(registration(mail));
    var again = admitted(ask(StartCodeSession.newBuilder().setEmail("ANA@example.org")), MAIL);
    device(registration(again));
    assertEquals(200, token(byPhone), "the account of the number is untouched");
    assertEquals(401, token(byMail), "the account of the address was replaced");
    assertNotEquals(phone, mail);
  }

  @Test
  void a_kind_is_part_of_whom_an_account_belongs_to() throws Exception {
    var kept = Files.readAllBytes(folder.resolve("otp/keys/admission"));
    var key = TokenKeys.read(kept).getPrivate();
    var issuer = new TokenIssuer(TokenKind.ADMISSION, key, clock, new SecureRandom());
    var old = device(registration(issuer.issue("c2FtZQ", "", Duration.ofMinutes(1)).text()));
    device(registration(issuer.issue("c2FtZQ", "email", Duration.ofMinutes(1)).text()));
    assertEquals(200, token(old));
    device(registration(issuer.issue("c2FtZQ", "phone", Duration.ofMinutes(1)).text()));
    assertEquals(401, token(old), "admissions of before had no kind and were of phones");
  }

  private RegisterAccount device(RegisterAccount registration) throws IOException {
    var made = toAccounts.post(Paths.ACCOUNTS, registration, "");
    assertEquals(201, made.status(), made.text());
    return registration;
  }

  private int token(RegisterAccount registration) throws IOException {
    var body =
        org.juntos.wire.proto.IssueToken.newBuilder()
            .setAccountId(registration.getAccountId())
            .setDeviceId(registration.getDeviceId())
            .setDeviceSecret(registration.getDeviceSecret());
    return toAccounts.post(Paths.TOKENS, body.build(), "").status();
  }

  @Test
  void both_kinds_at_once_or_a_kind_that_is_off_are_refused() throws Exception {
    var both = ask(StartCodeSession.newBuilder().setPhoneNumber(NUMBER).setEmail(MAIL));
    assertEquals(400, both.status());
    try (var phones = RunningRelay.in(folder.resolve("phones"))) {
      var client = new WireClient(phones);
      var body = StartCodeSession.newBuilder().setEmail(MAIL).build();
      var off = client.post(Paths.REGISTRATION_SESSIONS, body, "");
      assertEquals(422, off.status());
      assertTrue(off.hasCode("code-kind-off"), off.text());
    }
  }

  @Test
  void a_sender_that_is_away_is_an_answer_to_try_again() throws Exception {
    otp.close();
    var hook = new OtpDelivery.ToWebhook(URI.create("http://127.0.0.1:1/"));
    var secret = new SecretSource.OfFile(Files.writeString(folder.resolve("secret"), "hush"));
    var text = org.juntos.relay.otp.sender.CodeText.standard();
    var channel = new OtpOptions.Channel(hook, secret, "", null, text);
    otp = start("away", options(Role.OTP, Map.of(ContactKind.PHONE, channel), List.of()));
    toOtp = client(otp);
    var refused = ask(StartCodeSession.newBuilder().setPhoneNumber(NUMBER));
    assertEquals(503, refused.status());
    assertTrue(refused.hasCode("code-not-sent"), refused.text());
    assertEquals("30", refused.header("Retry-After"));
  }
}
