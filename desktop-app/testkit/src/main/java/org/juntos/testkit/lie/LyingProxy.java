package org.juntos.testkit.lie;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.juntos.wire.WireLimits;

/// A real HTTP/1.1 and WebSocket server on loopback between real clients and a real relay. All that
/// it is told it passes on as it is, both ways, except for what the script wants otherwise.
/// Thread-safe.
public final class LyingProxy implements AutoCloseable {
  private static final int MAX_THREADS = 64;

  private final Server server;
  private final ServerConnector connector;
  private final OkHttpClient client = client();

  private LyingProxy(URI relay, LyingRelay script) {
    var threads = new QueuedThreadPool(MAX_THREADS);
    threads.setName("lying-proxy");
    server = new Server(threads);
    connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    connector.setIdleTimeout(0);
    connector.setShutdownIdleTimeout(1);
    server.addConnector(connector);
    var lies = new WireLies(script);
    server.setHandler(
        new ProxyHandler(
            new PassedRequests(client, relay, lies), new PassedStreams(client, lies, server)));
  }

  /// Starts to listen on a free port.
  ///
  /// @param relay where what is passed on goes: `http://host:port`
  public static LyingProxy start(URI relay, LyingRelay script) throws IOException {
    var proxy = new LyingProxy(relay, script);
    try {
      proxy.server.start();
      return proxy;
    } catch (IOException refused) {
      proxy.close();
      throw refused;
    } catch (Exception failed) { // Jetty declares no less
      proxy.close();
      throw new IOException("the proxy did not start: " + failed.getMessage(), failed);
    }
  }

  private static OkHttpClient client() {
    return new OkHttpClient.Builder()
        .followRedirects(false)
        .connectionPool(new ConnectionPool(0, 1, TimeUnit.NANOSECONDS)) // none is stale
        .readTimeout(Duration.ofMinutes(1))
        .pingInterval(WireLimits.KEEP_ALIVE) // pings are for the next hop, like the client's
        .build();
  }

  /// Where clients find it.
  public URI address() {
    return URI.create("http://127.0.0.1:" + connector.getLocalPort());
  }

  /// Cuts every connection.
  @Override
  public void close() {
    client.dispatcher().cancelAll();
    try {
      server.stop();
    } catch (Exception failed) { // Jetty declares no less
      throw new IllegalStateException("the proxy did not stop", failed);
    }
    client.connectionPool().evictAll();
    client.dispatcher().executorService().shutdown();
  }
}
