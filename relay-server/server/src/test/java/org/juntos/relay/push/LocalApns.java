package org.juntos.relay.push;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.X509TrustManager;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.juntos.relay.otp.sender.LocalCertificate;

/// A push service on this machine that speaks HTTP/2 and nothing else, as Apple's does.
final class LocalApns extends Handler.Abstract implements AutoCloseable {
  private final Server server = new Server();
  private final ServerConnector connector;
  private final LocalCertificate certificate;
  private final Queue<Answer> answers = new ArrayDeque<>();
  final List<Post> posts = new CopyOnWriteArrayList<>();

  record Post(String version, String path, HttpFields headers, String body) {}

  private record Answer(int status, String body) {}

  LocalApns() throws Exception {
    certificate = LocalCertificate.of("127.0.0.1");
    var configuration = new HttpConfiguration();
    configuration.addCustomizer(new SecureRequestCustomizer(false));
    var tls = new SslContextFactory.Server();
    tls.setKeyStore(certificate.keys());
    tls.setKeyStorePassword(LocalCertificate.PASSWORD);
    var alpn = new ALPNServerConnectionFactory("h2");
    connector =
        new ServerConnector(
            server,
            new SslConnectionFactory(tls, alpn.getProtocol()),
            alpn,
            new HTTP2ServerConnectionFactory(configuration));
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(this);
    server.start();
  }

  synchronized void say(int status, String body) {
    answers.add(new Answer(status, body));
  }

  @Override
  public synchronized boolean handle(Request request, Response response, Callback callback)
      throws IOException {
    var version = request.getConnectionMetaData().getHttpVersion().asString();
    posts.add(
        new Post(
            version,
            Request.getPathInContext(request),
            HttpFields.build(request.getHeaders()),
            Content.Source.asString(request)));
    var next = answers.poll();
    response.setStatus(next == null ? 200 : next.status());
    var body = next == null ? "" : next.body();
    response.write(true, ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)), callback);
    return true;
  }

  String url() {
    return "https://127.0.0.1:" + connector.getLocalPort();
  }

  X509TrustManager trust() throws Exception {
    return WebPushSenderTest.trusting(certificate);
  }

  @Override
  public void close() throws IOException {
    try {
      server.stop();
    } catch (Exception failed) { // Jetty declares no less
      throw new IOException(failed);
    }
  }
}
