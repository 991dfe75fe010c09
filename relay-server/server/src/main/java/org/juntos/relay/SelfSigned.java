package org.juntos.relay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Makes a certificate that signs itself. Apart from [ServerKeys], so that a start that needs none
/// loads nothing of Bouncy Castle, whose signed jars are checked when they are opened.
final class SelfSigned {
  private static final Duration VALIDITY = Duration.ofDays(3_650);

  private SelfSigned() {}

  /// A new pair in its kept form (PKCS #12), for [ServerKeys#selfSigned].
  static byte[] make(Instant now, SecureRandom random) {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"), random);
      var pair = generator.generateKeyPair();
      var name = new X500Name("CN=Juntos relay");
      var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate());
      var holder =
          new JcaX509v3CertificateBuilder(
                  name,
                  new BigInteger(127, random),
                  Date.from(now.minus(Duration.ofDays(1))),
                  Date.from(now.plus(VALIDITY)),
                  name,
                  pair.getPublic())
              .build(signer);
      var certificate = new JcaX509CertificateConverter().getCertificate(holder);
      var kept = new ByteArrayOutputStream();
      ServerKeys.of(pair.getPrivate(), List.of(certificate))
          .store(kept, ServerKeys.PASSWORD.toCharArray());
      return kept.toByteArray();
    } catch (GeneralSecurityException | OperatorCreationException | IOException failed) {
      throw new IllegalStateException("this JDK cannot make a certificate", failed);
    }
  }
}
