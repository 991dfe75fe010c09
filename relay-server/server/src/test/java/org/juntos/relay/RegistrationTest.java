package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.Paths;
import org.juntos.wire.proto.AccessToken;
import org.juntos.wire.proto.DeviceKeys;
import org.juntos.wire.proto.KeyCount;
import org.juntos.wire.proto.OneTimePrekey;
import org.juntos.wire.proto.PrekeyBundles;
import org.juntos.wire.proto.RegisterAccount;
import org.juntos.wire.proto.Registered;
import org.juntos.wire.proto.RelayInfo;
import org.juntos.wire.proto.SenderCertificate;
import org.juntos.wire.proto.SignedPrekey;
import org.juntos.wire.proto.StartCodeSession;
import org.juntos.wire.proto.SubmitCode;
import org.signal.libsignal.metadata.certificate.CertificateValidator;
import org.signal.libsignal.protocol.ecc.ECPublicKey;

class RegistrationTest {
  private static final String NUMBER = "+4915112345678";

  @TempDir Path folder;
  private final ManualClock clock = new ManualClock(Instant.parse("2026-01-01T00:00:00Z"));
  private RunningRelay relay;
  private WireClient client;

  @BeforeEach
  void start() throws Exception {
    relay = RunningRelay.in(folder, RelayLimits.unhurried(), clock);
    client = new WireClient(relay);
  }

  @AfterEach
  void stop() {
    relay.close();
  }

  private WireClient.Reply registerWith(UnaryOperator<RegisterAccount.Builder> change)
      throws Exception {
    var keys = new DeviceKeyMaterial();
    var honest = TestDevice.registration(keys, new AccountId(UUID.randomUUID()), 3);
    honest.setAdmissionToken(TestDevice.admission(relay, client, NUMBER));
    return client.post(Paths.ACCOUNTS, change.apply(honest).build(), "");
  }

  private static void assertRefused(int status, String code, WireClient.Reply reply) {
    assertEquals(status, reply.status(), reply.text());
    assertTrue(reply.hasCode(code), reply.text());
  }

  @Test
  void a_registered_device_gets_tokens_with_its_secret_for_as_long_as_it_lives() throws Exception {
    var device = TestDevice.register(relay, NUMBER);
    assertEquals(200, client.get(Paths.KEY_COUNT, device.token()).status());
    clock.advance(Duration.ofMinutes(15));
    assertRefused(401, "unauthorized", client.get(Paths.KEY_COUNT, device.token()));
    var issued = client.post(Paths.TOKENS, device.issueToken(), "");
    assertEquals(200, issued.status());
    var token = AccessToken.parseFrom(issued.body()).getToken();
    assertEquals(200, client.get(Paths.KEY_COUNT, token).status());
    relay.restart();
    assertEquals(200, client.get(Paths.KEY_COUNT, token).status());
  }

  @Test
  void a_wrong_secret_and_an_unknown_device_are_refused_alike() throws Exception {
    var device = TestDevice.register(relay, NUMBER);
    var wrong = device.issueToken().toBuilder().setDeviceSecret(DeviceKeyMaterial.secret());
    var unknown =
        device.issueToken().toBuilder()
            .setAccountId(ByteString.copyFrom(AccountId.bytes(UUID.randomUUID()).toArray()));
    var first = client.post(Paths.TOKENS, wrong.build(), "");
    var second = client.post(Paths.TOKENS, unknown.build(), "");
    assertRefused(401, "unauthorized", first);
    assertEquals(
        first.text().replace(first.header(Paths.REQUEST_ID), ""),
        second.text().replace(second.header(Paths.REQUEST_ID), ""));
  }

  @Test
  void the_same_registration_again_is_answered_again() throws Exception {
    var device = TestDevice.register(relay, NUMBER);
    var again = client.post(Paths.ACCOUNTS, device.registration(), "");
    assertEquals(201, again.status(), again.text());
    assertEquals(
        device.registration().getAccountId(), Registered.parseFrom(again.body()).getAccountId());
    assertEquals(200, client.get(Paths.KEY_COUNT, device.token()).status());
  }

  @Test
  void an_admission_makes_one_account_only() throws Exception {
    var device = TestDevice.register(relay, NUMBER);
    var another =
        TestDevice.registration(new DeviceKeyMaterial(), new AccountId(UUID.randomUUID()), 1)
            .setAdmissionToken(device.registration().getAdmissionToken());
    assertRefused(403, "admission-invalid", client.post(Paths.ACCOUNTS, another.build(), ""));
  }

  @Test
  void an_access_token_admits_nobody_and_an_admission_opens_nothing() throws Exception {
    var device = TestDevice.register(relay, NUMBER);
    assertRefused(
        403, "admission-invalid", registerWith(honest -> honest.setAdmissionToken(device.token())));
    var admission = TestDevice.admission(relay, client, NUMBER);
    assertRefused(401, "unauthorized", client.get(Paths.KEY_COUNT, admission));
  }

