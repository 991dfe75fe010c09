package org.juntos.relay.sealed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.relay.ManualClock;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.signal.libsignal.metadata.certificate.CertificateValidator;
import org.signal.libsignal.metadata.certificate.InvalidCertificateException;
import org.signal.libsignal.metadata.certificate.SenderCertificate;
import org.signal.libsignal.protocol.ecc.ECKeyPair;
import org.signal.libsignal.protocol.ecc.ECPublicKey;
import org.signal.libsignal.protocol.kem.KEMKeyPair;
import org.signal.libsignal.protocol.kem.KEMKeyType;

class KeyChecksTest {
  private final KeyChecks checks = new KeyChecks();

  @Test
  void honest_keys_pass() {
    var key = ECKeyPair.generate().getPublicKey().serialize();
    assertTrue(checks.isPublicKey(Bytes.of(key)));
    var kyber = KEMKeyPair.generate(KEMKeyType.KYBER_1024).getPublicKey().serialize();
    assertTrue(checks.isKyberKey(Bytes.of(kyber)));
  }

  /// The points of order 1, 2, 4 and 8 of Curve25519 and their other spellings.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
        "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "0100000000000000000000000000000000000000000000000000000000000080"
      })
  void a_key_of_low_order_is_refused(String point) {
    assertFalse(checks.isPublicKey(Bytes.ofHex("05" + point)));
  }

  @Test
  void a_key_that_is_not_written_canonically_is_refused() {
    var key = ECKeyPair.generate().getPublicKey().serialize();
    key[32] |= (byte) 0x80;
    assertFalse(checks.isPublicKey(Bytes.of(key)));
  }

  @Test
  void what_is_no_key_is_refused() {
    assertFalse(checks.isPublicKey(Bytes.EMPTY));
    assertFalse(checks.isPublicKey(Bytes.of(new byte[32])));
    assertFalse(checks.isPublicKey(Bytes.of(new byte[33])));
    assertFalse(checks.isPublicKey(Bytes.of(new byte[34])));
    assertFalse(checks.isKyberKey(Bytes.EMPTY));
    assertFalse(checks.isKyberKey(Bytes.of(new byte[1569])));
    assertFalse(checks.isKyberKey(Bytes.of(ECKeyPair.generate().getPublicKey().serialize())));
  }

  @Test
  void a_signature_holds_for_its_signer_and_message_only() {
    var pair = ECKeyPair.generate();
    var signer = Bytes.of(pair.getPublicKey().serialize());
    var other = Bytes.of(ECKeyPair.generate().getPublicKey().serialize());
    var message = Bytes.ofHex("c0ffee");
    var signature = Bytes.of(pair.getPrivateKey().calculateSignature(message.toArray()));
    assertTrue(checks.isSigned(signer, message, signature));
    assertFalse(checks.isSigned(other, message, signature));
    assertFalse(checks.isSigned(signer, Bytes.ofHex("c0ffef"), signature));
    assertFalse(checks.isSigned(signer, message, Bytes.EMPTY));
    assertFalse(checks.isSigned(Bytes.EMPTY, message, signature));
  }

  @Test
  void a_sender_certificate_holds_under_the_root_for_a_day() throws Exception {
    var clock = new ManualClock(Instant.parse("2026-03-01T10:00:00Z"));
    var authority = new CertificateAuthority(CertificateAuthority.newKeys(), clock);
    var sender = new DeviceAddress(new AccountId(UUID.randomUUID()), 3);
    var identity = ECKeyPair.generate().getPublicKey().serialize();
    var issued = authority.issue(sender, Bytes.of(identity));
    var certificate = new SenderCertificate(issued.bytes().toArray());
    assertEquals(sender.account().toString(), certificate.getSenderUuid());
    assertEquals(3, certificate.getSenderDeviceId());
    assertEquals(issued.expiresAt().toEpochMilli(), certificate.getExpiration());
    var root = new ECPublicKey(authority.trustRoot().toArray());
    new CertificateValidator(root).validate(certificate, clock.millis());
    long tooLate = issued.expiresAt().toEpochMilli() + 1;
    assertThrows(
        InvalidCertificateException.class,
        () -> new CertificateValidator(root).validate(certificate, tooLate));
    var another = ECKeyPair.generate().getPublicKey();
    assertThrows(
        InvalidCertificateException.class,
        () -> new CertificateValidator(another).validate(certificate, clock.millis()));
  }

  @Test
  void the_root_stays_the_same_when_its_keys_are_read_again() {
    var clock = new ManualClock(Instant.parse("2026-03-01T10:00:00Z"));
    var kept = CertificateAuthority.newKeys();
    assertEquals(
        new CertificateAuthority(kept, clock).trustRoot(),
        new CertificateAuthority(kept, clock).trustRoot());
    assertThrows(
        IllegalArgumentException.class, () -> new CertificateAuthority(new byte[3], clock));
  }
}
