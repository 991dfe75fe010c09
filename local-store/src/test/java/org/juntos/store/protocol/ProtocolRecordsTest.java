package org.juntos.store.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.juntos.store.Fixture.BOB;
import static org.juntos.store.Fixture.BOBS_DEVICE;
import static org.juntos.store.Fixture.CAROL;
import static org.juntos.store.Fixture.bytes;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.juntos.crypto.record.ProtocolRecords.PrekeyKind;
import org.juntos.store.OpenStore;
import org.juntos.wire.DeviceAddress;

class ProtocolRecordsTest extends OpenStore {
  private static final byte[] ONE = {1, 0, 1};
  private static final byte[] TWO = {2};

  @Test
  void the_local_device_is_kept_and_replaced() throws IOException {
    assertNull(reading(txn -> txn.protocol().localDevice()));
    write(txn -> txn.protocol().putLocalDevice(ONE));
    write(txn -> txn.protocol().putLocalDevice(TWO));
    reopen();
    assertArrayEquals(TWO, reading(txn -> txn.protocol().localDevice()));
  }

  @Test
  void sessions_are_kept_by_device_and_listed_with_the_first() throws IOException {
    var third = new DeviceAddress(BOB, 3);
    write(txn -> txn.protocol().putSession(third, ONE));
    write(txn -> txn.protocol().putSession(BOBS_DEVICE, ONE));
    write(txn -> txn.protocol().putSession(BOBS_DEVICE, TWO));
    reopen();
    assertArrayEquals(TWO, reading(txn -> txn.protocol().session(BOBS_DEVICE)));
    assertEquals(List.of(BOBS_DEVICE, third), reading(txn -> txn.protocol().sessions(BOB)));
    assertEquals(List.of(), reading(txn -> txn.protocol().sessions(CAROL)));
    write(txn -> txn.protocol().deleteSession(BOBS_DEVICE));
    assertNull(reading(txn -> txn.protocol().session(BOBS_DEVICE)));
    assertEquals(List.of(third), reading(txn -> txn.protocol().sessions(BOB)));
  }

  @Test
  void what_is_lent_is_a_copy() {
    var mine = ONE.clone();
    write(txn -> txn.protocol().putSession(BOBS_DEVICE, mine));
    mine[0] = 99;
    assertArrayEquals(ONE, reading(txn -> txn.protocol().session(BOBS_DEVICE)));
  }

  @Test
  void an_identity_is_kept_and_replaced() {
    assertNull(reading(txn -> txn.protocol().identity(BOB)));
    write(txn -> txn.protocol().putIdentity(BOB, bytes("old")));
    write(txn -> txn.protocol().putIdentity(BOB, bytes("new")));
    assertEquals(bytes("new"), reading(txn -> txn.protocol().identity(BOB)));
  }

  @Test
  void prekeys_are_kept_by_kind_and_id() throws IOException {
    write(txn -> txn.protocol().putPrekey(PrekeyKind.ONE_TIME, 7, ONE));
    write(txn -> txn.protocol().putPrekey(PrekeyKind.ONE_TIME, 3, TWO));
    write(txn -> txn.protocol().putPrekey(PrekeyKind.SIGNED, 7, TWO));
    reopen();
    assertArrayEquals(ONE, reading(txn -> txn.protocol().prekey(PrekeyKind.ONE_TIME, 7)));
    assertEquals(List.of(3, 7), reading(txn -> txn.protocol().prekeys(PrekeyKind.ONE_TIME)));
    write(txn -> txn.protocol().deletePrekey(PrekeyKind.ONE_TIME, 7));
    assertNull(reading(txn -> txn.protocol().prekey(PrekeyKind.ONE_TIME, 7)));
    assertArrayEquals(TWO, reading(txn -> txn.protocol().prekey(PrekeyKind.SIGNED, 7)));
  }

  @Test
  void an_id_is_never_given_twice_even_when_its_key_is_gone() throws IOException {
    assertEquals(1, next(PrekeyKind.ONE_TIME));
    write(txn -> txn.protocol().putPrekey(PrekeyKind.ONE_TIME, 1, ONE));
    write(txn -> txn.protocol().deletePrekey(PrekeyKind.ONE_TIME, 1));
    reopen();
    assertEquals(2, next(PrekeyKind.ONE_TIME));
    assertEquals(1, next(PrekeyKind.LAST_RESORT_KYBER));
  }

  @Test
  void a_kyber_use_is_remembered_and_its_replay_is_told() throws IOException {
    assertTrue(remember("base"));
    assertTrue(remember("other"));
    reopen();
    assertFalse(remember("base"));
    assertTrue(remember(3, "base"));
  }

  @Test
  void what_a_failed_transaction_wrote_is_gone() {
    write(txn -> txn.protocol().putSession(BOBS_DEVICE, ONE));
    assertThrows(
        IllegalStateException.class,
        () ->
            write(txn -> {
              txn.protocol().putSession(BOBS_DEVICE, TWO);
              txn.protocol().rememberKyberUse(1, 2, bytes("base"));
              txn.protocol().nextPrekeyId(PrekeyKind.SIGNED);
              throw new IllegalStateException("in the middle");
            }));
    assertArrayEquals(ONE, reading(txn -> txn.protocol().session(BOBS_DEVICE)));
    assertTrue(remember("base"));
    assertEquals(1, next(PrekeyKind.SIGNED));
  }

  private int next(PrekeyKind kind) {
    return writing(txn -> txn.protocol().nextPrekeyId(kind));
  }

  private boolean remember(String baseKey) {
    return remember(2, baseKey);
  }

  private boolean remember(int signedPrekey, String baseKey) {
    return writing(txn -> txn.protocol().rememberKyberUse(1, signedPrekey, bytes(baseKey)));
  }
}
