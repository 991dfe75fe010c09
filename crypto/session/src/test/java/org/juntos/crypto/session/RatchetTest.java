package org.juntos.crypto.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.juntos.content.ContentCodec;
import org.juntos.wire.Bytes;
import org.signal.libsignal.protocol.message.PreKeySignalMessage;
import org.signal.libsignal.protocol.message.SignalMessage;

/// Attempts to talk without the post-quantum ratchet, or with keys that agree on nothing.
final class RatchetTest {
  private static final int PQ_RATCHET_OF_MESSAGE = 5;
  private static final int RATCHET_KEY_OF_MESSAGE = 1;
  private static final int BASE_KEY_OF_FIRST = 2;
  private static final int MESSAGE_OF_FIRST = 4;
  private static final int CURRENT_SESSION = 1;
  private static final int PQ_RATCHET_OF_SESSION = 15;

  private static final Opened GAVE_UP =
      new Opened.Malformed("it gives up the post-quantum ratchet");
  private static final Opened BAD_KEY =
      new Opened.Malformed("a key in it is malformed or of low order");

  private final TestClock clock = new TestClock();
  private final TestRelay relay = new TestRelay();
  private final Party alice = Party.register(relay, clock);
  private final Party bob = Party.register(relay, clock);

  @BeforeEach
  void establish() {
    alice.establish(bob);
  }

  /// What a client without the ratchet keeps of its session.
  private static void dropRatchet(Party party, Party other) {
    var record = Objects.requireNonNull(party.records.session(other.address()));
    var session = Forger.field(record, CURRENT_SESSION);
    party.records.putSession(
        other.address(),
        Forger.replace(
            record, CURRENT_SESSION, Forger.replace(session, PQ_RATCHET_OF_SESSION, new byte[0])));
  }

  private byte[] plaintext() {
    return ContentCodec.encode(alice.binding(bob.address()), Party.text("downgraded"));
  }

  private void refused(Opened expected, Bytes sealed) {
    var before = bob.records.snapshot();
    assertEquals(expected, bob.open(sealed));
    assertEquals(before, bob.records.snapshot());
  }

  private void answer() {
    bob.read(alice.send(bob, "one"));
    alice.read(bob.send(alice, "two"));
  }

  @Test
  void a_first_message_without_it_is_refused_though_its_mac_is_right() {
    dropRatchet(alice, bob);
    refused(GAVE_UP, new Forger(alice).seal(bob, plaintext()));
  }

  @Test
  void a_later_message_without_it_is_refused() {
    answer();
    dropRatchet(alice, bob);
    refused(GAVE_UP, new Forger(alice).seal(bob, plaintext()));
  }

  @Test
  void nothing_is_sealed_with_a_session_without_it() {
    dropRatchet(alice, bob);
    var before = alice.records.snapshot();
    assertEquals(new Sealed.NoSession(), alice.seal(bob, "hi"));
    assertEquals(before, alice.records.snapshot());
    alice.establish(bob);
    assertInstanceOf(Sealed.Ciphertext.class, alice.seal(bob, "hi"));
  }

  @Test
  void every_message_of_a_long_conversation_takes_part_in_it() {
    for (int i = 0; i < 40; i++) {
      assertTrue(PqRatchet.isIn(new Forger(alice).encrypt(bob.address(), plaintext())));
      bob.read(alice.send(bob, "ping"));
      alice.read(bob.send(alice, "pong"));
    }
  }

  @Test
  void other_versions_of_it_are_refused() {
    answer();
    var message = (SignalMessage) new Forger(alice).encrypt(bob.address(), plaintext());
    assertTrue(PqRatchet.isIn(message));
    for (byte version : new byte[] {0, 2, 9, -1}) {
      var part = message.getPqRatchet();
      part[0] = version;
      var changed =
          Forger.change(message, fields -> Forger.replace(fields, PQ_RATCHET_OF_MESSAGE, part));
      assertFalse(PqRatchet.isIn(changed));
      refused(GAVE_UP, new Forger(alice).wrap(bob, changed, alice.certificate()));
    }
  }

  @Test
  void low_order_base_keys_are_refused() {
    var message = (PreKeySignalMessage) new Forger(alice).encrypt(bob.address(), plaintext());
    for (var key : LowOrderPoints.all()) {
      var changed =
          Forger.change(
              message, fields -> Forger.replace(fields, BASE_KEY_OF_FIRST, key.toArray()));
      refused(BAD_KEY, new Forger(alice).wrap(bob, changed, alice.certificate()));
    }
  }

  @Test
  void low_order_ratchet_keys_are_refused() {
    var first = (PreKeySignalMessage) new Forger(alice).encrypt(bob.address(), plaintext());
    for (var key : LowOrderPoints.all()) {
      var inner = withRatchetKey(first.getWhisperMessage(), key);
      var changed =
          Forger.change(
              first, fields -> Forger.replace(fields, MESSAGE_OF_FIRST, inner.serialize()));
      refused(BAD_KEY, new Forger(alice).wrap(bob, changed, alice.certificate()));
    }
    answer();
    var later = (SignalMessage) new Forger(alice).encrypt(bob.address(), plaintext());
    for (var key : LowOrderPoints.all()) {
      refused(
          BAD_KEY, new Forger(alice).wrap(bob, withRatchetKey(later, key), alice.certificate()));
    }
  }

  private static SignalMessage withRatchetKey(SignalMessage message, Bytes key) {
    return Forger.change(
        message, fields -> Forger.replace(fields, RATCHET_KEY_OF_MESSAGE, key.toArray()));
  }

  @Test
  void what_does_not_come_through_a_session_is_refused() {
    answer();
    refused(Forger.PLAINTEXT, "a type of message that is not used here");
    refused(Forger.GROUP, "no message of a group, or one that its sender has not signed");
  }

  private void refused(int type, String why) {
    var message = new Forger(alice).encrypt(bob.address(), plaintext());
    refused(
        new Opened.Malformed(why),
        new Forger(alice).wrapRaw(bob, type, message.serialize(), alice.certificate()));
  }
}
