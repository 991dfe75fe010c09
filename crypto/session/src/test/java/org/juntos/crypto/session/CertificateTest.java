package org.juntos.crypto.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.juntos.content.ContentCodec;
import org.juntos.crypto.record.MemoryRecords;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.signal.libsignal.metadata.certificate.SenderCertificate;
import org.signal.libsignal.protocol.ecc.ECPublicKey;

final class CertificateTest {
  private static final Opened NOT_OF_THIS_RELAY =
      new Opened.Malformed("the sender certificate has expired or is not of this relay");

  private final TestClock clock = new TestClock();
  private final TestRelay relay = new TestRelay();
  private final Party alice = Party.register(relay, clock);
  private final Party bob = Party.register(relay, clock);

  @BeforeEach
  void establish() {
    alice.establish(bob);
  }

  private ECPublicKey alicesKey() {
    return UncheckedKeys.ec(alice.local().identityKey());
  }

  private Instant soon() {
    return clock.instant().plusSeconds(60);
  }

  private Sealed seal(Bytes certificate) {
    return alice
        .crypto()
        .seal(
            bob.address(),
            Bytes.EMPTY,
            alice.binding(bob.address()),
            Party.text("hi"),
            certificate);
  }

  private Bytes forged(Bytes certificate) {
    var forger = new Forger(alice);
    var plaintext = ContentCodec.encode(alice.binding(bob.address()), Party.text("hi"));
    return forger.wrap(bob, forger.encrypt(bob.address(), plaintext), certificate);
  }

  private void refused(Opened expected, Bytes certificate) {
    var before = bob.records.snapshot();
    assertEquals(expected, bob.open(forged(certificate)));
    assertEquals(before, bob.records.snapshot());
  }

  @Test
  void of_another_relay_is_refused() {
    refused(NOT_OF_THIS_RELAY, new TestRelay().certify(alice.local(), clock.instant()));
  }

  @Test
  void that_expired_long_before_the_relay_accepted_the_envelope_is_refused() {
    refused(
        NOT_OF_THIS_RELAY,
        relay.certify(alice.address(), alicesKey(), clock.instant().minus(Duration.ofDays(31))));
  }

  @Test
  void that_expired_while_the_sealed_envelope_waited_for_the_network_is_accepted() {
    var sealed = alice.send(bob, "sealed on a train");
    clock.move(Duration.ofDays(20));
    assertEquals("sealed on a train", bob.read(sealed));
  }

  @Test
  void that_expired_while_the_envelope_waited_for_its_reader_is_accepted() {
    var sealed = alice.send(bob, "welcome back");
    var acceptedAt = clock.instant();
    clock.move(Duration.ofDays(300));
    assertInstanceOf(
        Opened.Message.class, bob.crypto().open(sealed, relay.trustRoot(), acceptedAt));
  }

  @Test
  void that_names_no_device_is_refused() {
    var names =
        List.of(
            "alice",
            "",
            "1-2-3-4-5",
            alice.account().toString().toUpperCase(Locale.ROOT),
            "PNI:" + alice.account());
    for (var name : names) {
      refused(
          new Opened.Malformed("the sender certificate names no device"),
          relay.certify(name, 1, alicesKey(), soon()));
    }
  }

  @Test
  void of_another_key_than_the_message_is_refused() {
    var sealed = new Forger(alice);
    var plaintext = ContentCodec.encode(alice.binding(bob.address()), Party.text("hi"));
    var message = sealed.encrypt(bob.address(), plaintext);
    var mallory = Party.register(relay, clock);
    var lie =
        relay.certify(alice.address(), UncheckedKeys.ec(mallory.local().identityKey()), soon());
    var before = bob.records.snapshot();
    assertEquals(
        new Opened.Malformed("message and certificate name different identity keys"),
        bob.open(new Forger(mallory).wrap(bob, message, lie)));
    assertEquals(before, bob.records.snapshot());
  }

  @Test
  void of_another_key_than_the_session_is_refused() {
    bob.read(alice.send(bob, "one"));
    alice.read(bob.send(alice, "two"));
    var plaintext = ContentCodec.encode(alice.binding(bob.address()), Party.text("hi"));
    var message = new Forger(alice).encrypt(bob.address(), plaintext);
    var mallory = Party.register(relay, clock);
    var lie =
        relay.certify(alice.address(), UncheckedKeys.ec(mallory.local().identityKey()), soon());
    assertEquals(
        new Opened.IdentityChanged(alice.address(), mallory.local().identityKey()),
        bob.open(new Forger(mallory).wrap(bob, message, lie)));
  }

  @Test
  void of_another_key_than_the_session_is_refused_though_nothing_is_pinned() {
    bob.read(alice.send(bob, "one"));
    alice.read(bob.send(alice, "two"));
    var plaintext = ContentCodec.encode(alice.binding(bob.address()), Party.text("hi"));
    var message = new Forger(alice).encrypt(bob.address(), plaintext);
    var unpinned = new MemoryRecords();
    unpinned.putLocalDevice(Objects.requireNonNull(bob.records.localDevice()));
    unpinned.putSession(
        alice.address(), Objects.requireNonNull(bob.records.session(alice.address())));
    var mallory = Party.register(relay, clock);
    var key = UncheckedKeys.ec(mallory.local().identityKey());
    var lie = relay.certify(alice.address(), key, soon());
    var before = unpinned.snapshot();
    assertEquals(
        new Opened.Malformed("session and certificate belong to different identity keys"),
        new DeviceCrypto(unpinned, clock, new SecureRandom())
            .open(new Forger(mallory).wrap(bob, message, lie), relay.trustRoot(), clock.instant()));
    assertEquals(before, unpinned.snapshot());
  }

  @Test
  void of_low_order_is_refused() {
    for (var key : LowOrderPoints.all()) {
      var certificate = relay.certify(alice.address(), UncheckedKeys.ec(key), soon());
      assertEquals(
          "the sender's identity key is of low order",
          assertThrows(
                  RefusedException.class,
                  () ->
                      SenderCertificates.identityKey(new SenderCertificate(certificate.toArray())))
              .why());
    }
  }

  @Test
  void of_ones_own_is_checked_before_sealing() {
    var bad =
        List.of(
            Bytes.EMPTY,
            Bytes.ofHex("0a0b0c"),
            relay.certify(bob.address(), alicesKey(), soon()),
            relay.certify(new DeviceAddress(alice.account(), 2), alicesKey(), soon()),
            relay.certify(alice.address(), UncheckedKeys.ec(bob.local().identityKey()), soon()));
    for (var certificate : bad) {
      var before = alice.records.snapshot();
      assertInstanceOf(Sealed.BadCertificate.class, seal(certificate));
      assertEquals(before, alice.records.snapshot());
    }
    assertInstanceOf(Sealed.Ciphertext.class, seal(alice.certificate()));
  }

  /// The clock of this device may be years ahead of the relay's, which readers go by.
  @Test
  void of_ones_own_may_have_expired_by_ones_own_clock() {
    var expired = relay.certify(alice.address(), alicesKey(), clock.instant());
    assertInstanceOf(Sealed.Ciphertext.class, seal(expired));
  }

  @Test
  void roots_that_are_no_keys_are_a_fault_of_the_caller() {
    var sealed = alice.send(bob, "hi");
    for (var root : LowOrderPoints.all()) {
      assertThrows(
          IllegalArgumentException.class, () -> bob.crypto().open(sealed, root, clock.instant()));
    }
  }
}
