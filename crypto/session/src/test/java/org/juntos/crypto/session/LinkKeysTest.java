package org.juntos.crypto.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.juntos.crypto.record.MemoryRecords;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// A device joins an account.
final class LinkKeysTest {
  private static final Bytes MAILBOX = Bytes.ofHex("42".repeat(16));
  private static final byte[] DETAILS = "details".getBytes(StandardCharsets.UTF_8);

  private final TestClock clock = new TestClock();
  private final TestRelay relay = new TestRelay();
  private final Party alice = Party.register(relay, clock);
  private final LinkKeys keys = new LinkKeys(new SecureRandom());
  private final MemoryRecords records = new MemoryRecords();

  private Provisioned provisioned() {
    var sealed = alice.crypto().sealProvision(keys.publicKey(), MAILBOX, DETAILS);
    return Objects.requireNonNull(keys.open(MAILBOX, sealed));
  }

  private SignedList list(int revision, ListedDevice... devices) {
    return alice.crypto().proposeDeviceList(revision, List.of(devices));
  }

  private ListedDevice first() {
    return new ListedDevice(1, alice.local().registrationId());
  }

  private ListedDevice second() {
    return new ListedDevice(2, keys.registrationId());
  }

  private DeviceAddress address(int device) {
    return new DeviceAddress(alice.account(), device);
  }

  private DeviceCrypto crypto() {
    return new DeviceCrypto(records, clock, new SecureRandom());
  }

  @Test
  void the_new_device_has_the_account_s_key_and_its_list() {
    try (var provisioned = provisioned()) {
      assertEquals(Bytes.of(DETAILS), provisioned.details());
      var list = list(2, first(), second());
      assertTrue(provisioned.isListed(address(2), list));
      var device = crypto().joinAccount(address(2), provisioned, list);
      assertEquals(alice.local().identityKey(), device.identityKey());
      assertEquals(keys.registrationId(), device.registrationId());
      assertEquals(2, Objects.requireNonNull(records.deviceList(alice.account())).revision());
      assertThrows(
          IllegalStateException.class, () -> crypto().joinAccount(address(2), provisioned, list));
    }
  }

  @Test
  void a_list_that_does_not_name_it_or_that_another_signed_makes_no_device() {
    var mallory = Party.register(relay, clock, alice.account());
    try (var provisioned = provisioned()) {
      assertFalse(provisioned.isListed(address(2), list(2, first())));
      var other = new ListedDevice(2, keys.registrationId() ^ 1);
      assertFalse(provisioned.isListed(address(2), list(2, first(), other)));
      assertFalse(provisioned.isListed(address(3), list(2, first(), second())));
      var forged = mallory.crypto().proposeDeviceList(2, List.of(first(), second()));
      assertFalse(provisioned.isListed(address(2), forged));
    }
  }

  @Test
  void what_was_sealed_for_another_key_or_mailbox_or_was_changed_is_not_opened() {
    var sealed = alice.crypto().sealProvision(keys.publicKey(), MAILBOX, DETAILS);
    assertNull(new LinkKeys(new SecureRandom()).open(MAILBOX, sealed));
    assertNull(keys.open(Bytes.ofHex("43".repeat(16)), sealed));
    for (int at = 0; at < sealed.size(); at++) {
      var changed = sealed.toArray();
      changed[at] ^= 1;
      assertNull(keys.open(MAILBOX, Bytes.of(changed)), "byte " + at);
    }
    assertNull(keys.open(MAILBOX, Bytes.EMPTY));
    assertNotNull(keys.open(MAILBOX, sealed));
  }

  @Test
  void nothing_is_sealed_to_a_key_of_low_order() {
    var low = Bytes.ofHex("05" + "00".repeat(32));
    assertThrows(
        IllegalArgumentException.class, () -> alice.crypto().sealProvision(low, MAILBOX, DETAILS));
  }

  @Test
  void of_its_own_account_a_device_believes_newer_lists_only() {
    var crypto = alice.crypto();
    var both = list(5, first(), second());
    assertEquals(5, Objects.requireNonNull(crypto.learnDeviceList(both)).revision());
    var old = Objects.requireNonNull(crypto.learnDeviceList(list(4, first())));
    assertEquals(5, old.revision(), "the newest one counts");
    assertNull(crypto.learnDeviceList(list(5, first())), "another one of the same revision");
    assertNull(crypto.learnDeviceList(new SignedList(both.list(), Bytes.ofHex("00".repeat(64)))));
    assertTrue(Objects.requireNonNull(crypto.learnDeviceList(list(6, first()))).revision() == 6);
    assertTrue(alice.records.wasListed(address(2)));
  }
}
