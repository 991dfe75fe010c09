package org.juntos.crypto.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.juntos.content.Binding;
import org.juntos.content.ConversationId;
import org.juntos.crypto.record.MemoryRecords;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

final class ConversationTest {
  private final TestClock clock = new TestClock();
  private final TestRelay relay = new TestRelay();
  private final Party alice = Party.register(relay, clock);
  private final Party bob = Party.register(relay, clock);

  @Test
  void two_devices_talk_both_ways_from_a_bundle() {
    assertEquals(new Established.Ready(List.of(1)), alice.establish(bob));
    assertEquals("hello", bob.read(alice.send(bob, "hello")));
    assertEquals("hello yourself", alice.read(bob.send(alice, "hello yourself")));
    for (int i = 0; i < 50; i++) {
      assertEquals("ping " + i, bob.read(alice.send(bob, "ping " + i)));
      assertEquals("pong " + i, alice.read(bob.send(alice, "pong " + i)));
    }
  }

  @Test
  void says_who_sent_what_for_whom() {
    alice.establish(bob);
    var binding = alice.binding(bob.address());
    var sealed =
        alice
            .crypto()
            .seal(bob.address(), Bytes.EMPTY, binding, Party.text("hi"), alice.certificate());
    var opened = bob.open(assertInstanceOf(Sealed.Ciphertext.class, sealed).bytes());
    assertEquals(new Opened.Message(alice.address(), binding, Party.text("hi")), opened);
  }

  @Test
  void a_thousand_messages_arrive_in_any_order() {
    alice.establish(bob);
    var sent = new ArrayList<Bytes>();
    for (int i = 0; i < 1000; i++) {
      sent.add(alice.send(bob, "message " + i));
    }
    Collections.shuffle(sent, new Random(42));
    var read = new HashSet<String>();
    sent.forEach(ciphertext -> read.add(bob.read(ciphertext)));
    assertEquals(1000, read.size());
    assertTrue(read.contains("message 0") && read.contains("message 999"));
  }

  @Test
  void both_may_start_at_once() {
    alice.establish(bob);
    bob.establish(alice);
    var fromAlice = alice.send(bob, "a1");
    var fromBob = bob.send(alice, "b1");
    assertEquals("a1", bob.read(fromAlice));
    assertEquals("b1", alice.read(fromBob));
    assertEquals("a2", bob.read(alice.send(bob, "a2")));
    assertEquals("b2", alice.read(bob.send(alice, "b2")));
  }

  @Test
  void a_message_played_again_is_a_duplicate() {
    alice.establish(bob);
    var first = alice.send(bob, "first");
    assertEquals("first", bob.read(first));
    assertEquals(new Opened.Duplicate(), bob.open(first));
    alice.read(bob.send(alice, "answer"));
    var later = alice.send(bob, "later");
    assertEquals("later", bob.read(later));
    assertEquals(new Opened.Duplicate(), bob.open(later));
    assertEquals(new Opened.Duplicate(), bob.open(first));
  }

  @Test
  void a_duplicate_changes_nothing() {
    alice.establish(bob);
    var first = alice.send(bob, "first");
    bob.read(first);
    var before = bob.records.snapshot();
    bob.open(first);
    assertEquals(before, bob.records.snapshot());
  }

  @Test
  void every_device_of_an_account_gets_its_own_session() {
    var tablet = bob.link(2);
    assertEquals(new Established.Ready(List.of(1, 2)), alice.establish(bob));
    assertEquals(List.of(1, 2), alice.crypto().sessionDevices(bob.account()));
    assertEquals("to the desktop", bob.read(alice.send(bob, "to the desktop")));
    assertEquals("to the tablet", tablet.read(alice.send(tablet, "to the tablet")));
    assertEquals("from the tablet", alice.read(tablet.send(alice, "from the tablet")));
  }

  @Test
  void devices_of_one_account_talk_to_each_other() {
    var tablet = bob.link(2);
    assertEquals(new Established.Ready(List.of(2)), bob.establish(bob));
    assertEquals("note", tablet.read(bob.send(tablet, "note")));
    assertEquals("noted", bob.read(tablet.send(bob, "noted")));
  }

  @Test
  void a_device_that_is_not_listed_any_more_is_not_heard() {
    var tablet = bob.link(2);
    alice.establish(bob);
    assertEquals("hello", tablet.read(alice.send(tablet, "hello")));
    tablet.establish(alice);
    bob.unlinkOthers();
    alice.establish(bob);
    var before = alice.records.snapshot();
    assertEquals(
        new Opened.UnlistedDevice(tablet.address()), alice.open(tablet.send(alice, "still here")));
    assertEquals(before, alice.records.snapshot());
  }

