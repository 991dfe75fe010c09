package org.juntos.relay.http;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.Configuration;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.exception.WebSocketException;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.core.server.WebSocketMappings;
import org.eclipse.jetty.websocket.core.server.WebSocketNegotiator;
import org.eclipse.jetty.websocket.core.server.WebSocketServerComponents;
import org.juntos.relay.limit.Verdict;
import org.juntos.relay.prekey.KeyCount;
import org.juntos.relay.presence.DeviceLink;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.Paths;
import org.juntos.wire.WireLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns requests into streams, and knows the open ones. Thread-safe.
final class StreamUpgrade implements StreamHost {
  /// Two keep-alives missed, and a third interval of grace.
  private static final Duration IDLE = Duration.ofSeconds(3 * WireLimits.KEEP_ALIVE.toSeconds());

  /// Where streams are asked for.
  static final Set<String> PATHS = Set.of(Paths.STREAM, Paths.ANONYMOUS);

  private static final Logger LOG = LoggerFactory.getLogger(StreamUpgrade.class);

  private final Services services;
  private final Admittance admittance;
  private final StreamSender.Lanes lanes;
  private final WebSocketMappings mappings;
  private final Set<FrameStream> open = ConcurrentHashMap.newKeySet();
  private final ConcurrentMap<String, Integer> perAddress = new ConcurrentHashMap<>();

  StreamUpgrade(Services services, Admittance admittance, StreamSender.Lanes lanes, Server server) {
    this.services = services;
    this.admittance = admittance;
    this.lanes = lanes;
    this.mappings =
        new WebSocketMappings(WebSocketServerComponents.ensureWebSocketComponents(server));
  }

  static Route route() {
    return Route.stream(Paths.STREAM, false)
        .about(
            About.says(
                    "Opens the stream of a device: a WebSocket (RFC 6455) of binary messages, each a"
                        + " frame of `stream.proto`.")
                .gives(101, "From here on the relay sends `RelayFrame`, the client `ClientFrame`.")
                .refuses(ErrorCode.MALFORMED));
  }

  static Route anonymousRoute() {
    return Route.stream(Paths.ANONYMOUS, true)
        .about(
            About.says(
                    "Opens a stream for sends of whoever holds access keys: a WebSocket of the same"
                        + " frames, without a token.")
                .gives(101, "From here on the relay sends `RelayFrame`, the client `ClientFrame`.")
                .refuses(ErrorCode.MALFORMED, ErrorCode.FORBIDDEN));
  }

  /// The stream that this request may become.
  Verdict<FrameStream> check(String path, Request request, String networkAddress) {
    if (request.getHeaders().contains(HttpHeader.ORIGIN)) {
      return Verdict.refused(ErrorCode.FORBIDDEN, "Web pages may not open streams.");
    }
    if (perAddress.getOrDefault(networkAddress, 0)
        >= services.limits().requests().streamsPerAddress()) {
      return Verdict.refused(
          ErrorCode.RATE_LIMITED, "Too many streams from this address.", Duration.ofSeconds(30));
    }
    if (path.equals(Paths.ANONYMOUS)) {
      return anonymous(request, networkAddress);
    }
    try {
      return admittance
          .device(request, networkAddress)
          .map(device -> new StreamConnection(device, networkAddress, this, services));
    } catch (IOException _) { // the store
      return Verdict.refused(
          ErrorCode.UNAVAILABLE, "The relay could not do this now.", Duration.ofSeconds(2));
    }
  }

  private Verdict<FrameStream> anonymous(Request request, String networkAddress) {
    return request.getHeaders().contains(HttpHeader.AUTHORIZATION)
        ? Verdict.refused(ErrorCode.MALFORMED, "Whoever sends here does not say who they are.")
        : admittance
            .anybody(networkAddress)
            .map(_ ->
                new AnonymousStream(
                    networkAddress,
                    this,
                    services.access(),
                    services.ofGroups().sends(),
                    services.ofAccounts().sightings()));
  }

  /// Makes the request this stream.
  void upgrade(
      FrameStream stream, String id, Request request, Response response, Callback callback) {
    try {
      if (mappings.upgrade(negotiator(stream), request, response, callback, null)) {
        return;
      }
    } catch (WebSocketException refused) {
      LOG.debug("event=upgrade_refused id={}", id, refused);
    }
    Problems.write(
        new Verdict.Refused<>(
            ErrorCode.MALFORMED, "This path takes WebSocket upgrades only.", Duration.ZERO),
        id,
        response,
        callback);
  }

  private static WebSocketNegotiator negotiator(FrameStream connection) {
    return new WebSocketNegotiator() {
      @Override
      public FrameHandler negotiate(
          ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
        response.setExtensions(List.of()); // ciphertext does not compress
        return connection;
      }

      @Override
      public void customize(Configuration configuration) {
        configuration.setAutoFragment(false);
        configuration.setMaxFrameSize(WireLimits.MAX_FRAME_BYTES);
        configuration.setMaxBinaryMessageSize(WireLimits.MAX_FRAME_BYTES);
        configuration.setIdleTimeout(IDLE);
      }
    };
  }

  @Override
  public StreamSender.Lanes lanes() {
    return lanes;
  }

  @Override
  public void opened(FrameStream stream) {
    open.add(stream);
    perAddress.merge(stream.networkAddress(), 1, Integer::sum);
    if (stream instanceof StreamConnection connection) {
      connected(connection);
    }
    LOG.info("event=stream_opened open={}", open.size());
  }

  private void connected(StreamConnection stream) {
    services.presence().connect(stream.device(), stream);
    services.waking().pushes().connected(stream.device());
    if (services.operations().suspensions().holds(stream.device().account())) {
      stream.end(DeviceLink.Ending.SUSPENDED); // it was let in a moment before
    }
    lanes.reads().execute(() -> tellIfLow(stream));
  }

  private void tellIfLow(StreamConnection stream) {
    try {
      if (services.prekeys().count(stream.device()) instanceof Verdict.Granted<KeyCount>(var count)
          && count.isLow()) {
        stream.prekeysLow();
      }
    } catch (IOException _) { // told on the next stream
      LOG.debug("event=prekey_count_failed");
    }
  }

  @Override
  public void closed(FrameStream stream, int code) {
    if (!open.remove(stream)) {
      return;
    }
    if (stream instanceof StreamConnection connection) {
      services.presence().disconnect(connection.device(), connection);
      services.waking().pushes().left(connection.device());
    }
    perAddress.computeIfPresent(
        stream.networkAddress(), (_, count) -> count > 1 ? count - 1 : null);
    LOG.info("event=stream_closed code={} open={}", code, open.size());
  }

  int count() {
    return open.size();
  }

  /// Ends all streams because the relay stops.
  void closeAll() {
    open.forEach(stream -> stream.close(1001, "the relay is stopping"));
  }
}
