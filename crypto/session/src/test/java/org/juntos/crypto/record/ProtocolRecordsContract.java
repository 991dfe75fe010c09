package org.juntos.crypto.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.juntos.crypto.record.ProtocolRecords.PrekeyKind;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// What every implementation of [ProtocolRecords] has to do.
public abstract class ProtocolRecordsContract {
  private static final AccountId ALICE = new AccountId(new UUID(1, 2));
  private static final AccountId BOB = new AccountId(new UUID(3, 4));

  /// New, empty records.
  protected abstract ProtocolRecords records();

  private static byte[] bytes(int... values) {
    var bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  @Test
  void the_newest_device_list_of_an_account_is_remembered() {
    var records = records();
    var first = new VerifiedList(Bytes.ofHex("05aa"), 1, new TreeMap<>(Map.of(1, 77)));
    var second = new VerifiedList(Bytes.ofHex("05aa"), 2, new TreeMap<>(Map.of(1, 77, 2, 9)));
    var other = new AccountId(new UUID(7, 7));
    assertNull(records.deviceList(other));
    records.putDeviceList(other, first);
    assertEquals(first, records.deviceList(other));
    records.putDeviceList(other, second);
    assertEquals(second, records.deviceList(other));
  }

  @Test
  void a_device_that_has_left_the_list_is_remembered_for_good() {
    var records = records();
    var second = new DeviceAddress(BOB, 2);
    var both = new VerifiedList(Bytes.ofHex("05aa"), 2, new TreeMap<>(Map.of(1, 77, 2, 9)));
    records.putDeviceList(BOB, both);
    assertFalse(records.wasListed(second));
    for (int revision = 3; revision < 5; revision++) {
      records.putDeviceList(
          BOB, new VerifiedList(Bytes.ofHex("05aa"), revision, new TreeMap<>(Map.of(1, 77))));
      assertTrue(records.wasListed(second));
    }
    assertFalse(records.wasListed(new DeviceAddress(BOB, 1)));
    assertFalse(records.wasListed(new DeviceAddress(ALICE, 2)));
  }

  @Test
  void knows_nothing_at_first() {
    var records = records();
    assertNull(records.localDevice());
    assertNull(records.session(new DeviceAddress(ALICE, 1)));
    assertEquals(List.of(), records.sessions(ALICE));
    assertNull(records.identity(ALICE));
    for (var kind : PrekeyKind.values()) {
      assertNull(records.prekey(kind, 1));
      assertEquals(List.of(), records.prekeys(kind));
    }
  }

  @Test
  void keeps_the_last_local_device() {
    var records = records();
    records.putLocalDevice(bytes(1));
    records.putLocalDevice(bytes(2, 3));
    assertArrayEquals(bytes(2, 3), records.localDevice());
  }

  @Test
  void keeps_one_session_for_each_device() {
    var records = records();
    records.putSession(new DeviceAddress(ALICE, 3), bytes(3));
    records.putSession(new DeviceAddress(ALICE, 1), bytes(1));
    records.putSession(new DeviceAddress(ALICE, 1), bytes(9));
    records.putSession(new DeviceAddress(BOB, 2), bytes(2));
    assertArrayEquals(bytes(9), records.session(new DeviceAddress(ALICE, 1)));
    assertArrayEquals(bytes(3), records.session(new DeviceAddress(ALICE, 3)));
    assertNull(records.session(new DeviceAddress(ALICE, 2)));
  }

  @Test
  void lists_all_devices_with_a_session_the_first_included_in_order() {
    var records = records();
    records.putSession(new DeviceAddress(ALICE, 3), bytes(3));
    records.putSession(new DeviceAddress(ALICE, 1), bytes(1));
    records.putSession(new DeviceAddress(BOB, 2), bytes(2));
    assertEquals(
        List.of(new DeviceAddress(ALICE, 1), new DeviceAddress(ALICE, 3)), records.sessions(ALICE));
  }

  @Test
  void forgets_a_deleted_session_only() {
    var records = records();
    records.putSession(new DeviceAddress(ALICE, 1), bytes(1));
    records.putSession(new DeviceAddress(ALICE, 2), bytes(2));
    records.deleteSession(new DeviceAddress(ALICE, 1));
    records.deleteSession(new DeviceAddress(ALICE, 1));
    assertEquals(List.of(new DeviceAddress(ALICE, 2)), records.sessions(ALICE));
  }

  @Test
  void hands_out_copies() {
    var records = records();
    var given = bytes(1, 2, 3);
    records.putSession(new DeviceAddress(ALICE, 1), given);
    given[0] = 9;
    var read = records.session(new DeviceAddress(ALICE, 1));
    assertNotNull(read);
    read[1] = 9;
    assertArrayEquals(bytes(1, 2, 3), records.session(new DeviceAddress(ALICE, 1)));
  }

  @Test
  void replaces_an_identity() {
    var records = records();
    records.putIdentity(ALICE, Bytes.ofHex("05aa"));
    records.putIdentity(ALICE, Bytes.ofHex("05bb"));
    assertEquals(Bytes.ofHex("05bb"), records.identity(ALICE));
    assertNull(records.identity(BOB));
  }

  @Test
  void keeps_kinds_of_prekeys_apart() {
    var records = records();
    records.putPrekey(PrekeyKind.SIGNED, 7, bytes(1));
    records.putPrekey(PrekeyKind.ONE_TIME, 7, bytes(2));
    records.putPrekey(PrekeyKind.ONE_TIME, 5, bytes(3));
    assertArrayEquals(bytes(1), records.prekey(PrekeyKind.SIGNED, 7));
    assertArrayEquals(bytes(2), records.prekey(PrekeyKind.ONE_TIME, 7));
    assertEquals(List.of(5, 7), records.prekeys(PrekeyKind.ONE_TIME));
    records.deletePrekey(PrekeyKind.ONE_TIME, 7);
    assertArrayEquals(bytes(1), records.prekey(PrekeyKind.SIGNED, 7));
    assertEquals(List.of(5), records.prekeys(PrekeyKind.ONE_TIME));
  }

  @Test
  void never_gives_an_id_twice_though_its_key_was_deleted() {
    var records = records();
    int first = records.nextPrekeyId(PrekeyKind.ONE_TIME);
    records.putPrekey(PrekeyKind.ONE_TIME, first, bytes(1));
    records.deletePrekey(PrekeyKind.ONE_TIME, first);
    assertEquals(1, first);
    assertEquals(2, records.nextPrekeyId(PrekeyKind.ONE_TIME));
    assertEquals(3, records.nextPrekeyId(PrekeyKind.ONE_TIME));
    assertEquals(1, records.nextPrekeyId(PrekeyKind.SIGNED));
  }

  @Test
  void remembers_every_use_of_a_last_resort_key() {
    var records = records();
    assertTrue(records.rememberKyberUse(1, 1, Bytes.ofHex("05aa")));
    assertFalse(records.rememberKyberUse(1, 1, Bytes.ofHex("05aa")));
    assertTrue(records.rememberKyberUse(2, 1, Bytes.ofHex("05aa")));
    assertTrue(records.rememberKyberUse(1, 2, Bytes.ofHex("05aa")));
    assertTrue(records.rememberKyberUse(1, 1, Bytes.ofHex("05ab")));
  }
}
