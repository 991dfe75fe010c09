package org.juntos.crypto.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.juntos.crypto.session.Established.DeviceListInvalid;
import org.juntos.crypto.session.Established.Flaw;
import org.juntos.wire.Bytes;
import org.signal.libsignal.protocol.ecc.ECKeyPair;
import org.signal.libsignal.protocol.kem.KEMKeyPair;
import org.signal.libsignal.protocol.kem.KEMKeyType;

/// What a relay may hand out instead of the keys that were published.
final class BundleTest {
  private final TestClock clock = new TestClock();
  private final TestRelay relay = new TestRelay();
  private final Party alice = Party.register(relay, clock);
  private final Party bob = Party.register(relay, clock);

  private Established establish(Bundles bundles) {
    return alice.crypto().establish(bob.account(), Bytes.EMPTY, bundles);
  }

  private void refused(Established expected, Bundles bundles) {
    var before = alice.records.snapshot();
    assertEquals(expected, establish(bundles));
    assertEquals(before, alice.records.snapshot());
  }

  private Bundles changed(UnaryOperator<DeviceBundle> change) {
    var bundles = relay.bundles(bob.account());
    return TestRelay.with(bundles, bundles.devices().stream().map(change).toList());
  }

  private static DeviceBundle withSigned(DeviceBundle bundle, SignedPublicPrekey signed) {
    return new DeviceBundle(
        bundle.device(),
        bundle.registrationId(),
        signed,
        bundle.kyberPrekey(),
        bundle.oneTimePrekey());
  }

  private static DeviceBundle withKyber(DeviceBundle bundle, SignedPublicPrekey kyber) {
    return new DeviceBundle(
        bundle.device(),
        bundle.registrationId(),
        bundle.signedPrekey(),
        kyber,
        bundle.oneTimePrekey());
  }

  private static DeviceBundle withOneTime(DeviceBundle bundle, PublicPrekey oneTime) {
    return new DeviceBundle(
        bundle.device(),
        bundle.registrationId(),
        bundle.signedPrekey(),
        bundle.kyberPrekey(),
        oneTime);
  }

  private static final Established BAD_KEY =
      new Established.BadBundle(1, "a key is malformed, of low order or not signed");

  private static final Established UNLISTED =
      new DeviceListInvalid(Flaw.UNLISTED_DEVICE, "device 2 is not on the list of revision 1");

  @Test
  void a_signed_prekey_that_the_account_did_not_sign() {
    var forged = SoundKeys.bytes(ECKeyPair.generate().getPublicKey());
    refused(
        BAD_KEY,
        changed(bundle ->
            withSigned(
                bundle,
                new SignedPublicPrekey(
                    bundle.signedPrekey().id(), forged, bundle.signedPrekey().signature()))));
  }

  @Test
  void a_signed_prekey_without_a_signature() {
    refused(
        BAD_KEY,
        changed(bundle ->
            withSigned(
                bundle,
                new SignedPublicPrekey(
                    bundle.signedPrekey().id(), bundle.signedPrekey().publicKey(), Bytes.EMPTY))));
  }

  @Test
  void a_kyber_prekey_that_the_account_did_not_sign() {
    var forged = Bytes.of(KEMKeyPair.generate(KEMKeyType.KYBER_1024).getPublicKey().serialize());
    refused(
        BAD_KEY,
        changed(bundle ->
            withKyber(
                bundle,
                new SignedPublicPrekey(
                    bundle.kyberPrekey().id(), forged, bundle.kyberPrekey().signature()))));
  }

  @Test
  void an_empty_kyber_prekey() {
    refused(
        BAD_KEY,
        changed(bundle ->
            withKyber(
                bundle,
                new SignedPublicPrekey(
                    bundle.kyberPrekey().id(), Bytes.EMPTY, bundle.kyberPrekey().signature()))));
  }

  @Test
  void prekeys_of_low_order() {
    for (var key : LowOrderPoints.all()) {
      refused(BAD_KEY, changed(bundle -> withOneTime(bundle, new PublicPrekey(1, key))));
      var signature = Bytes.of(bob.own().sign(key.toArray()));
      refused(
          BAD_KEY,
          changed(bundle -> withSigned(bundle, new SignedPublicPrekey(1, key, signature))));
    }
  }

