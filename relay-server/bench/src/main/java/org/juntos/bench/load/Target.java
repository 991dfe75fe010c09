package org.juntos.bench.load;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/// Where a server listens on this machine.
///
/// @param address `http` or `https`
/// @param sockets made as the address needs them
public record Target(URI address, SocketFactory sockets) {
  /// The server at `address`; with https, whatever its certificate: it is this program's own child.
  public static Target at(URI address) {
    return new Target(
        address,
        address.getScheme().equals("https")
            ? trusting().getSocketFactory()
            : SocketFactory.getDefault());
  }

  /// TLS that takes every certificate.
  public static SSLContext trusting() {
    try {
      var tls = SSLContext.getInstance("TLS");
      tls.init(null, new TrustManager[] {new Anyone()}, null);
      return tls;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every JDK has TLS
    }
  }

  /// Takes every certificate.
  public static final class Anyone implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
