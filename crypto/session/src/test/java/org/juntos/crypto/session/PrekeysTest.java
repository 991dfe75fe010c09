package org.juntos.crypto.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.juntos.crypto.record.ProtocolRecords.PrekeyKind;
import org.juntos.wire.Bytes;

final class PrekeysTest {
  private final TestClock clock = new TestClock();
  private final TestRelay relay = new TestRelay();
  private final Party alice = Party.register(relay, clock);
  private final Party bob = Party.register(relay, clock);

  private boolean signed(SignedPublicPrekey prekey) {
    return UncheckedKeys.ec(bob.local().identityKey())
        .verifySignature(prekey.publicKey().toArray(), prekey.signature().toArray());
  }

  @Test
  void the_first_set_is_complete_and_signed() {
    var keys = bob.crypto().initialKeys();
    assertTrue(signed(Objects.requireNonNull(keys.signedPrekey())));
    assertTrue(signed(Objects.requireNonNull(keys.lastResortKyberPrekey())));
    assertEquals(100, keys.oneTimePrekeys().size());
    assertEquals(100, keys.oneTimeKyberPrekeys().size());
    assertTrue(keys.oneTimeKyberPrekeys().stream().allMatch(this::signed));
  }

  @Test
  void no_two_kyber_prekeys_share_an_id() {
    var ids = new HashSet<Integer>();
    for (var kind : List.of(PrekeyKind.ONE_TIME_KYBER, PrekeyKind.LAST_RESORT_KYBER)) {
      for (int id : bob.records.prekeys(kind)) {
        assertTrue(ids.add(id), kind + " " + id);
      }
    }
    assertEquals(101, ids.size());
  }

  @Test
  void the_relays_stock_is_refilled_when_half_is_gone() {
    assertTrue(bob.crypto().refill(50, 50).isEmpty());
    assertTrue(bob.crypto().refill(200, 100).isEmpty());
    var keys = bob.crypto().refill(49, 0);
    assertEquals(51, keys.oneTimePrekeys().size());
    assertEquals(100, keys.oneTimeKyberPrekeys().size());
    assertNull(keys.signedPrekey());
    assertNotNull(bob.records.prekey(PrekeyKind.ONE_TIME, keys.oneTimePrekeys().getLast().id()));
  }

  @Test
  void whoever_empties_the_stock_over_and_over_does_not_fill_the_disk() {
    for (int i = 0; i < 12; i++) {
      bob.crypto().refill(0, 100);
    }
    var ids = bob.records.prekeys(PrekeyKind.ONE_TIME);
    assertEquals(1000, ids.size());
    assertEquals(1300, ids.getLast());
  }

  @Test
  void signed_keys_are_replaced_weekly() {
    assertNull(bob.crypto().rotateIfDue());
    clock.move(Duration.ofDays(6));
    assertNull(bob.crypto().rotateIfDue());
    clock.move(Duration.ofDays(1));
    var rotated = Objects.requireNonNull(bob.crypto().rotateIfDue());
    assertTrue(signed(Objects.requireNonNull(rotated.signedPrekey())));
    assertTrue(signed(Objects.requireNonNull(rotated.lastResortKyberPrekey())));
    assertEquals(rotated, bob.crypto().currentSignedKeys());
    assertNull(bob.crypto().rotateIfDue());
  }

  @Test
  void a_clock_that_was_far_ahead_does_not_stop_rotation() {
    clock.move(Duration.ofDays(365));
    assertNotNull(bob.crypto().rotateIfDue());
    clock.move(Duration.ofDays(-365));
    assertNotNull(bob.crypto().rotateIfDue());
  }

  @Test
  void a_replaced_key_is_kept_thirty_days_and_then_deleted() {
    var first = bob.records.prekeys(PrekeyKind.SIGNED);
    clock.move(Duration.ofDays(7));
    bob.crypto().rotateIfDue();
    clock.move(Duration.ofDays(30));
    bob.crypto().rotateIfDue();
    assertTrue(bob.records.prekeys(PrekeyKind.SIGNED).containsAll(first));
    clock.move(Duration.ofHours(1));
    bob.crypto().rotateIfDue();
    assertEquals(List.of(2, 3), bob.records.prekeys(PrekeyKind.SIGNED));
    assertEquals(2, bob.records.prekeys(PrekeyKind.LAST_RESORT_KYBER).size());
  }

  @Test
  void a_message_to_a_replaced_key_still_opens() {
    alice.crypto().establish(bob.account(), Bytes.EMPTY, relay.exhausted(bob.account()));
    var sealed = alice.send(bob, "slow post");
    clock.move(Duration.ofDays(20));
    bob.crypto().rotateIfDue();
    assertEquals("slow post", bob.read(sealed));
  }

  @Test
  void one_time_keys_are_spent_by_the_first_message() {
    alice.establish(bob);
    bob.read(alice.send(bob, "hello"));
    assertNull(bob.records.prekey(PrekeyKind.ONE_TIME, 1));
    assertEquals(99, bob.records.prekeys(PrekeyKind.ONE_TIME).size());
    assertEquals(99, bob.records.prekeys(PrekeyKind.ONE_TIME_KYBER).size());
    assertEquals(1, bob.records.prekeys(PrekeyKind.LAST_RESORT_KYBER).size());
  }

  @Test
  void a_one_time_key_that_a_relay_hands_out_twice_starts_one_session_only() {
    var carol = Party.register(relay, clock);
    var bundles = relay.bundles(bob.account());
    alice.crypto().establish(bob.account(), Bytes.EMPTY, bundles);
    carol.crypto().establish(bob.account(), Bytes.EMPTY, bundles);
    assertEquals("first", bob.read(alice.send(bob, "first")));
    var before = bob.records.snapshot();
    assertEquals(new Opened.NoSession(carol.address()), bob.open(carol.send(bob, "second")));
    assertEquals(before, bob.records.snapshot());
  }

  @Test
  void a_last_resort_key_serves_many() {
    var carol = Party.register(relay, clock);
    var bundles = relay.exhausted(bob.account());
    alice.crypto().establish(bob.account(), Bytes.EMPTY, bundles);
    carol.crypto().establish(bob.account(), Bytes.EMPTY, bundles);
    assertEquals("from alice", bob.read(alice.send(bob, "from alice")));
    assertEquals("from carol", bob.read(carol.send(bob, "from carol")));
  }

  @Test
  void a_first_message_with_the_last_resort_key_does_not_start_a_second_session() {
    alice.crypto().establish(bob.account(), Bytes.EMPTY, relay.exhausted(bob.account()));
    var sealed = alice.send(bob, "once");
    assertEquals("once", bob.read(sealed));
    bob.records.deleteSession(alice.address());
    var before = bob.records.snapshot();
    assertEquals(
        new Opened.Malformed("a first message with a last-resort key was played again"),
        bob.open(sealed));
    assertEquals(before, bob.records.snapshot());
  }

  @Test
  void every_device_has_its_own_registration_and_keys() {
    assertNotEquals(alice.local().identityKey(), bob.local().identityKey());
    assertInstanceOf(Established.Ready.class, alice.establish(bob));
  }
}