  @Test
  void an_identity_key_of_low_order() {
    var bundles = relay.bundles(bob.account());
    for (var key : LowOrderPoints.all()) {
      refused(
          new DeviceListInvalid(Flaw.UNSIGNED, "the identity key is malformed or of low order"),
          new Bundles(key, bundles.deviceList(), bundles.devices()));
    }
  }

  @Test
  void impossible_ids() {
    refused(
        BAD_KEY,
        changed(bundle ->
            withOneTime(
                bundle,
                new PublicPrekey(-1, Objects.requireNonNull(bundle.oneTimePrekey()).publicKey()))));
  }

  @Test
  void another_registration_id_than_the_account_signed() {
    refused(
        new Established.BadBundle(1, "another registration id than in the device list"),
        changed(bundle ->
            new DeviceBundle(
                1,
                bundle.registrationId() ^ 1,
                bundle.signedPrekey(),
                bundle.kyberPrekey(),
                bundle.oneTimePrekey())));
  }

  @Test
  void a_device_that_the_relay_added_stops_all() {
    var bundles = relay.bundles(bob.account());
    var ghost = Party.register(new TestRelay(), clock, bob.account());
    var devices = new ArrayList<>(bundles.devices());
    devices.add(ghostBundle(ghost, 2));
    refused(UNLISTED, TestRelay.with(bundles, devices));
    refused(UNLISTED, TestRelay.with(bundles, List.of(ghostBundle(ghost, 2))));
  }

  @Test
  void a_listed_device_of_which_the_relay_has_no_keys_stops_all() {
    bob.link(2);
    var bundles = relay.bundles(bob.account());
    refused(
        new Established.BadBundle(2, "no keys of it"),
        TestRelay.with(bundles, bundles.devices().subList(0, 1)));
  }

  @Test
  void a_list_that_is_older_than_one_before_is_refused() {
    var before = relay.bundles(bob.account());
    bob.link(2);
    assertEquals(new Established.Ready(List.of(1, 2)), alice.establish(bob));
    refused(new DeviceListInvalid(Flaw.OLDER, "revision 1 after revision 2"), before);
    assertEquals(List.of(1, 2), alice.crypto().recipients(bob.account()));
  }

  @Test
  void another_list_of_the_same_revision_is_refused() {
    assertEquals(new Established.Ready(List.of(1)), alice.establish(bob));
    var bundles = relay.bundles(bob.account());
    var other = bob.crypto().signDeviceList(1, List.of(new ListedDevice(1, 9)));
    refused(
        new DeviceListInvalid(Flaw.CONTRADICTORY, "two lists of revision 1"),
        new Bundles(bundles.identityKey(), other, bundles.devices()));
  }

  @Test
  void the_same_list_signed_again_is_no_other_list() {
    assertEquals(new Established.Ready(List.of(1)), alice.establish(bob));
    bob.list(bob);
    assertEquals(new Established.Ready(List.of(1)), alice.establish(bob));
  }

  @Test
  void after_a_new_identity_key_revisions_begin_anew() {
    bob.link(2);
    alice.establish(bob);
    var again = Party.register(new TestRelay(), clock, bob.account());
    alice.crypto().acceptIdentity(bob.account(), again.local().identityKey());
    assertEquals(List.of(), alice.crypto().recipients(bob.account()));
    assertEquals(new Established.Ready(List.of(1)), establish(again.relay.bundles(bob.account())));
    assertEquals(List.of(1), alice.crypto().recipients(bob.account()));
  }

  private static DeviceBundle ghostBundle(Party ghost, int device) {
    var own = ghost.relay.bundles(ghost.account()).devices().getFirst();
    return new DeviceBundle(
        device, own.registrationId(), own.signedPrekey(), own.kyberPrekey(), own.oneTimePrekey());
  }

