package org.juntos.relay.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Server;
import org.juntos.wire.Paths;

/// The relay's requests without a socket.
final class FuzzedHttp {
  private static final long PATIENCE_SECONDS = 20;

  private final Server server = new Server();
  private final LocalConnector connector = new LocalConnector(server);
  private final List<Route> routes;

  FuzzedHttp(Services services) throws Exception {
    var clock = InstantSource.system();
    var operations = services.operations();
    var limits = services.limits().requests();
    routes =
        HttpServer.routes(services, clock).stream()
            .filter(route -> !route.method().equals("DELETE")) // the account is needed again
            .filter(route -> !(route.endpoint() instanceof Route.Stream)) // fuzzed frame by frame
            .toList();
    var admittance = new Admittance(services.accounts(), operations.suspensions(), limits, clock);
    var gate = new WorkGate(limits.work(), clock, new SecureRandom());
    server.setHandler(
        new RelayHandler(
            admittance, gate, null, routes, operations, new Running(), new SecureRandom()));
    server.addConnector(connector);
    server.start();
  }

  int routes() {
    return routes.size();
  }

  String name(int route) {
    return routes.get(route).method() + " " + routes.get(route).template();
  }

  /// A good body for a route, of the message that it takes; empty when it takes none.
  ///
  /// @param variant which one of alternatives is there
  byte[] body(int route, int variant) {
    return routes.get(route).about().takes() instanceof About.Body.Message(var type)
        ? Filled.of(type, variant)
        : new byte[0];
  }

  /// A request to one of the routes.
  ///
  /// @param variable the open part of its path, its query or both
  /// @param header of whatever header the route reads
  Asked ask(int route, String variable, String header, String token) {
    var asked = routes.get(route);
    var path = asked.template().replace("*", line(variable));
    var head =
        String.join(
            "\r\n",
            asked.method()
                + " "
                + path
                + (asked.template().contains("*") ? "" : line(variable))
                + " HTTP/1.1",
            "Host: relay",
            "Connection: close",
            proof(asked, header, token),
            "Range: " + line(header),
            "Upload-Length: " + line(header),
            "Upload-Offset: " + line(header),
            "");
    return new Asked(head);
  }

  /// A token that is none gives way to an access key where that may take its place.
  private static String proof(Route asked, String header, String token) {
    return asked.endpoint() instanceof Route.Accessible && token.startsWith("x")
        ? Paths.ACCESS_KEY_HEADER + ": " + line(header)
        : "Authorization: Bearer " + token;
  }

  /// One line of a head has no line breaks.
  private static String line(String text) {
    return text.replaceAll("[\\x00-\\x1f\\x7f]", "");
  }

  /// A request that waits for its body.
  final class Asked {
    private final String head;

    private Asked(String head) {
      this.head = head;
    }

    /// The status of the answer.
    int with(String type, byte[] body) throws Exception {
      var full = head + "Content-Type: " + type + "\r\nContent-Length: " + body.length + "\r\n\r\n";
      var bytes = full.getBytes(StandardCharsets.ISO_8859_1);
      var request = ByteBuffer.allocate(bytes.length + body.length).put(bytes).put(body).flip();
      var answer = connector.getResponse(request, false, PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (answer == null) {
        throw new AssertionError("no answer");
      }
      return Integer.parseInt(
          StandardCharsets.ISO_8859_1.decode(answer).toString().split(" ", 3)[1]);
    }
  }

  void stop() throws Exception {
    server.stop();
  }
}