  @Test
  void a_device_of_the_own_account_that_is_not_listed_is_not_heard() {
    var tablet = bob.link(2);
    tablet.establish(bob);
    bob.unlinkOthers();
    assertEquals(new Opened.UnlistedDevice(tablet.address()), bob.open(tablet.send(bob, "a note")));
  }

  @Test
  void without_a_session_nothing_is_sealed() {
    assertEquals(new Sealed.NoSession(), alice.seal(bob, "too early"));
    assertFalse(alice.crypto().hasSession(bob.address()));
    alice.establish(bob);
    assertTrue(alice.crypto().hasSession(bob.address()));
  }

  @Test
  void a_session_that_was_never_answered_is_given_up_after_thirty_days() {
    alice.establish(bob);
    alice.send(bob, "anyone there?");
    clock.move(Duration.ofDays(31));
    assertFalse(alice.crypto().hasSession(bob.address()));
    assertEquals(List.of(), alice.crypto().sessionDevices(bob.account()));
    assertEquals(new Sealed.NoSession(), alice.seal(bob, "still there?"));
    alice.establish(bob);
    assertEquals("a new start", bob.read(alice.send(bob, "a new start")));
  }

  @Test
  void a_new_session_takes_over_and_the_old_one_still_reads() {
    alice.establish(bob);
    bob.read(alice.send(bob, "one"));
    var late = bob.send(alice, "late");
    alice.establish(bob);
    assertEquals("two", bob.read(alice.send(bob, "two")));
    assertEquals("late", alice.read(late));
    assertEquals("three", alice.read(bob.send(alice, "three")));
  }

  @Test
  void a_reader_who_lost_the_session_says_so() {
    alice.establish(bob);
    bob.read(alice.send(bob, "one"));
    alice.read(bob.send(alice, "two"));
    bob.records.deleteSession(alice.address());
    var before = bob.records.snapshot();
    assertEquals(new Opened.NoSession(alice.address()), bob.open(alice.send(bob, "three")));
    assertEquals(before, bob.records.snapshot());
  }

  @Test
  void seals_only_what_is_bound_to_the_envelope() {
    alice.establish(bob);
    var right = alice.binding(bob.address());
    var elsewhere = new ConversationId(UUID.randomUUID());
    var wrong =
        List.of(
            new Binding(bob.address(), bob.address(), right.conversation(), right.messageId(), 1),
            new Binding(
                alice.address(), alice.address(), right.conversation(), right.messageId(), 1),
            new Binding(alice.address(), bob.address(), elsewhere, right.messageId(), 1));
    for (var binding : wrong) {
      assertThrows(
          IllegalArgumentException.class,
          () ->
              alice
                  .crypto()
                  .seal(bob.address(), Bytes.EMPTY, binding, Party.text("?"), alice.certificate()));
    }
  }

  @Test
  void both_sides_see_the_same_safety_number() {
    var hers = safetyNumber(alice, bob, bob);
    var his = safetyNumber(bob, alice, alice);
    assertEquals(hers, his);
    assertTrue(hers.matches("[0-9]{60}"), hers);
    var carol = Party.register(relay, clock);
    assertNotEquals(hers, safetyNumber(alice, bob, carol));
    assertNotEquals(hers, safetyNumber(alice, carol, bob));
  }

  private static String safetyNumber(Party own, Party other, Party whoseKey) {
    return DeviceCrypto.safetyNumber(
        own.account(), own.local().identityKey(), other.account(), whoseKey.local().identityKey());
  }

  @Test
  void a_scanned_safety_number_tells_a_true_key_from_another() {
    var carol = Party.register(relay, clock);
    var shown = bob.crypto().scannableSafetyNumber(alice.account(), alice.local().identityKey());
    var crypto = alice.crypto();
    assertTrue(crypto.safetyNumberMatches(bob.account(), bob.local().identityKey(), shown));
    assertFalse(crypto.safetyNumberMatches(bob.account(), carol.local().identityKey(), shown));
    assertFalse(
        crypto.safetyNumberMatches(
            bob.account(), bob.local().identityKey(), Bytes.ofHex("00ff00ff")));
  }

  @Test
  void an_identity_is_made_once() {
    var crypto = alice.crypto();
    assertThrows(
        IllegalStateException.class,
        () -> crypto.createDevice(new AccountId(UUID.randomUUID()), 1));
    assertEquals(alice.local(), crypto.local());
  }

  @Test
  void before_registration_there_is_no_device() {
    var fresh = new DeviceCrypto(new MemoryRecords(), clock, new SecureRandom());
    assertNull(fresh.local());
    var local = fresh.createDevice(new AccountId(UUID.randomUUID()), 1);
    assertEquals(local, fresh.local());
    assertTrue(local.registrationId() >= 1 && local.registrationId() <= 16380);
  }
}
