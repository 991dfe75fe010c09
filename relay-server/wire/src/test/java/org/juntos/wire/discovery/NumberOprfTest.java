package org.juntos.wire.discovery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.wire.AccountId;

class NumberOprfTest {
  /// `skSm` of RFC 9497, A.1.1.
  private static final byte[] KEY =
      hex("5ebcea5ee37023ccb9fc2d2019f9d7737be85591ae8652ffa9ef0f4d37063b0e");

  private static final String NUMBER = "+351211234567";

  private final NumberOprf oprf = new NumberOprf(new Ristretto255());
  private final SecureRandom random = new SecureRandom();

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  @ParameterizedTest
  @CsvSource({
    "00,"
        + "609a0ae68c15a3cf6903766461307e5c8bb2f95e7e6550e1ffa2dc99e412803c,"
        + "7ec6578ae5120958eb2db1745758ff379e77cb64fe77b0b2d8cc917ea0869c7e,"
        + "527759c3d9366f277d8c6020418d96bb393ba2afb20ff90df23fb7708264e2f3"
        + "ab9135e3bd69955851de4b1f9fe8a0973396719b7912ba9ee8aa7d0b5e24bcf6",
    "5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a,"
        + "da27ef466870f5f15296299850aa088629945a17d1f5b7f5ff043f76b3c06418,"
        + "b4cbf5a4f1eeda5a63ce7b77c7d23f461db3fcab0dd28e4e17cecb5c90d02c25,"
        + "f4a74c9c592497375e796aa837e907b1a045d34306a749db9f34221f7e750cb4"
        + "f2a6413a6bf6fa5e19ba6348eb673934a722a7ede2e7621306d18951e7cf2c73"
  })
  void it_is_the_function_of_rfc_9497(
      String input, String blinded, String evaluated, String output) {
    var blind = hex("64d37aed22a27f5191de1c1d69fadb899d8862b58eb4220029e036ec4c1f6706");
    var number = BlindedNumber.with(oprf, hex(input), blind);
    assertArrayEquals(hex(blinded), number.element());
    assertArrayEquals(hex(evaluated), oprf.evaluate(KEY, number.element()));
    assertArrayEquals(hex(output), number.output(hex(evaluated)));
    var direct = oprf.group().multiply(KEY, oprf.point(hex(input)));
    assertNotNull(direct);
    assertArrayEquals(hex(output), NumberOprf.output(hex(input), direct));
  }

  @Test
  void who_looks_opens_what_the_relay_has_sealed_for_the_number() {
    var account = new AccountId(UUID.randomUUID());
    var key = oprf.key(random(Ristretto255.WIDE_BYTES));
    var entry =
        oprf.output(key, NUMBER).seal(random(DiscoveryEntryKey.NONCE_BYTES), account).toArray();
    assertEquals(DiscoveryEntryKey.ENTRY_BYTES, entry.length);
    assertEquals(account, found(key, NUMBER, entry));
    assertNull(found(key, "+351211234568", entry), "another number");
    assertNull(found(oprf.key(random(64)), NUMBER, entry), "another key");
    entry[20] ^= 1;
    assertNull(found(key, NUMBER, entry), "an entry that was changed");
  }

  private @Nullable AccountId found(byte[] key, String number, byte[] entry) {
    var blinded = BlindedNumber.of(oprf, number, random);
    var evaluated = oprf.evaluate(key, blinded.element());
    assertNotNull(evaluated);
    var opening = blinded.finish(evaluated);
    assertNotNull(opening);
    return opening.open(entry, 0);
  }

  private byte[] random(int count) {
    var bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  @Test
  void a_number_looks_different_each_time() {
    var one = BlindedNumber.of(oprf, NUMBER, random).element();
    assertFalse(Arrays.equals(one, BlindedNumber.of(oprf, NUMBER, random).element()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", // nothing
        "0000000000000000000000000000000000000000000000000000000000000000", // the identity
        "0100000000000000000000000000000000000000000000000000000000000000", // negative
        "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff", // no field element
        "609a0ae68c15a3cf6903766461307e5c8bb2f95e7e6550e1ffa2dc99e41280" // too short
      })
  void what_is_no_point_is_neither_evaluated_nor_opened_with(String text) {
    assertNull(oprf.evaluate(KEY, hex(text)));
    assertNull(BlindedNumber.of(oprf, NUMBER, random).finish(hex(text)));
  }

  @Test
  void buckets_are_the_halves_of_each_other() {
    assertEquals(0, new Bucket(1).firstLeaf());
    assertEquals(255, new Bucket(1).lastLeaf());
    assertEquals(128, new Bucket(3).firstLeaf());
    assertEquals(255, new Bucket(3).lastLeaf());
    assertEquals(0, new Bucket(256).lastLeaf());
    assertEquals(255, new Bucket(511).firstLeaf());
    for (int bits = 0; bits <= Bucket.MOST_BITS; bits++) {
      var bucket = Bucket.of(NUMBER, bits);
      int leaf = Bucket.leaf(NUMBER);
      assertEquals(true, bucket.firstLeaf() <= leaf && leaf <= bucket.lastLeaf(), "bits " + bits);
      assertEquals(256 >> bits, bucket.lastLeaf() - bucket.firstLeaf() + 1);
    }
    assertFalse(Bucket.exists(0));
    assertFalse(Bucket.exists(512));
  }
}
