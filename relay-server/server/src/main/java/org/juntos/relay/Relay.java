package org.juntos.relay;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.config.Settings;
import org.juntos.relay.http.HttpServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A running relay. Thread-safe.
public final class Relay implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

  private final OpenRoles roles;
  private final HttpServer http;
  private final Sweeper sweeper;
  private final Watching watching;
  private final URI address;
  private final String inviteLink;
  private boolean closed;

  private Relay(
      OpenRoles roles,
      HttpServer http,
      Sweeper sweeper,
      Watching watching,
      URI address,
      String inviteLink) {
    this.roles = roles;
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
    return start(options, List.of(), clock, random);
  }

  /// The same, for an operator who is to see where the settings come from.
  static Relay start(
      RelayOptions options,
      List<Settings.Effective> settings,
      InstantSource clock,
      SecureRandom random)
      throws RelayStartException {
    refuseOpenPlain(options);
    OpenRoles roles;
    try {
      roles = OpenRoles.open(options, clock, random);
    } catch (IOException | IllegalArgumentException failed) {
      throw told(failed);
    }
    try {
      return start(options, roles, settings, random);
    } catch (IOException | IllegalArgumentException failed) {
      release(roles, failed);
      throw told(failed);
    }
  }

  private static RelayStartException told(Exception failed) {
    return failed instanceof RelayStartException start
        ? start
        : new RelayStartException(line(failed), failed);
  }

  private static Relay start(
      RelayOptions options, OpenRoles roles, List<Settings.Effective> settings, SecureRandom random)
      throws IOException {
    var keys = roles.tls();
    var http = listen(() -> roles.listen(keys, random), options);
    var sweeper = roles.sweeper();
    var address = address(keys == null ? "http" : "https", options.host(), http.port());
    var link = inviteLink(options, keys, address);
    var watching =
        watching(options, () -> roles.watch(http, sweeper, link, settings, random), http);
    sweeper.start();
    return new Relay(roles, http, sweeper, watching, address, link);
  }

  @FunctionalInterface
  private interface Start<T> {
    T start() throws IOException;
  }

  private static Watching watching(RelayOptions options, Start<Watching> watching, HttpServer http)
      throws RelayStartException {
    try {
      return watching.start();
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

  private static HttpServer listen(Start<HttpServer> http, RelayOptions options)
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
    var authority =
        name.isEmpty() ? address.getAuthority() : ListedAddress.withPort(name, address.getPort());
    return ListedAddress.linked(address.getScheme(), authority, keys == null ? "" : keys.pin());
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

  private static void release(OpenRoles roles, Exception failed) {
    try {
      roles.close();
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
      roles.close();
    } catch (IOException failed) {
      LOG.error("event=close_failed", failed);
    }
    LOG.info("event=stopped");
  }
}
