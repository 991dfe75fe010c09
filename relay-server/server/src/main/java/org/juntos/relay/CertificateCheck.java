package org.juntos.relay;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// Whether the relay's certificate is one that clients will take.
///
/// @param now to compare with its dates
record CertificateCheck(RelayOptions options, Instant now) {
  private static final String CHECK = "tls";
  private static final Duration SOON = Duration.ofDays(14);
  private static final int DNS = 2;
  private static final int IP = 7;
  private static final String RENEW = "renew it and start the relay again";

  Finding look() {
    return switch (options.tls()) {
      case Tls.Off _ ->
          options.allowPlain()
              ? Finding.warning(
                  CHECK, "off on more than loopback", "make sure that a proxy in front does TLS")
              : Finding.ok(CHECK, "off, for this machine only");
      case Tls.SelfSigned _ -> selfSigned();
      case Tls.Files(var certificate, var key) -> {
        try {
          yield check(ServerKeys.files(certificate, key).store(), true);
        } catch (RelayStartException unusable) {
          yield Finding.failure(
              CHECK, String.valueOf(unusable.getMessage()), "name the right files with --tls");
        }
      }
    };
  }

  private Finding selfSigned() {
    var file = options.data().resolve("keys/tls.p12");
    if (!Files.exists(file)) {
      return Finding.ok(CHECK, "a certificate of its own is made at the first start");
    }
    try {
      return check(ServerKeys.selfSigned(Files.readAllBytes(file)).store(), false);
    } catch (IOException damaged) {
      return Finding.failure(
          CHECK, String.valueOf(damaged.getMessage()), "restore keys/tls.p12 from a backup");
    }
  }

  private Finding check(KeyStore keys, boolean named) {
    try {
      var alias = keys.aliases().nextElement();
      var certificate = (X509Certificate) keys.getCertificate(alias);
      var key = (PrivateKey) keys.getKey(alias, ServerKeys.PASSWORD.toCharArray());
      return isPair(key, certificate)
          ? dates(certificate, named)
          : Finding.failure(CHECK, "key and certificate are no pair", "name the files that are");
    } catch (GeneralSecurityException unusable) {
      return Finding.failure(CHECK, "the key cannot be used", "make another pair");
    }
  }

  private static boolean isPair(PrivateKey key, X509Certificate certificate)
      throws GeneralSecurityException {
    var algorithm =
        switch (key.getAlgorithm()) {
          case "EC" -> "SHA256withECDSA";
          case "RSA" -> "SHA256withRSA";
          default -> "Ed25519";
        };
    if (!certificate.getPublicKey().getAlgorithm().equals(key.getAlgorithm())) {
      return false;
    }
    var signer = Signature.getInstance(algorithm);
    signer.initSign(key);
    signer.update(certificate.getEncoded());
    var verifier = Signature.getInstance(algorithm);
    verifier.initVerify(certificate.getPublicKey());
    verifier.update(certificate.getEncoded());
    return verifier.verify(signer.sign());
  }

  private Finding dates(X509Certificate certificate, boolean named)
      throws CertificateParsingException {
    var end = certificate.getNotAfter().toInstant();
    if (now.isAfter(end)) {
      return Finding.failure(CHECK, "the certificate is over since " + end, RENEW);
    }
    if (now.isBefore(certificate.getNotBefore().toInstant())) {
      return Finding.failure(CHECK, "the certificate is not good yet", "check the clock");
    }
    var host = host();
    if (named && !host.isEmpty() && !covers(certificate, host)) {
      return Finding.failure(CHECK, "the certificate is not for " + host, "get one that names it");
    }
    return end.isBefore(now.plus(SOON))
        ? Finding.warning(CHECK, "the certificate is over at " + end, RENEW)
        : Finding.ok(CHECK, "the certificate is good until " + end);
  }

  /// Empty when nobody said how clients reach it.
  private String host() {
    var name = options.publicAddress();
    var host = name.isEmpty() ? null : URI.create("relay://" + name).getHost();
    return host == null ? "" : host;
  }

  private static boolean covers(X509Certificate certificate, String host)
      throws CertificateParsingException {
    var names = certificate.getSubjectAlternativeNames();
    if (names == null) {
      return false;
    }
    return names.stream().anyMatch(name -> covers(name, host.toLowerCase(Locale.ROOT)));
  }

  private static boolean covers(List<?> name, String host) {
    var text = String.valueOf(name.get(1)).toLowerCase(Locale.ROOT);
    if (name.get(0) instanceof Integer kind && kind == DNS && text.startsWith("*.")) {
      int dot = host.indexOf('.');
      return dot > 0 && host.substring(dot).equals(text.substring(1));
    }
    return name.get(0) instanceof Integer kind && (kind == DNS || kind == IP) && text.equals(host);
  }
}