  @Test
  void a_number_that_registers_again_gets_a_new_account_and_the_old_tokens_die() throws Exception {
    var first = TestDevice.register(relay, NUMBER);
    var second = TestDevice.register(relay, NUMBER);
    assertNotEquals(first.account(), second.account());
    assertRefused(401, "unauthorized", client.get(Paths.KEY_COUNT, first.token()));
    assertRefused(401, "unauthorized", client.post(Paths.TOKENS, first.issueToken(), ""));
    assertRefused(
        404,
        "not-found",
        client.get(Paths.ACCOUNTS + "/" + first.account() + "/keys", second.token()));
  }

  @Test
  void the_account_id_of_somebody_else_is_a_conflict() throws Exception {
    var victim = TestDevice.register(relay, "+4915112345679");
    var keys = new DeviceKeyMaterial();
    var taken =
        TestDevice.registration(keys, victim.account(), 1)
            .setAdmissionToken(TestDevice.admission(relay, client, NUMBER));
    assertRefused(409, "conflict", client.post(Paths.ACCOUNTS, taken.build(), ""));
    assertEquals(200, client.get(Paths.KEY_COUNT, victim.token()).status());
  }

  @Test
  void keys_of_low_order_are_refused_wherever_they_hide() throws Exception {
    var low = ByteString.copyFrom(Bytes.ofHex("05" + "00".repeat(32)).toArray());
    assertRefused(422, "key-invalid", registerWith(honest -> honest.setIdentityKey(low)));
    assertRefused(
        422,
        "key-invalid",
        registerWith(honest ->
            honest.setKeys(
                honest.getKeys().toBuilder()
                    .addOneTimePrekeys(OneTimePrekey.newBuilder().setId(9).setPublicKey(low)))));
    var keys = new DeviceKeyMaterial();
    var signedLow =
        TestDevice.registration(keys, new AccountId(UUID.randomUUID()), 1)
            .setAdmissionToken(TestDevice.admission(relay, client, NUMBER));
    signedLow.getKeysBuilder().setSignedPrekey(keys.signed(1, low.toByteArray()));
    assertRefused(422, "key-invalid", client.post(Paths.ACCOUNTS, signedLow.build(), ""));
  }

  @Test
  void keys_signed_by_somebody_else_are_refused() throws Exception {
    var other = new DeviceKeyMaterial();
    assertRefused(422, "key-invalid", registerKeys(k -> k.setSignedPrekey(other.signedPrekey(1))));
    assertRefused(
        422, "key-invalid", registerKeys(k -> k.setLastResortKyberPrekey(other.kyber(1))));
    assertRefused(422, "key-invalid", registerKeys(k -> k.addOneTimeKyberPrekeys(other.kyber(8))));
    assertRefused(
        422,
        "key-invalid",
        registerKeys(k -> k.setLastResortKyberPrekey(SignedPrekey.newBuilder().setId(1))));
  }

  private WireClient.Reply registerKeys(UnaryOperator<DeviceKeys.Builder> change) throws Exception {
    return registerWith(
        honest -> honest.setKeys(change.apply(honest.getKeys().toBuilder()).build()));
  }

  @Test
  void a_device_list_that_is_not_signed_by_the_account_is_refused() throws Exception {
    var other = new DeviceKeyMaterial();
    assertRefused(
        422,
        "key-invalid",
        registerWith(honest ->
            honest.setDeviceList(
                other.deviceList(
                    AccountId.of(Bytes.of(honest.getAccountId().toByteArray())), 1, 77))));
    assertRefused(422, "key-invalid", registerWith(honest -> honest.setRegistrationId(78)));
  }

  @Test
  void registrations_that_cannot_be_read_are_malformed() throws Exception {
    assertRefused(
        400,
        "malformed",
        registerWith(honest -> honest.setDeviceSecret(ByteString.copyFromUtf8("short"))));
    assertRefused(
        400,
        "malformed",
        registerWith(honest -> honest.setAccountId(ByteString.copyFromUtf8("short"))));
    assertRefused(400, "malformed", registerWith(honest -> honest.setDeviceId(0)));
    assertRefused(400, "malformed", registerWith(honest -> honest.setRegistrationId(0)));
    assertRefused(400, "malformed", registerKeys(DeviceKeys.Builder::clearSignedPrekey));
  }

