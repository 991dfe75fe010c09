package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.wire.Paths;

class TlsTest {
  @TempDir Path folder;

  /// Trusts anybody and remembers whom.
  private static final class Witness implements X509TrustManager {
    private final List<X509Certificate> seen = new ArrayList<>();

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {
      seen.add(chain[0]);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }

  private static OkHttpClient client(Witness witness) throws Exception {
    var context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {witness}, new SecureRandom());
    return new OkHttpClient.Builder()
        .sslSocketFactory(context.getSocketFactory(), witness)
        .hostnameVerifier((_, _) -> true)
        .build();
  }

  private static String pin(X509Certificate certificate) throws Exception {
    var hash = MessageDigest.getInstance("SHA-256").digest(certificate.getPublicKey().getEncoded());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }

  private RunningRelay start() throws RelayStartException {
    return RunningRelay.in(
        folder, RelayLimits.unhurried(), InstantSource.system(), new Tls.SelfSigned());
  }

  @Test
  void the_invite_link_pins_the_certificate_that_is_shown_and_a_restart_keeps_it()
      throws Exception {
    var witness = new Witness();
    try (var relay = start()) {
      var link = relay.relay().inviteLink();
      var expected = "juntos://relay/127.0.0.1:" + relay.relay().port() + "#";
      assertTrue(link.startsWith(expected), link);
      var reply = new WireClient(relay, client(witness)).get(Paths.VERSION, "");
      assertEquals(200, reply.status());
      assertEquals(expected + pin(witness.seen.getFirst()), link);
      relay.restart();
      assertEquals(link, relay.relay().inviteLink());
    }
  }

  @Test
  void http_2_is_negotiated_and_streams_work_over_tls() throws Exception {
    try (var relay = start()) {
      var http = client(new Witness());
      var request = new Request.Builder().url(relay.url(Paths.VERSION)).build();
      try (var response = http.newCall(request).execute()) {
        assertEquals(Protocol.HTTP_2, response.protocol());
      }
      var alice = TestDevice.register(relay, "+4915112345678", new WireClient(relay, http));
      try (var stream = alice.stream()) {
        assertEquals(List.of(), stream.drain());
      }
    }
  }

  @Test
  void a_client_that_trusts_only_known_issuers_is_not_fooled() throws Exception {
    try (var relay = start()) {
      var strict = new WireClient(relay);
      assertThrows(IOException.class, () -> strict.get(Paths.VERSION, ""));
    }
  }

  @Test
  void certificate_files_that_cannot_be_used_are_told() throws Exception {
    var certificate = folder.resolve("cert.pem");
    var key = folder.resolve("key.pem");
    assertTrue(whyNot(certificate, key).contains("cannot read the certificate"));
    Files.writeString(certificate, "no certificate");
    Files.writeString(key, "no key");
    assertTrue(whyNot(certificate, key).contains("certificate"));
  }

  @Test
  void certificate_files_are_served_and_the_invite_link_is_the_plain_address() throws Exception {
    var made =
        ServerKeys.selfSigned(
            SelfSigned.make(InstantSource.system().instant(), new SecureRandom()));
    var certificate = folder.resolve("cert.pem");
    var key = folder.resolve("key.pem");
    var password = ServerKeys.PASSWORD.toCharArray();
    Files.writeString(
        certificate, pem("CERTIFICATE", made.store().getCertificate("relay").getEncoded()));
    Files.writeString(key, pem("PRIVATE KEY", made.store().getKey("relay", password).getEncoded()));
    var witness = new Witness();
    var tls = new Tls.Files(certificate, key);
    try (var relay =
        RunningRelay.in(folder, RelayLimits.unhurried(), InstantSource.system(), tls)) {
      assertEquals(200, new WireClient(relay, client(witness)).get(Paths.VERSION, "").status());
      assertEquals(made.pin(), pin(witness.seen.getFirst()));
      assertEquals("https://127.0.0.1:" + relay.relay().port(), relay.relay().inviteLink());
    }
  }

  private static String pem(String label, byte[] content) {
    var text = Base64.getMimeEncoder().encodeToString(content);
    return "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n";
  }

  private String whyNot(Path certificate, Path key) {
    var options =
        RelayOptions.loopback(folder.resolve("other")).withTls(new Tls.Files(certificate, key));
    var thrown =
        assertThrows(
            RelayStartException.class,
            () -> Relay.start(options, InstantSource.system(), new SecureRandom()).close());
    return String.valueOf(thrown.getMessage());
  }
}
