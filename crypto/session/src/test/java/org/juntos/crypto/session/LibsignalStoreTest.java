package org.juntos.crypto.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.juntos.crypto.record.ProtocolRecords.PrekeyKind;
import org.signal.libsignal.protocol.IdentityKey;
import org.signal.libsignal.protocol.IdentityKeyPair;
import org.signal.libsignal.protocol.InvalidKeyIdException;
import org.signal.libsignal.protocol.NoSessionException;
import org.signal.libsignal.protocol.ecc.ECKeyPair;
import org.signal.libsignal.protocol.state.IdentityKeyStore.Direction;

/// What libsignal asks of a store, and what its own store in memory gets wrong.
final class LibsignalStoreTest {
  private final TestClock clock = new TestClock();
  private final TestRelay relay = new TestRelay();
  private final Party alice = Party.register(relay, clock);
  private final Party bob = Party.register(relay, clock);

  private LibsignalStore store(StagedRecords staged) {
    return new LibsignalStore(staged, alice.own());
  }

  private LibsignalStore store() {
    return store(new StagedRecords(alice.records));
  }

  @Test
  void names_all_devices_with_a_session_the_first_included() {
    bob.link(2);
    alice.establish(bob);
    assertEquals(List.of(1, 2), store().getSubDeviceSessions(bob.account().toString()));
    assertEquals(List.of(), store().getSubDeviceSessions(alice.account().toString()));
  }

  @Test
  void a_loaded_session_is_a_copy() {
    alice.establish(bob);
    var store = store();
    var address = LibsignalStore.address(bob.address());
    var loaded = store.loadSession(address);
    assertNotNull(loaded);
    loaded.archiveCurrentState();
    assertTrue(alice.crypto().hasSession(bob.address()));
    store.storeSession(address, loaded);
    assertTrue(alice.crypto().hasSession(bob.address()), "staged only");
  }

  @Test
  void a_missing_session_is_told_apart() {
    var address = LibsignalStore.address(bob.address());
    assertNull(store().loadSession(address));
    assertFalse(store().containsSession(address));
    assertThrows(NoSessionException.class, () -> store().loadExistingSessions(List.of(address)));
  }

  @Test
  void missing_prekeys_are_told_apart() {
    assertThrows(InvalidKeyIdException.class, () -> store().loadPreKey(9999));
    assertThrows(InvalidKeyIdException.class, () -> store().loadSignedPreKey(9999));
    assertThrows(InvalidKeyIdException.class, () -> store().loadKyberPreKey(9999));
    assertFalse(store().containsKyberPreKey(9999));
  }

  @Test
  void a_one_time_kyber_key_is_spent_and_a_last_resort_key_is_remembered() {
    var staged = new StagedRecords(alice.records);
    int oneTime = alice.records.prekeys(PrekeyKind.ONE_TIME_KYBER).getFirst();
    int lastResort = alice.records.prekeys(PrekeyKind.LAST_RESORT_KYBER).getFirst();
    var baseKey = ECKeyPair.generate().getPublicKey();
    store(staged).markKyberPreKeyUsed(oneTime, 1, baseKey);
    store(staged).markKyberPreKeyUsed(lastResort, 1, baseKey);
    assertTrue(staged.commit());
    assertNull(alice.records.prekey(PrekeyKind.ONE_TIME_KYBER, oneTime));
    assertNotNull(alice.records.prekey(PrekeyKind.LAST_RESORT_KYBER, lastResort));
    var again = new StagedRecords(alice.records);
    store(again).markKyberPreKeyUsed(lastResort, 1, baseKey);
    assertFalse(again.commit());
  }

  @Test
  void trusts_the_pinned_key_only_in_both_directions() {
    alice.establish(bob);
    var address = LibsignalStore.address(bob.address());
    var other = IdentityKeyPair.generate().getPublicKey();
    var pinned = new IdentityKey(UncheckedKeys.ec(bob.local().identityKey()));
    for (var direction : Direction.values()) {
      assertTrue(store().isTrustedIdentity(address, pinned, direction));
      assertFalse(store().isTrustedIdentity(address, other, direction));
    }
    assertThrows(IllegalStateException.class, () -> store().saveIdentity(address, other));
  }

  @Test
  void trusts_no_key_of_low_order_though_nothing_is_pinned() {
    var address = LibsignalStore.address(bob.address());
    for (var key : LowOrderPoints.all()) {
      var identity = new IdentityKey(UncheckedKeys.ec(key));
      assertFalse(store().isTrustedIdentity(address, identity, Direction.RECEIVING));
    }
  }

  @Test
  void trusts_only_its_own_key_for_its_own_account() {
    var address = LibsignalStore.address(alice.address());
    var own = new IdentityKey(UncheckedKeys.ec(alice.local().identityKey()));
    var other = IdentityKeyPair.generate().getPublicKey();
    assertTrue(store().isTrustedIdentity(address, own, Direction.SENDING));
    assertFalse(store().isTrustedIdentity(address, other, Direction.SENDING));
  }
}
