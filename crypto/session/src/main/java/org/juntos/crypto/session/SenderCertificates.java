package org.juntos.crypto.session;

import java.time.Instant;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.signal.libsignal.metadata.certificate.CertificateValidator;
import org.signal.libsignal.metadata.certificate.InvalidCertificateException;
import org.signal.libsignal.metadata.certificate.SenderCertificate;
import org.signal.libsignal.protocol.InvalidKeyException;
import org.signal.libsignal.protocol.ecc.ECPublicKey;

/// The relay's word for who sends, under the relay's own root.
final class SenderCertificates {
  private SenderCertificates() {}

  /// Reads this device's own certificate. Whether it has expired, readers judge by the relay's
  /// clock: this device's may be wrong.
  static SenderCertificate own(Bytes serialized, OwnIdentity own) throws RefusedException {
    var certificate = parse(serialized);
    if (!sender(certificate).equals(own.address())) {
      throw new RefusedException("the certificate is for another device");
    }
    if (!identityKey(certificate).equals(own.device().identityKey())) {
      throw new RefusedException("the certificate is for another identity key");
    }
    return certificate;
  }

  /// Checks signatures up to `root` and expiry.
  static void validate(SenderCertificate certificate, ECPublicKey root, Instant time)
      throws RefusedException {
    try {
      new CertificateValidator(root).validate(certificate, time.toEpochMilli());
    } catch (InvalidCertificateException _) {
      throw new RefusedException("the sender certificate has expired or is not of this relay");
    }
  }

  /// @throws RefusedException when it is no address of ours, in its one spelling
  static DeviceAddress sender(SenderCertificate certificate) throws RefusedException {
    try {
      var name = certificate.getSenderUuid();
      var sender = new DeviceAddress(AccountId.parse(name), certificate.getSenderDeviceId());
      if (sender.account().toString().equals(name)) {
        return sender;
      }
    } catch (IllegalArgumentException _) {
      // refused below
    }
    throw new RefusedException("the sender certificate names no device");
  }

  static Bytes identityKey(SenderCertificate certificate) throws RefusedException {
    var key = certificate.getKey();
    try {
      SoundKeys.check(key);
      return SoundKeys.bytes(key);
    } catch (InvalidKeyException _) {
      throw new RefusedException("the sender's identity key is of low order");
    }
  }

  private static SenderCertificate parse(Bytes serialized) throws RefusedException {
    try {
      return new SenderCertificate(serialized.toArray());
    } catch (InvalidCertificateException _) {
      throw new RefusedException("the certificate is malformed");
    }
  }
}
