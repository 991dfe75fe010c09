package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.wire.AccountId;
import org.juntos.wire.Paths;
import org.juntos.wire.WireLimits;
import org.juntos.wire.proto.AccessToken;
import org.juntos.wire.proto.MoveAccount;
import org.juntos.wire.proto.RegisterAccount;
import org.juntos.wire.proto.Registered;
import org.juntos.wire.proto.RegistrationLock;
import org.juntos.wire.proto.SetRegistrationLock;
import org.juntos.wire.proto.TryRegistrationLock;

class RegistrationLockTest {
  private static final String NUMBER = "+4915112345678";
  private static final String OTHER = "+4915112345679";
  private static final ByteString RIGHT = proof('r');
  private static final ByteString WRONG = proof('w');

  @TempDir Path folder;
  private final ManualClock clock = new ManualClock(Instant.parse("2026-01-01T15:00:00Z"));
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

  private static ByteString proof(char letter) {
    return ByteString.copyFromUtf8(String.valueOf(letter).repeat(WireLimits.LOCK_PROOF_BYTES));
  }

  private TestDevice locked(String number) throws Exception {
    var owner = TestDevice.register(relay, number);
    var set = SetRegistrationLock.newBuilder().setProof(RIGHT).build();
    var reply = client.put(Paths.LOCK, set, owner.token());
    assertEquals(200, reply.status(), reply.text());
    return owner;
  }

  private String codeOf(String number) throws Exception {
    return TestDevice.admission(relay, client, number);
  }

  private RegisterAccount.Builder newcomer(String admission) {
    return TestDevice.registration(new DeviceKeyMaterial(), new AccountId(UUID.randomUUID()), 1)
        .setAdmissionToken(admission);
  }

  private WireClient.Reply register(RegisterAccount.Builder registration) throws Exception {
    return client.post(Paths.ACCOUNTS, registration.build(), "");
  }

  private RegistrationLock ask(String admission, ByteString proof) throws Exception {
    var body =
        TryRegistrationLock.newBuilder().setAdmissionToken(admission).setProof(proof).build();
    var reply = client.post(Paths.LOCK, body, "");
    assertEquals(200, reply.status(), reply.text());
    return RegistrationLock.parseFrom(reply.body());
  }

  private static void assertRefused(int status, String code, WireClient.Reply reply) {
    assertEquals(status, reply.status(), reply.text());
    assertTrue(reply.hasCode(code), reply.text());
  }

  @Test
  void who_has_the_number_of_somebody_but_not_their_pin_does_not_get_their_account()
      throws Exception {
    var owner = locked(NUMBER);
    var admission = codeOf(NUMBER); // the SIM was swapped
    var refused = register(newcomer(admission));
    assertRefused(423, "registration-locked", refused);
    long seconds = Long.parseLong(refused.header("Retry-After"));
    assertEquals(Duration.ofDays(7).plusHours(9).toSeconds(), seconds, "the end of the day and 7");
    assertRefused(423, "registration-locked", register(newcomer(admission).setLockProof(WRONG)));
    assertEquals(200, client.get(Paths.KEY_COUNT, owner.token()).status());
    var left =
        RegistrationLock.parseFrom(client.get(Paths.LOCK, owner.token()).body()).getTriesLeft();
    assertEquals(WireLimits.LOCK_TRIES - 1, left, "its owner sees that somebody tried");
  }

  @Test
  void with_the_pin_the_number_gets_a_new_account_with_the_same_code_and_may_stay_locked()
      throws Exception {
    var owner = locked(NUMBER);
    var admission = codeOf(NUMBER);
    assertEquals(423, register(newcomer(admission)).status());
    var made = register(newcomer(admission).setLockProof(RIGHT).setNextLockProof(proof('n')));
    assertEquals(201, made.status(), made.text());
    assertEquals(401, client.get(Paths.KEY_COUNT, owner.token()).status());
    var token = Registered.parseFrom(made.body()).getToken().getToken();
    assertTrue(RegistrationLock.parseFrom(client.get(Paths.LOCK, token).body()).getLocked());
    assertEquals(423, register(newcomer(codeOf(NUMBER)).setLockProof(RIGHT)).status());
  }

  @Test
  void a_newcomer_is_told_of_the_lock_before_and_a_pin_may_be_tried() throws Exception {
    var owner = locked(NUMBER);
    var admission = codeOf(NUMBER);
    var lock = ask(admission, ByteString.EMPTY);
    assertTrue(lock.getLocked());
    assertFalse(lock.getOpened());
    assertEquals(16, lock.getSalt().size());
    assertFalse(lock.toString().contains(owner.account().toString()));
    assertEquals(Duration.ofDays(7).plusHours(9).toMillis(), lock.getHeldForMs());
    assertEquals(WireLimits.LOCK_TRIES - 1, ask(admission, WRONG).getTriesLeft());
    assertTrue(ask(admission, RIGHT).getOpened());
    assertFalse(ask(codeOf(OTHER), RIGHT).getLocked());
    var forged = TryRegistrationLock.newBuilder().setAdmissionToken(owner.token()).build();
    assertRefused(403, "admission-invalid", client.post(Paths.LOCK, forged, ""));
  }

