package org.juntos.relay.push;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/// Private keys in the form in which others hand them out: PKCS #8, PEM.
public final class PemKey {
  private PemKey() {}

  /// @param algorithm `RSA` or `EC`
  /// @throws IOException with one sentence when it is none
  public static PrivateKey read(String algorithm, String pem) throws IOException {
    var base64 = pem.replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "").replaceAll("\\s", "");
    try {
      var encoded = Base64.getDecoder().decode(base64);
      return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (IllegalArgumentException | GeneralSecurityException wrong) {
      throw new IOException("its key is no " + algorithm + " key (PKCS #8, PEM)", wrong);
    }
  }
}
