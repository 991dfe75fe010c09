package org.juntos.crypto.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.signal.libsignal.protocol.IdentityKeyPair;

final class IdentityTest {
  private final TestClock clock = new TestClock();
  private final TestRelay relay = new TestRelay();
  private final Party alice = Party.register(relay, clock);
  private final Party bob = Party.register(relay, clock);

  /// Alice with a new identity under her old account: a reinstall, or an attack by the relay.
  private Party otherAlice() {
    return Party.register(relay, clock, alice.account());
  }

  private void talk() {
    alice.establish(bob);
    bob.read(alice.send(bob, "hello"));
    alice.read(bob.send(alice, "hello"));
  }

  @Test
  void the_first_key_seen_is_pinned() {
    assertNull(bob.crypto().trustedIdentity(alice.account()));
    alice.establish(bob);
    assertEquals(bob.local().identityKey(), alice.crypto().trustedIdentity(bob.account()));
    bob.read(alice.send(bob, "hello"));
    assertEquals(alice.local().identityKey(), bob.crypto().trustedIdentity(alice.account()));
  }

  @Test
  void a_changed_key_is_told_and_changes_nothing() {
    talk();
    var impostor = otherAlice();
    impostor.establish(bob);
    var before = bob.records.snapshot();
    var opened = bob.open(impostor.send(bob, "it is me"));
    assertEquals(
        new Opened.IdentityChanged(alice.address(), impostor.local().identityKey()), opened);
    assertEquals(before, bob.records.snapshot());
    assertEquals("still me", bob.read(alice.send(bob, "still me")));
  }

  @Test
  void an_accepted_key_opens_the_same_envelope() {
    talk();
    var reinstalled = otherAlice();
    reinstalled.establish(bob);
    var sealed = reinstalled.send(bob, "new laptop");
    bob.open(sealed);
    bob.crypto().acceptIdentity(alice.account(), reinstalled.local().identityKey());
    assertEquals("new laptop", bob.read(sealed));
    assertEquals("nice", reinstalled.read(bob.send(reinstalled, "nice")));
  }

  @Test
  void after_accepting_a_key_nothing_is_sealed_under_the_former() {
    talk();
    var reinstalled = otherAlice();
    bob.crypto().acceptIdentity(alice.account(), reinstalled.local().identityKey());
    assertFalse(bob.crypto().hasSession(alice.address()));
    assertEquals(List.of(), bob.crypto().sessionDevices(alice.account()));
    assertEquals(new Sealed.NoSession(), bob.seal(reinstalled, "to whom?"));
    assertEquals(
        new Opened.IdentityChanged(alice.address(), alice.local().identityKey()),
        bob.open(alice.send(bob, "from the former key")));
  }

  @Test
  void a_key_that_comes_back_opens_what_was_sealed_for_its_former_session() {
    talk();
    var impostor = otherAlice();
    impostor.establish(bob);
    bob.crypto().acceptIdentity(alice.account(), impostor.local().identityKey());
    assertEquals("it is me", bob.read(impostor.send(bob, "it is me")));
    var sealed = alice.send(bob, "no, it is me");
    bob.crypto().acceptIdentity(alice.account(), alice.local().identityKey());
    assertEquals("no, it is me", bob.read(sealed));
  }

  @Test
  void a_key_that_comes_back_opens_what_was_sealed_for_the_session_that_was_begun_here() {
    talk();
    var impostor = Party.register(new TestRelay(), clock, bob.account());
    alice.crypto().acceptIdentity(bob.account(), impostor.local().identityKey());
    var sealed = bob.send(alice, "no, it is me");
    alice.crypto().acceptIdentity(bob.account(), bob.local().identityKey());
    alice.establish(bob);
    assertEquals("no, it is me", alice.read(sealed));
  }

  @Test
  void accepting_the_trusted_key_again_keeps_the_sessions() {
    talk();
    bob.crypto().acceptIdentity(alice.account(), alice.local().identityKey());
    assertEquals("on we go", alice.read(bob.send(alice, "on we go")));
  }

  @Test
  void content_meant_for_one_key_is_not_sealed_for_another() {
    talk();
    var meant = otherAlice().local().identityKey();
    var binding = bob.binding(alice.address());
    var before = bob.records.snapshot();
    assertEquals(
        new Sealed.IdentityMismatch(alice.local().identityKey()),
        bob.crypto()
            .seal(alice.address(), meant, binding, Party.text("secret"), bob.certificate()));
    assertEquals(before, bob.records.snapshot());
  }

  @Test
  void a_bundle_of_another_key_than_the_link_named_is_refused() {
    var expected = Bytes.of(IdentityKeyPair.generate().getPublicKey().serialize());
    var before = alice.records.snapshot();
    assertEquals(
        new Established.IdentityMismatch(bob.local().identityKey()),
        alice.crypto().establish(bob.account(), expected, relay.bundles(bob.account())));
    assertEquals(before, alice.records.snapshot());
  }

  @Test
  void a_bundle_of_another_key_than_the_pinned_is_refused_though_nothing_was_expected() {
    talk();
    var impostor = otherAlice();
    assertEquals(
        new Established.IdentityMismatch(impostor.local().identityKey()),
        bob.crypto().establish(alice.account(), Bytes.EMPTY, relay.bundles(alice.account())));
    assertEquals(
        new Established.IdentityMismatch(impostor.local().identityKey()),
        bob.crypto()
            .establish(
                alice.account(), impostor.local().identityKey(), relay.bundles(alice.account())));
  }

  @Test
  void nobody_replaces_the_identity_of_this_account() {
    var impostor = otherAlice();
    assertThrows(
        IllegalArgumentException.class,
        () -> alice.crypto().acceptIdentity(alice.account(), impostor.local().identityKey()));
    var mallory = Party.register(relay, clock);
    mallory.establish(bob);
    var forger = new Forger(mallory);
    var certificate =
        relay.certify(
            new DeviceAddress(alice.account(), 2),
            UncheckedKeys.ec(mallory.local().identityKey()),
            clock.instant().plusSeconds(60));
    var sealed = forger.wrap(alice, forger.encrypt(bob.address(), new byte[1]), certificate);
    var before = alice.records.snapshot();
    assertEquals(new Opened.Malformed("it claims to come from this account"), alice.open(sealed));
    assertEquals(before, alice.records.snapshot());
  }

  @Test
  void keys_that_are_no_keys_are_not_accepted() {
    for (var key : LowOrderPoints.all()) {
      assertThrows(
          IllegalArgumentException.class, () -> bob.crypto().acceptIdentity(alice.account(), key));
    }
    assertNotEquals(Bytes.EMPTY, alice.local().identityKey());
  }
}
