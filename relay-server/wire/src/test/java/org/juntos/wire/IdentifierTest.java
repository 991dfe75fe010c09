package org.juntos.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTest {
  private static final String TEXT = "00112233-4455-6677-8899-aabbccddeeff";

  @Test
  void an_account_id_is_sixteen_bytes_big_endian() {
    var id = AccountId.parse(TEXT);
    assertEquals(Bytes.ofHex("00112233445566778899aabbccddeeff"), id.bytes());
    assertEquals(id, AccountId.of(id.bytes()));
    assertEquals(TEXT, id.toString());
  }

  @Test
  void what_is_no_account_id_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> AccountId.of(Bytes.EMPTY));
    assertThrows(IllegalArgumentException.class, () -> AccountId.of(Bytes.of(new byte[17])));
    assertThrows(IllegalArgumentException.class, () -> AccountId.parse("nobody"));
  }

  @Test
  void account_ids_are_ordered_as_their_bytes_are() {
    var random = new Random(5);
    for (int i = 0; i < 1_000; i++) {
      var one = new AccountId(new UUID(random.nextLong(), random.nextLong()));
      var other = new AccountId(new UUID(random.nextLong(), random.nextLong()));
      assertEquals(
          Integer.signum(one.bytes().hex().compareTo(other.bytes().hex())),
          Integer.signum(one.compareTo(other)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 128})
  void a_device_id_is_one_to_127(int device) {
    var account = AccountId.parse(TEXT);
    assertThrows(IllegalArgumentException.class, () -> new DeviceAddress(account, device));
    assertEquals(TEXT + ".127", new DeviceAddress(account, 127).toString());
  }

  @ParameterizedTest
  @EnumSource
  void every_code_can_be_read_back(ErrorCode code) {
    assertEquals(code, ErrorCode.parse(code.text()));
    assertTrue(code.status() >= 400 && code.status() < 600);
    assertTrue(code.text().matches("[a-z]+(-[a-z]+)*"), code.text());
  }

  @Test
  void a_code_of_a_later_version_is_unknown() {
    assertNull(ErrorCode.parse("quantum-flux"));
    assertNull(ErrorCode.parse(""));
    assertNull(ErrorCode.parse("CODE_WRONG"));
  }

  @Test
  void bytes_do_not_change_when_their_source_or_copy_does() {
    var source = new byte[] {1, 2, 3};
    var bytes = Bytes.of(source);
    source[0] = 9;
    bytes.toArray()[1] = 9;
    assertArrayEquals(new byte[] {1, 2, 3}, bytes.toArray());
    assertTrue(bytes.buffer().isReadOnly());
  }

  @Test
  void bytes_are_equal_by_content_and_print_little() {
    assertEquals(Bytes.ofHex("00ff"), Bytes.of(new byte[] {0, -1}));
    assertEquals(Bytes.ofHex("00ff").hashCode(), Bytes.of(new byte[] {0, -1}).hashCode());
    assertNotEquals(Bytes.ofHex("00ff"), Bytes.ofHex("00fe"));
    assertFalse(Bytes.EMPTY.equals(Bytes.ofHex("00")));
    assertEquals("Bytes(6: 00010203…)", Bytes.ofHex("000102030405").toString());
    assertThrows(IllegalArgumentException.class, () -> Bytes.ofHex("0"));
  }
}
