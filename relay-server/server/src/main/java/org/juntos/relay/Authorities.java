package org.juntos.relay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/// Certificates in a PEM file, to be trusted instead of the authorities of this machine.
final class Authorities {
  private Authorities() {}

  static SSLContext context(Path file) throws RelayStartException {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {trusting(file)}, null);
      return context;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this JDK has no TLS", impossible);
    }
  }

  static X509TrustManager trusting(Path file) throws RelayStartException {
    try (var in = Files.newInputStream(file)) {
      var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        trusted.setCertificateEntry("authority-" + trusted.size(), certificate);
      }
      var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(trusted);
      return (X509TrustManager) managers.getTrustManagers()[0];
    } catch (IOException | GeneralSecurityException wrong) {
      throw new RelayStartException("cannot read the certificates in " + file + " (PEM)", wrong);
    }
  }
}