  @Test
  void a_wrong_code_is_told_and_a_wrong_session_is_over() throws Exception {
    var start = StartCodeSession.newBuilder().setPhoneNumber(NUMBER).build();
    var session =
        org.juntos.wire.proto.CodeSession.parseFrom(
            client.post(Paths.REGISTRATION_SESSIONS, start, "").body());
    assertEquals(5, session.getTriesLeft());
    var path = codePath(session.getSessionId());
    var right = relay.codeFor(NUMBER);
    var wrong = right.equals("123456") ? "654321" : "123456";
    assertRefused(422, "code-wrong", client.post(path, submit(wrong), ""));
    assertEquals(200, client.post(path, submit(right), "").status());
    var elsewhere = codePath(ByteString.copyFrom(new byte[16]));
    assertRefused(410, "code-expired", client.post(elsewhere, submit(right), ""));
  }

  private static String codePath(ByteString session) {
    return Paths.REGISTRATION_SESSIONS
        + "/"
        + Base64.getUrlEncoder().withoutPadding().encodeToString(session.toByteArray())
        + "/code";
  }

  private static SubmitCode submit(String code) {
    return SubmitCode.newBuilder().setCode(code).build();
  }

  @Test
  void a_bundle_has_the_keys_that_were_uploaded_and_each_one_time_key_once() throws Exception {
    var alice = TestDevice.register(relay, NUMBER);
    var bob = TestDevice.register(relay, "+4915112345679", 2);
    var path = Paths.ACCOUNTS + "/" + bob.account() + "/keys";
    var first = PrekeyBundles.parseFrom(client.get(path, alice.token()).body());
    var second = PrekeyBundles.parseFrom(client.get(path, alice.token()).body());
    var third = PrekeyBundles.parseFrom(client.get(path, alice.token()).body());
    var keys = bob.registration().getKeys();
    assertEquals(bob.registration().getIdentityKey(), first.getIdentityKey());
    assertEquals(bob.registration().getDeviceList(), first.getDeviceList());
    assertEquals(keys.getSignedPrekey(), first.getBundles(0).getSignedPrekey());
    assertEquals(keys.getOneTimePrekeys(0), first.getBundles(0).getOneTimePrekey());
    assertEquals(keys.getOneTimeKyberPrekeys(0), first.getBundles(0).getKyberPrekey());
    assertEquals(keys.getOneTimePrekeys(1), second.getBundles(0).getOneTimePrekey());
    assertTrue(!third.getBundles(0).hasOneTimePrekey());
    assertEquals(keys.getLastResortKyberPrekey(), third.getBundles(0).getKyberPrekey());
    assertEquals(77, third.getBundles(0).getRegistrationId());
  }

  @Test
  void uploaded_keys_are_counted_and_bad_ones_change_nothing() throws Exception {
    var alice = TestDevice.register(relay, NUMBER, 5);
    var more = client.put(Paths.KEYS, alice.keys().oneTime(100, 7), alice.token());
    assertEquals(200, more.status(), more.text());
    var count = KeyCount.parseFrom(client.get(Paths.KEY_COUNT, alice.token()).body());
    assertEquals(12, count.getOneTimePrekeys());
    assertEquals(12, count.getOneTimeKyberPrekeys());
    var forged = new DeviceKeyMaterial().oneTime(200, 3);
    assertRefused(422, "key-invalid", client.put(Paths.KEYS, forged, alice.token()));
    assertEquals(count, KeyCount.parseFrom(client.get(Paths.KEY_COUNT, alice.token()).body()));
  }

  @Test
  void a_new_signed_prekey_takes_the_place_of_the_old_one() throws Exception {
    var alice = TestDevice.register(relay, NUMBER, 1);
    var rotated = alice.keys().signedPrekey(2);
    client.put(Paths.KEYS, DeviceKeys.newBuilder().setSignedPrekey(rotated).build(), alice.token());
    var path = Paths.ACCOUNTS + "/" + alice.account() + "/keys";
    var bundles = PrekeyBundles.parseFrom(client.get(path, alice.token()).body());
    assertEquals(rotated, bundles.getBundles(0).getSignedPrekey());
  }

  @Test
  void a_sender_certificate_names_the_sender_under_the_root_of_the_relay() throws Exception {
    var alice = TestDevice.register(relay, NUMBER);
    var reply = client.get(Paths.SENDER_CERTIFICATE, alice.token());
    var certificate =
        new org.signal.libsignal.metadata.certificate.SenderCertificate(
            SenderCertificate.parseFrom(reply.body()).getCertificate().toByteArray());
    assertEquals(alice.account().toString(), certificate.getSenderUuid());
    var info = RelayInfo.parseFrom(client.get(Paths.RELAY, "").body());
    var root = new ECPublicKey(info.getSenderTrustRoot().toByteArray());
    new CertificateValidator(root).validate(certificate, clock.millis());
    relay.restart();
    var after = RelayInfo.parseFrom(client.get(Paths.RELAY, "").body());
    assertEquals(info.getSenderTrustRoot(), after.getSenderTrustRoot());
  }
}
