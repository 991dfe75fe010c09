package org.juntos.content;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.XECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPublicKeySpec;
import java.util.List;
import javax.crypto.KeyAgreement;
import org.junit.jupiter.api.Test;
import org.juntos.wire.Bytes;

final class PublicKeysTest {
  /// Every spelling of every point of low order, of the curve and its twist.
  static final List<String> LOW_ORDER =
      List.of(
          "0000000000000000000000000000000000000000000000000000000000000000",
          "0100000000000000000000000000000000000000000000000000000000000000",
          "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
          "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
          "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
          "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
          "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
          "0000000000000000000000000000000000000000000000000000000000000080",
          "0100000000000000000000000000000000000000000000000000000000000080",
          "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b880",
          "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f11d7",
          "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
          "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
          "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff");

  @Test
  void points_of_low_order_are_not_sound() {
    for (var hex : LOW_ORDER) {
      assertFalse(PublicKeys.isSound(Bytes.ofHex("05" + hex)), hex);
    }
  }

  /// The JDK refuses to agree on the all-zero secret, which tells that the list above is right.
  @Test
  void the_listed_points_are_those_that_agree_on_nothing() throws GeneralSecurityException {
    var agreement = KeyAgreement.getInstance("X25519");
    agreement.init(KeyPairGenerator.getInstance("X25519").generateKeyPair().getPrivate());
    for (var hex : LOW_ORDER) {
      var bytes = Bytes.ofHex(hex).toArray();
      bytes[31] &= 0x7f;
      for (int i = 0; i < 16; i++) {
        byte swap = bytes[i];
        bytes[i] = bytes[31 - i];
        bytes[31 - i] = swap;
      }
      var key =
          KeyFactory.getInstance("X25519")
              .generatePublic(
                  new XECPublicKeySpec(NamedParameterSpec.X25519, new BigInteger(1, bytes)));
      assertThrows(InvalidKeyException.class, () -> agreement.doPhase(key, true), hex);
    }
  }

  @Test
  void second_spellings_of_other_points_are_not_sound() {
    assertFalse(
        PublicKeys.isSound(
            Bytes.ofHex("05f6ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")));
    assertFalse(
        PublicKeys.isSound(
            Bytes.ofHex("050900000000000000000000000000000000000000000000000000000000000080")));
    assertTrue(
        PublicKeys.isSound(
            Bytes.ofHex("050900000000000000000000000000000000000000000000000000000000000000")));
  }

  @Test
  void other_lengths_and_types_are_not_sound() {
    var key = "0900000000000000000000000000000000000000000000000000000000000000";
    assertFalse(PublicKeys.isSound(Bytes.EMPTY));
    assertFalse(PublicKeys.isSound(Bytes.ofHex(key)));
    assertFalse(PublicKeys.isSound(Bytes.ofHex("06" + key)));
    assertFalse(PublicKeys.isSound(Bytes.ofHex("05" + key + "00")));
  }

  @Test
  void keys_that_were_made_are_sound() throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("X25519");
    for (int i = 0; i < 100; i++) {
      var key = (XECPublicKey) generator.generateKeyPair().getPublic();
      var hex = String.format("%064x", key.getU());
      var littleEndian = new StringBuilder("05");
      for (int at = 62; at >= 0; at -= 2) {
        littleEndian.append(hex, at, at + 2);
      }
      assertTrue(PublicKeys.isSound(Bytes.ofHex(littleEndian.toString())));
    }
  }
}
