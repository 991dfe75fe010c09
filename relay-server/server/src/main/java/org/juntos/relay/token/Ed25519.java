package org.juntos.relay.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Set;

/// Ed25519 (RFC 8032) of the JDK for the JWT library, which would bring another one for it.
final class Ed25519 {
  static final JWSAlgorithm ALGORITHM = JWSAlgorithm.EdDSA;

  private static final String NAME = "Ed25519";

  private Ed25519() {}

  /// Signs with one key.
  record Signer(PrivateKey key) implements JWSSigner {
    @Override
    public Base64URL sign(JWSHeader header, byte[] input) throws JOSEException {
      try {
        var signature = Signature.getInstance(NAME);
        signature.initSign(key);
        signature.update(input);
        return Base64URL.encode(signature.sign());
      } catch (GeneralSecurityException failed) {
        throw new JOSEException("cannot sign", failed);
      }
    }

    @Override
    public Set<JWSAlgorithm> supportedJWSAlgorithms() {
      return Set.of(ALGORITHM);
    }

    @Override
    public JCAContext getJCAContext() {
      return new JCAContext();
    }
  }

  /// Checks against one key; anything but EdDSA is wrong.
  record Verifier(PublicKey key) implements JWSVerifier {
    @Override
    public boolean verify(JWSHeader header, byte[] input, Base64URL claimed) {
      if (!ALGORITHM.equals(header.getAlgorithm())) {
        return false;
      }
      try {
        var signature = Signature.getInstance(NAME);
        signature.initVerify(key);
        signature.update(input);
        return signature.verify(claimed.decode());
      } catch (GeneralSecurityException _) { // a signature of the wrong form
        return false;
      }
    }

    @Override
    public Set<JWSAlgorithm> supportedJWSAlgorithms() {
      return Set.of(ALGORITHM);
    }

    @Override
    public JCAContext getJCAContext() {
      return new JCAContext();
    }
  }
}