  @Test
  void a_ghost_in_the_place_of_a_listed_device_is_refused() {
    var bundles = relay.bundles(bob.account());
    var ghost = Party.register(new TestRelay(), clock, bob.account());
    var own = ghostBundle(ghost, 1);
    var inPlace =
        new DeviceBundle(
            1,
            bob.local().registrationId(),
            own.signedPrekey(),
            own.kyberPrekey(),
            own.oneTimePrekey());
    refused(BAD_KEY, TestRelay.with(bundles, List.of(inPlace)));
  }

  @Test
  void a_device_list_that_the_account_did_not_sign() {
    var bundles = relay.bundles(bob.account());
    var mallory = Party.register(relay, clock);
    var forged = mallory.crypto().signDeviceList(2, List.of(new ListedDevice(1, 1)));
    var unsigned = new DeviceListInvalid(Flaw.UNSIGNED, "the identity key did not sign it");
    refused(unsigned, new Bundles(bundles.identityKey(), forged, bundles.devices()));
    refused(
        unsigned,
        new Bundles(
            bundles.identityKey(),
            new SignedList(bundles.deviceList().list(), Bytes.EMPTY),
            bundles.devices()));
    refused(
        unsigned,
        new Bundles(
            bundles.identityKey(),
            new SignedList(forged.list(), bundles.deviceList().signature()),
            bundles.devices()));
  }

  @Test
  void a_device_list_of_another_account_with_the_same_key() {
    var bundles = relay.bundles(bob.account());
    var mallory = Party.register(relay, clock);
    assertEquals(
        new DeviceListInvalid(Flaw.UNSIGNED, "it belongs to another account"),
        alice.crypto().establish(mallory.account(), Bytes.EMPTY, bundles));
  }

  @Test
  void a_prekey_signature_is_no_device_list() {
    var bundles = relay.bundles(bob.account());
    var prekey = bundles.devices().getFirst().signedPrekey();
    refused(
        new DeviceListInvalid(Flaw.UNSIGNED, "the identity key did not sign it"),
        new Bundles(
            bundles.identityKey(),
            new SignedList(prekey.publicKey(), prekey.signature()),
            bundles.devices()));
  }

  @Test
  void lists_that_no_account_has() {
    var bundles = relay.bundles(bob.account());
    var lists =
        List.of(
            List.<ListedDevice>of(),
            List.of(new ListedDevice(0, 5)),
            List.of(new ListedDevice(128, 5)),
            List.of(new ListedDevice(1, 5), new ListedDevice(1, 6)),
            IntStream.rangeClosed(1, 7).mapToObj(id -> new ListedDevice(id, 5)).toList());
    for (var list : lists) {
      var signed = bob.crypto().signDeviceList(9, list);
      var established = establish(new Bundles(bundles.identityKey(), signed, bundles.devices()));
      assertInstanceOf(DeviceListInvalid.class, established, list.toString());
    }
  }

  @Test
  void a_device_that_left_the_list_is_forgotten() {
    bob.link(2);
    assertEquals(new Established.Ready(List.of(1, 2)), alice.establish(bob));
    bob.unlinkOthers();
    assertEquals(new Established.Ready(List.of(1)), alice.establish(bob));
    assertEquals(List.of(1), alice.crypto().sessionDevices(bob.account()));
  }

  @Test
  void one_bad_device_leaves_no_session_with_the_others() {
    bob.link(2);
    var bundles = relay.bundles(bob.account());
    var good = bundles.devices().get(0);
    var bad = withSigned(bundles.devices().get(1), bundles.devices().get(0).signedPrekey());
    var spoilt =
        withSigned(
            bad, new SignedPublicPrekey(1, bad.signedPrekey().publicKey(), Bytes.of(new byte[64])));
    refused(
        new Established.BadBundle(2, "a key is malformed, of low order or not signed"),
        TestRelay.with(bundles, List.of(good, spoilt)));
  }

  @Test
  void without_one_time_keys_a_session_still_starts() {
    var exhausted = relay.exhausted(bob.account());
    assertEquals(new Established.Ready(List.of(1)), establish(exhausted));
    assertEquals("hello", bob.read(alice.send(bob, "hello")));
  }
}
