package org.juntos.relay.http;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http2.HTTP2Connection;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.juntos.relay.limit.RelayLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Bounds what others hold of the relay by being slow or many: so many connections of one network
/// address, and none on which something was begun and goes on at a trickle (headers, a body, or an
/// answer that is hardly read). A connection on which nothing moves at all meets the idle timeout.
/// Thread-safe.
final class ConnectionGuard implements Connection.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(ConnectionGuard.class);

  /// Within [RelayLimits.Requests#patience]; as usual 30 s, a tenth of the slowest mobile networks.
  private static final long TRICKLE_BYTES = 3_000;

  private final ServerConnector connector;
  private final RelayLimits.Requests limits;
  private final Map<Object, Caller> callers = new ConcurrentHashMap<>();
  private final Map<String, Integer> held = new ConcurrentHashMap<>();

  /// One TCP connection: over TLS and after an upgrade, several of Jetty's connections in turn.
  private record Caller(EndPoint end, String address, Connection connection, Reading reading) {}

  /// What has passed over a connection so far.
  private record Reading(long atNanos, long bytes, long answers) {}

  ConnectionGuard(ServerConnector connector, RelayLimits.Requests limits) {
    this.connector = connector;
    this.limits = limits;
  }

  /// Begins to look; to be called once the connector has started.
  void start() {
    connector
        .getScheduler()
        .schedule(this::look, Math.max(1, limits.patience().toMillis() / 3), TimeUnit.MILLISECONDS);
  }

  @Override
  public void onOpened(Connection connection) {
    var end = connection.getEndPoint();
    var now = reading(connection);
    var known = callers.get(end.getTransport());
    var address = known == null ? address(end) : known.address();
    callers.put(end.getTransport(), new Caller(end, address, connection, now));
    if (known == null && held.merge(address, 1, Integer::sum) > limits.connectionsPerAddress()) {
      LOG.info("event=connection_refused outcome=many");
      end.close();
    }
  }

  @Override
  public void onClosed(Connection connection) {
    var end = connection.getEndPoint();
    if (!end.isOpen()) {
      forget(end.getTransport());
    }
  }

  private void forget(Object transport) {
    var gone = callers.remove(transport);
    if (gone != null) {
      held.computeIfPresent(gone.address(), (_, count) -> count > 1 ? count - 1 : null);
    }
  }

  private void look() {
    for (var entry : callers.entrySet()) {
      var caller = entry.getValue();
      if (!caller.end().isOpen()) {
        forget(entry.getKey());
      } else if (isHttp(caller.connection())) {
        look(entry.getKey(), caller);
      }
    }
    if (connector.isRunning()) {
      start();
    }
  }

  private void look(Object transport, Caller caller) {
    var before = caller.reading();
    var now = reading(caller.connection());
    if (now.atNanos() - before.atNanos() < limits.patience().toNanos()) {
      return;
    }
    if (isTrickle(before, now)) {
      LOG.info("event=connection_closed outcome=slow");
      caller.end().close();
    } else {
      callers.replace(
          transport, caller, new Caller(caller.end(), caller.address(), caller.connection(), now));
    }
  }

  private boolean isTrickle(Reading before, Reading now) {
    long moved = now.bytes() - before.bytes();
    return moved > 0 && moved < TRICKLE_BYTES && now.answers() == before.answers();
  }

  /// Streams have rules of their own.
  private static boolean isHttp(Connection connection) {
    return connection instanceof HttpConnection || connection instanceof HTTP2Connection;
  }

  private static Reading reading(Connection connection) {
    return new Reading(
        System.nanoTime(),
        connection.getBytesIn() + connection.getBytesOut(),
        connection.getMessagesOut());
  }

  private static String address(EndPoint end) {
    SocketAddress remote = end.getRemoteSocketAddress();
    return remote instanceof InetSocketAddress socket && socket.getAddress() != null
        ? Admittance.networkAddress(socket.getAddress())
        : "local";
  }
}