  @Test
  void ten_wrong_pins_shut_it_for_good_also_over_a_restart() throws Exception {
    locked(NUMBER);
    var admission = codeOf(NUMBER);
    for (int i = 0; i < WireLimits.LOCK_TRIES; i++) {
      assertFalse(ask(admission, WRONG).getOpened());
    }
    relay.restart();
    assertFalse(ask(admission, RIGHT).getOpened());
    var refused = register(newcomer(admission).setLockProof(RIGHT));
    assertRefused(423, "registration-locked", refused);
    assertTrue(refused.text().contains("no more tries"), refused.text());
  }

  @Test
  void it_ends_a_week_after_the_account_was_last_here_and_not_while_the_relay_is_closed()
      throws Exception {
    var owner = locked(NUMBER);
    pass(3);
    var issued = client.post(Paths.TOKENS, owner.issueToken(), "");
    assertEquals(200, issued.status());
    pass(6);
    assertEquals(423, register(newcomer(codeOf(NUMBER))).status());
    relay.relay().close();
    clock.advance(Duration.ofDays(30));
    relay = RunningRelay.in(folder, RelayLimits.unhurried(), clock);
    client = new WireClient(relay);
    assertEquals(423, register(newcomer(codeOf(NUMBER))).status());
    pass(1);
    assertEquals(201, register(newcomer(codeOf(NUMBER))).status());
  }

  /// Days on which the relay is open.
  private void pass(int days) throws Exception {
    for (int day = 0; day < days; day++) {
      clock.advance(Duration.ofDays(1));
      ask(codeOf(OTHER), ByteString.EMPTY);
    }
  }

  @Test
  void its_owner_takes_it_away_and_nobody_else_does() throws Exception {
    var owner = locked(NUMBER);
    assertEquals(401, client.call("DELETE", Paths.LOCK, null, java.util.Map.of(), "").status());
    var token = owner.token();
    assertEquals(204, client.call("DELETE", Paths.LOCK, null, java.util.Map.of(), token).status());
    assertFalse(RegistrationLock.parseFrom(client.get(Paths.LOCK, token).body()).getLocked());
    assertEquals(201, register(newcomer(codeOf(NUMBER))).status());
  }

  @Test
  void what_a_pin_makes_is_not_in_the_data_folder() throws Exception {
    locked(NUMBER);
    relay.relay().close();
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains(RIGHT.toStringUtf8()), file.toString());
      }
    }
    relay = RunningRelay.in(folder, RelayLimits.unhurried(), clock);
  }

  @Test
  void proofs_of_another_length_are_malformed() throws Exception {
    var owner = locked(NUMBER);
    var shorter = ByteString.copyFromUtf8("short");
    var set = SetRegistrationLock.newBuilder().setProof(shorter).build();
    assertRefused(400, "malformed", client.put(Paths.LOCK, set, owner.token()));
    var empty = SetRegistrationLock.getDefaultInstance();
    assertRefused(400, "malformed", client.put(Paths.LOCK, empty, owner.token()));
    assertRefused(400, "malformed", register(newcomer(codeOf(NUMBER)).setLockProof(shorter)));
  }

  private WireClient.Reply move(TestDevice device, String admission, ByteString proof)
      throws Exception {
    var body = MoveAccount.newBuilder().setAdmissionToken(admission).setLockProof(proof).build();
    return client.put(Paths.ADMISSION, body, device.token());
  }

  @Test
  void an_account_keeps_its_id_and_tokens_when_it_changes_its_number() throws Exception {
    var ana = TestDevice.register(relay, NUMBER);
    assertEquals(204, move(ana, codeOf(OTHER), ByteString.EMPTY).status());
    assertEquals(200, client.get(Paths.KEY_COUNT, ana.token()).status());
    var next = TestDevice.register(relay, NUMBER);
    assertNotEquals(ana.account(), next.account());
    assertEquals(200, client.get(Paths.KEY_COUNT, ana.token()).status(), "the old one was free");
    TestDevice.register(relay, OTHER);
    assertEquals(401, client.get(Paths.KEY_COUNT, ana.token()).status(), "the new one is its own");
  }

  @Test
  void a_number_of_a_locked_account_is_not_to_be_had_by_changing_to_it_either() throws Exception {
    var owner = locked(NUMBER);
    var thief = TestDevice.register(relay, OTHER);
    var admission = codeOf(NUMBER);
    assertRefused(423, "registration-locked", move(thief, admission, ByteString.EMPTY));
    assertRefused(423, "registration-locked", move(thief, admission, WRONG));
    assertEquals(200, client.get(Paths.KEY_COUNT, owner.token()).status());
    assertEquals(204, move(thief, admission, RIGHT).status());
    assertEquals(401, client.get(Paths.KEY_COUNT, owner.token()).status());
    assertRefused(403, "admission-invalid", move(thief, thief.token(), ByteString.EMPTY));
  }

  @Test
  void an_open_stream_keeps_its_account_locked() throws Exception {
    var owner = locked(NUMBER);
    try (var stream = owner.stream()) {
      stream.drain();
      clock.advance(Duration.ofDays(1)); // a day begins, and nothing is asked for
      for (int day = 0; day < 9; day++) {
        assertTrue(ask(codeOf(NUMBER), ByteString.EMPTY).getLocked(), "day " + day);
        clock.advance(Duration.ofDays(1));
      }
    }
    var issued = client.post(Paths.TOKENS, owner.issueToken(), "");
    assertFalse(AccessToken.parseFrom(issued.body()).getToken().isEmpty());
  }
}
