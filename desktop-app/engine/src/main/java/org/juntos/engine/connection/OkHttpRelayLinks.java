package org.juntos.engine.connection;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.WireLimits;

/// Relays reached over the network by OkHttp: HTTP/2 where the relay offers it, one WebSocket for
/// each stream.
public final class OkHttpRelayLinks implements RelayLinks, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMillis(2_500);

  private final InstantSource clock;
  private final HttpClients clients;

  /// Connections, TLS sessions and headers of their own, and never a token.
  private final HttpClients anonymous;

  private final Map<Owner, AccessTokens> tokens = new ConcurrentHashMap<>();

  /// Pings as often as the contract says.
  ///
  /// @param clock for the life time of access tokens
  public OkHttpRelayLinks(InstantSource clock) {
    this(clock, WireLimits.KEEP_ALIVE);
  }

  /// @param keepAlive how often to ping; a connection that has not answered one ping when the next
  ///   is due is lost
  public OkHttpRelayLinks(InstantSource clock, Duration keepAlive) {
    this.clock = clock;
    clients = new HttpClients(keepAlive);
    anonymous = new HttpClients(keepAlive);
  }

  @Override
  public RelayApi api(RelayAddress relay, @Nullable Credentials credentials) {
    var exchange = new Exchange(clients.to(relay), relay);
    var device = credentials == null ? null : credentials.device();
    var authorized = new AuthorizedExchange(exchange, tokens(relay, device), credentials);
    return new HttpRelayApi(exchange, authorized, new Exchange(anonymous.to(relay), relay));
  }

  @Override
  public RelayStream open(RelayAddress relay, Credentials credentials, StreamListener listener) {
    return open(relay, credentials, Duration.ZERO, listener);
  }

  private RelayStream open(
      RelayAddress relay, Credentials credentials, Duration patience, StreamListener listener) {
    var exchange = new Exchange(clients.to(relay), relay);
    var tokens = tokens(relay, credentials.device());
    var ticket = new Ticket.OfDevice(exchange, tokens, credentials, patience);
    return connected(new WebSocketStream(exchange, ticket, listener));
  }

  @Override
  public RelayStream openAnonymous(RelayAddress relay, StreamListener listener) {
    var exchange = new Exchange(anonymous.to(relay), relay);
    return connected(new WebSocketStream(exchange, Ticket.anonymous(exchange), listener));
  }

  private static RelayStream connected(WebSocketStream stream) {
    stream.connect();
    return stream;
  }

  @Override
  public RelayLinks hurried() {
    return new Hurried();
  }

  @Override
  public void abandon(RelayAddress relay) {
    clients.cancel(relay);
    anonymous.cancel(relay);
  }

  private final class Hurried implements RelayLinks {
    @Override
    public RelayApi api(RelayAddress relay, @Nullable Credentials credentials) {
      return OkHttpRelayLinks.this.api(relay, credentials);
    }

    @Override
    public RelayStream open(RelayAddress relay, Credentials credentials, StreamListener listener) {
      return OkHttpRelayLinks.this.open(relay, credentials, PATIENCE, listener);
    }

    @Override
    public RelayStream openAnonymous(RelayAddress relay, StreamListener listener) {
      return OkHttpRelayLinks.this.openAnonymous(relay, listener);
    }
  }

  private AccessTokens tokens(RelayAddress relay, @Nullable DeviceAddress device) {
    return tokens.computeIfAbsent(new Owner(relay, device), _ -> new AccessTokens(clock));
  }

  /// Cuts every connection.
  @Override
  public void close() {
    clients.close();
    anonymous.close();
  }

  private record Owner(RelayAddress relay, @Nullable DeviceAddress device) {}
}
