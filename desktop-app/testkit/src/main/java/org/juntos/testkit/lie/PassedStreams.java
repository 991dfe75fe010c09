package org.juntos.testkit.lie;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import okhttp3.OkHttpClient;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.Configuration;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.core.server.WebSocketMappings;
import org.eclipse.jetty.websocket.core.server.WebSocketNegotiator;
import org.eclipse.jetty.websocket.core.server.WebSocketServerComponents;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.Paths;

/// Opens a stream to the relay for each one that a client wants, and the client's when the relay
/// has let it in.
final class PassedStreams {
  private final OkHttpClient client;
  private final WireLies lies;
  private final WebSocketMappings mappings;

  PassedStreams(OkHttpClient client, WireLies lies, Server server) {
    this.client = client;
    this.lies = lies;
    this.mappings =
        new WebSocketMappings(WebSocketServerComponents.ensureWebSocketComponents(server));
  }

  /// @throws IOException when the relay cannot be reached
  void open(okhttp3.Request passed, Request request, Response response, Callback callback)
      throws IOException {
    var relay = new RelayEnd();
    client.newWebSocket(passed, relay);
    switch (relay.opening()) {
      case RelayEnd.Opening.Open(var socket) -> {
        var end = new ClientEnd(device(passed), lies, relay, socket);
        if (!mappings.upgrade(negotiator(end), request, response, callback, null)) {
          relay.giveUp();
          socket.cancel();
          throw new IOException("no WebSocket request");
        }
      }
      case RelayEnd.Opening.Refused(var status, var headers, var body) -> {
        response.setStatus(status);
        PassedRequests.headers(headers, response);
        response.write(true, body, callback);
      }
    }
  }

  private static DeviceAddress device(okhttp3.Request passed) throws IOException {
    return passed.url().encodedPath().equals(Paths.ANONYMOUS)
        ? LyingRelay.NOBODY
        : Bearer.device(passed);
  }

  private static WebSocketNegotiator negotiator(ClientEnd end) {
    return new WebSocketNegotiator() {
      @Override
      public FrameHandler negotiate(
          ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
        response.setExtensions(List.of());
        return end;
      }

      @Override
      public void customize(Configuration configuration) {
        configuration.setAutoFragment(false);
        configuration.setMaxFrameSize(0); // the relay says what is too long
        configuration.setIdleTimeout(Duration.ZERO);
      }
    };
  }
}
