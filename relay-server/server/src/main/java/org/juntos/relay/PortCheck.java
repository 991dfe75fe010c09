package org.juntos.relay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.Paths;

/// Whether the relay's port is free, or the relay itself answers on it. Says nothing of firewalls
/// on the way: this machine asks itself.
record PortCheck(RelayOptions options, SecureRandom random) {
  private static final String CHECK = "port";
  private static final int PATIENCE_MS = 5_000;

  Finding look() {
    if (options.port() == 0) {
      return Finding.warning(CHECK, "any free one, another at each start", "choose one: --port");
    }
    var status = ask();
    var place = options.host() + " port " + options.port();
    if (status == null) {
      return free(place);
    }
    return switch (status) {
      case "200" -> Finding.ok(CHECK, "the relay answers on " + place + " and is ready");
      case "503" ->
          Finding.failure(
              CHECK,
              "the relay answers on " + place + " and is not ready",
              "look at event=request and event=database_check in its log");
      default ->
          Finding.failure(
              CHECK, "something else answers on " + place, "stop it or choose another --port");
    };
  }

  private Finding free(String place) {
    try (var probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(options.host(), options.port()));
      return Finding.ok(CHECK, place + " is free; the relay does not run");
    } catch (IOException refused) {
      return Finding.failure(
          CHECK,
          "cannot listen on " + place + " (" + refused.getMessage() + ")",
          "choose another --port, or allow it: ports below 1024 need CAP_NET_BIND_SERVICE");
    }
  }

  /// The status of the answer, something else when it is no answer, null when nobody listens.
  private @Nullable String ask() {
    try (var plain = new Socket()) {
      var host = options.host().equals("0.0.0.0") ? RelayOptions.LOOPBACK : options.host();
      plain.connect(new InetSocketAddress(host, options.port()), PATIENCE_MS);
      plain.setSoTimeout(PATIENCE_MS);
      return status(plain, host);
    } catch (IOException _) {
      return null;
    }
  }

  private String status(Socket plain, String host) {
    try (var socket = options.tls() instanceof Tls.Off ? plain : secured(plain, host)) {
      var request =
          "GET " + Paths.HEALTH_READY + " HTTP/1.1\r\nHost: relay\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      var answer =
          new BufferedReader(
                  new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
              .readLine();
      var words = answer == null ? new String[0] : answer.split(" ", 3);
      return words.length > 1 && words[0].startsWith("HTTP/") ? words[1] : "";
    } catch (IOException | GeneralSecurityException _) {
      return "";
    }
  }

  /// The certificate is looked at elsewhere; here only the port matters.
  private Socket secured(Socket plain, String host) throws IOException, GeneralSecurityException {
    var context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new Anybody()}, random);
    return context.getSocketFactory().createSocket(plain, host, options.port(), true);
  }

  private static final class Anybody implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
