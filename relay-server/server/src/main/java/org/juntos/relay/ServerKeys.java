package org.juntos.relay;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/// Certificate and key of the TLS socket.
///
/// @param pin base64url of the SHA-256 of the SubjectPublicKeyInfo; empty when clients trust the
///   certificate's issuer instead
record ServerKeys(KeyStore store, String pin) {
  /// The key store is in memory only; its file form is guarded by file permissions.
  static final String PASSWORD = "in-memory";

  private static final String ALIAS = "relay";
  private static final Pattern PEM_KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");

  /// Reads what [SelfSigned#make] made.
  static ServerKeys selfSigned(byte[] kept) throws RelayStartException {
    try {
      var store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(kept), PASSWORD.toCharArray());
      return new ServerKeys(store, pin(store.getCertificate(ALIAS)));
    } catch (GeneralSecurityException | IOException damaged) {
      throw new RelayStartException(
          "the relay's own certificate is damaged; delete keys/tls.p12 to make another one (invite links change)",
          damaged);
    }
  }

  /// Reads PEM files.
  static ServerKeys files(Path certificate, Path key) throws RelayStartException {
    var chain = chain(certificate);
    var secret = key(key);
    try {
      return new ServerKeys(of(secret, chain), "");
    } catch (GeneralSecurityException | IOException wrong) {
      throw new RelayStartException(
          "the key " + key + " does not go with the certificate " + certificate, wrong);
    }
  }

  private static List<Certificate> chain(Path file) throws RelayStartException {
    try (var in = Files.newInputStream(file)) {
      var chain = CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (chain.isEmpty()) {
        throw new RelayStartException("there is no certificate in " + file);
      }
      return List.copyOf(chain);
    } catch (RelayStartException already) {
      throw already;
    } catch (IOException | GeneralSecurityException wrong) {
      throw new RelayStartException("cannot read the certificate " + file + " (PEM)", wrong);
    }
  }

  private static PrivateKey key(Path file) throws RelayStartException {
    try {
      var pem = PEM_KEY.matcher(Files.readString(file, StandardCharsets.US_ASCII));
      if (!pem.find()) {
        throw new RelayStartException("there is no unencrypted PKCS #8 key in " + file);
      }
      return key(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem.group(1))));
    } catch (RelayStartException already) {
      throw already;
    } catch (IOException | GeneralSecurityException | IllegalArgumentException wrong) {
      throw new RelayStartException("cannot read the key " + file + " (PEM, PKCS #8)", wrong);
    }
  }

  private static PrivateKey key(PKCS8EncodedKeySpec encoded) throws GeneralSecurityException {
    for (var algorithm : List.of("EC", "RSA", "Ed25519")) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
      } catch (InvalidKeySpecException _) { // of another algorithm, then
      }
    }
    throw new InvalidKeySpecException("neither EC nor RSA nor Ed25519");
  }

  static KeyStore of(PrivateKey key, List<Certificate> chain)
      throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(ALIAS, key, PASSWORD.toCharArray(), chain.toArray(new Certificate[0]));
    return store;
  }

  private static String pin(Certificate certificate) throws GeneralSecurityException {
    var hash = MessageDigest.getInstance("SHA-256").digest(certificate.getPublicKey().getEncoded());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }
}
