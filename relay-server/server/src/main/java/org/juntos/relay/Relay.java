package org.juntos.relay;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.admin.Operator;
import org.juntos.relay.audit.Audit;
import org.juntos.relay.http.HttpServer;
import org.juntos.relay.store.Store;
import org.juntos.relay.store.StoreUnusableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A running relay. Thread-safe.
public final class Relay implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

  private final Store store;
  private final HttpServer http;
  private final Sweeper sweeper;
  private final Watching watching;
  private final URI address;
  private final String inviteLink;
  private boolean closed;

  private Relay(
      Store store,
      HttpServer http,
      Sweeper sweeper,
      Watching watching,
      URI address,
      String inviteLink) {
    this.store = store;
    this.http = http;
    this.sweeper = sweeper;
    this.watching = watching;
    this.address = address;
    this.inviteLink = inviteLink;
  }

  /// Opens the data folder and starts to listen.
  ///
  /// @throws RelayStartException when that cannot be done; nothing is left open then
  public static Relay start(RelayOptions options, InstantSource clock, SecureRandom random)
      throws RelayStartException {
    refuseOpenPlain(options);
    var wiring = new Wiring(options, clock, random);
    Store store;
    try {
      store = wiring.store();
    } catch (StoreUnusableException unusable) {
      throw new RelayStartException(line(unusable), unusable);
    }
    try {
      return start(options, wiring, store, clock, random);
    } catch (IOException | IllegalArgumentException failed) {
      release(store, failed);
      throw failed instanceof RelayStartException start
          ? start
          : new RelayStartException(line(failed), failed);
    }
  }

  private static Relay start(
      RelayOptions options, Wiring wiring, Store store, InstantSource clock, SecureRandom random)
      throws IOException {
    var health = new Health(store, clock);
    var audit = new Audit(store.audit(), clock);
    var services = wiring.services(store, audit, health);
    var keys = keys(options, wiring, store);
    var listen = keys == null ? wiring.plain() : wiring.listen(keys);
    var http = listen(HttpStart.of(services, listen, clock, random), options);
    Gauges.register(wiring.metrics(), store, http, health, clock);
    var sweeper = new Sweeper(store, services.codes(), audit, options.limits(), clock);
    var operator = new Operator(store, services, audit, sweeper::all);
    var watching =
        watching(options, wiring, new Watching.Parts(health, audit, operator), http, random);
    sweeper.start();
    var address = address(keys == null ? "http" : "https", options.host(), http.port());
    return new Relay(store, http, sweeper, watching, address, inviteLink(options, keys, address));
  }

  private static Watching watching(
      RelayOptions options,
      Wiring wiring,
      Watching.Parts parts,
      HttpServer http,
      SecureRandom random)
      throws RelayStartException {
    try {
      return Watching.start(options, wiring.metrics(), parts, random);
    } catch (IOException refused) {
      http.close();
      throw new RelayStartException(
          "cannot listen for the operator on "
              + options.operating().adminHost()
              + " port "
              + options.operating().adminPort()
              + " ("
              + line(refused)
              + "); choose another --admin-port, or off",
          refused);
    }
  }

  private interface HttpStart {
    HttpServer start() throws IOException;

    static HttpStart of(
        org.juntos.relay.http.Services services,
        HttpServer.Listen listen,
        InstantSource clock,
        SecureRandom random) {
      return () -> HttpServer.start(services, listen, clock, random);
    }
  }

  private static HttpServer listen(HttpStart http, RelayOptions options)
      throws RelayStartException {
    try {
      return http.start();
    } catch (IOException refused) {
      throw new RelayStartException(
          "cannot listen on "
              + options.host()
              + " port "
              + options.port()
              + " ("
              + line(refused)
              + "); is it in use? Choose another --port or --host",
          refused);
    }
  }

  private static @Nullable ServerKeys keys(RelayOptions options, Wiring wiring, Store store)
      throws StoreUnusableException, RelayStartException {
    return switch (options.tls()) {
      case Tls.Off() -> null;
      case Tls.SelfSigned() -> wiring.selfSigned(store);
      case Tls.Files(var certificate, var key) -> ServerKeys.files(certificate, key);
    };
  }

  private static void refuseOpenPlain(RelayOptions options) throws RelayStartException {
    if (!(options.tls() instanceof Tls.Off) || options.allowPlain()) {
      return;
    }
    try {
      if (!InetAddress.getByName(options.host()).isLoopbackAddress()) {
        throw new RelayStartException(
            "refusing to listen on "
                + options.host()
                + " without TLS; add --tls auto, or --allow-plain when a proxy in front does TLS");
      }
    } catch (UnknownHostException unknown) {
      throw new RelayStartException("there is no address for --host " + options.host(), unknown);
    }
  }

  private static URI address(String scheme, String host, int port) {
    return URI.create(scheme + "://" + bracketed(host) + ":" + port);
  }

  private static String bracketed(String host) {
    return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
  }

  private static String inviteLink(RelayOptions options, @Nullable ServerKeys keys, URI address) {
    var name = options.publicAddress();
    var authority = name.isEmpty() ? address.getAuthority() : withPort(name, address.getPort());
    return keys == null || keys.pin().isEmpty()
        ? address.getScheme() + "://" + authority
        : "juntos://relay/" + authority + "#" + keys.pin();
  }

  private static String withPort(String name, int port) {
    var uri = URI.create("relay://" + name);
    return uri.getPort() < 0 ? name + ":" + port : name;
  }

  private static String line(Exception failed) {
    var cause = failed.getCause();
    var message = failed.getMessage();
    var text = message == null ? failed.getClass().getSimpleName() : message;
    return (cause instanceof java.net.BindException && cause.getMessage() != null
            ? cause.getMessage()
            : text)
        .replace('\n', ' ');
  }

  private static void release(Store store, Exception failed) {
    try {
      store.close();
    } catch (IOException another) {
      failed.addSuppressed(another);
    }
  }

  /// The TCP port it listens on.
  public int port() {
    return address.getPort();
  }

  /// Where clients on this machine reach it: `http://host:port` or `https://host:port`.
  public URI address() {
    return address;
  }

  /// What to give to people: `juntos://relay/HOST:PORT#pin` when the certificate is self-signed
  /// (the pin is base64url of the SHA-256 of its SubjectPublicKeyInfo), the address otherwise.
  public String inviteLink() {
    return inviteLink;
  }

  /// The TCP port of the operator; negative when there is none.
  public int adminPort() {
    return watching.port();
  }

  /// Tells that it is not ready any more, closes every stream with code 1001, stops to listen, lets
  /// running requests finish within the limit, lets the store commit what it has, and unlocks the
  /// data folder.
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    LOG.info("event=stopping");
    watching.stop();
    sweeper.close();
    http.close();
    watching.close();
    try {
      store.close();
    } catch (IOException failed) {
      LOG.error("event=close_failed", failed);
    }
    LOG.info("event=stopped");
  }
}
