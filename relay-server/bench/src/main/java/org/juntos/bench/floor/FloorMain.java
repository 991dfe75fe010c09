package org.juntos.bench.floor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.websocket.core.server.WebSocketUpgradeHandler;
import org.juntos.bench.process.Serving;
import org.juntos.wire.Paths;
import org.juntos.wire.WireLimits;

/// The floor as a process: `DATA [KEYSTORE]`. Prints its address and serves until standard input
/// ends.
public final class FloorMain {
  private FloorMain() {}

  /// Blocks until standard input ends.
  ///
  /// @throws Exception when it cannot start: the process ends with the stack trace
  public static void main(String[] arguments) throws Exception {
    var data = Path.of(arguments[0]);
    Files.createDirectories(data);
    var hub = new FloorHub();
    try (var store = new FloorStore(data.resolve("floor.db"), hub)) {
      hub.use(store);
      var server = new Server();
      boolean secure = arguments.length > 1;
      var connector = secure ? secure(server, Path.of(arguments[1])) : plain(server);
      connector.setHost("127.0.0.1");
      connector.setAcceptQueueSize(4_096);
      server.addConnector(connector);
      server.setHandler(upgrades(hub));
      server.start();
      Serving.at((secure ? "https" : "http") + "://127.0.0.1:" + connector.getLocalPort());
      server.stop();
    }
  }

  private static ServerConnector plain(Server server) {
    return new ServerConnector(server, new HttpConnectionFactory(new HttpConfiguration()));
  }

  private static ServerConnector secure(Server server, Path keystore) {
    var tls = new SslContextFactory.Server();
    tls.setKeyStorePath(keystore.toString());
    tls.setKeyStorePassword(BenchKeystore.PASSWORD);
    var http = new HttpConfiguration();
    http.addCustomizer(new SecureRequestCustomizer(false));
    return new ServerConnector(
        server, new SslConnectionFactory(tls, "http/1.1"), new HttpConnectionFactory(http));
  }

  private static WebSocketUpgradeHandler upgrades(FloorHub hub) {
    var upgrades = new WebSocketUpgradeHandler();
    upgrades.getConfiguration().setMaxFrameSize(WireLimits.MAX_FRAME_BYTES);
    upgrades.getConfiguration().setMaxBinaryMessageSize(WireLimits.MAX_FRAME_BYTES);
    upgrades.getConfiguration().setAutoFragment(false);
    upgrades.getConfiguration().setIdleTimeout(Duration.ofMinutes(10));
    upgrades.addMapping(
        Paths.STREAM,
        (request, _, _) -> {
          var bearer = request.getHeaders().get("Authorization");
          return new FloorSocket(hub, Integer.parseInt(bearer.substring("Bearer ".length())));
        });
    return upgrades;
  }
}
