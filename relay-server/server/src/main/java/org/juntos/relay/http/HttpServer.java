package org.juntos.relay.http;

import java.io.IOException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.limit.RelayLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The listening socket with HTTP/1.1, HTTP/2 and WebSocket on it.
public final class HttpServer implements AutoCloseable {
  private static final int MAX_THREADS = 200;
  private static final int HEADER_BYTES = 8 * 1024;
  private static final long IDLE_MS = 60_000;
  private static final long STOP_MS = 5_000;

  /// How long a connection may say nothing once the relay stops.
  private static final long SHUTDOWN_IDLE_MS = 50;

  private static final int ACCEPTORS = 1;

  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  /// So many are busy with the store's writer and the sockets: handing its commits on to another
  /// thread costs more than the thread does.
  private static final int FEW_PROCESSORS = 2;

  private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

  private final Server server;
  private final Running running = new Running();
  private final Duration drain;
  private final ServerConnector connector;
  private final ConnectionGuard guard;
  private final ExecutorService frames;
  private final ExecutorService reads;
  private @Nullable StreamUpgrade streams;

  private HttpServer(Listen listen, SecureRandom random) {
    var threads = new QueuedThreadPool(MAX_THREADS);
    threads.setName("relay-http");
    this.server = new Server(threads);
    this.drain = listen.drain();
    this.frames = pool("relay-frames", Math.max(1, PROCESSORS / 2));
    this.reads = pool("relay-reads", 2);
    this.connector = connector(listen);
    this.guard = new ConnectionGuard(connector, listen.requests());
    connector.addBean(guard);
    server.addConnector(connector);
    server.setErrorHandler(new ProblemErrors(random));
  }

  /// Where to listen.
  ///
  /// @param keys certificate and key, null for plain HTTP
  /// @param password of the key
  /// @param drain how long running requests may take once it closes
  /// @param requests how many connections it bears
  public record Listen(
      String host,
      int port,
      @Nullable KeyStore keys,
      String password,
      Duration drain,
      RelayLimits.Requests requests) {}

  /// Starts to listen.
  ///
  /// @throws IOException when the address cannot be bound
  public static HttpServer start(
      Services services, Listen listen, InstantSource clock, SecureRandom random)
      throws IOException {
    var http = new HttpServer(listen, random);
    http.server.setHandler(http.handler(services, clock, random));
    return http.started();
  }

  /// Starts to listen for the otp role alone.
  ///
  /// @throws IOException when the address cannot be bound
  public static HttpServer startCodes(
      CodeRole role, Listen listen, InstantSource clock, SecureRandom random) throws IOException {
    var http = new HttpServer(listen, random);
    http.server.setHandler(http.handler(role, clock, random));
    return http.started();
  }

  private HttpServer started() throws IOException {
    try {
      connector.open();
      server.start();
      guard.start();
      return this;
    } catch (IOException refused) {
      close();
      throw refused;
    } catch (Exception failed) { // Jetty declares no less
      close();
      throw new IOException("the HTTP server did not start: " + failed.getMessage(), failed);
    }
  }

  private RelayHandler handler(Services services, InstantSource clock, SecureRandom random) {
    var operations = services.operations();
    var admittance =
        new Admittance(
            services.accounts(), operations.suspensions(), services.limits().requests(), clock);
    var lane = new FrameLane(frames, PROCESSORS > FEW_PROCESSORS ? frames : Runnable::run);
    services.mailboxes().afterEachCommit(lane::flush);
    var lanes = new StreamSender.Lanes(lane, reads, operations.traffic());
    var upgrade = new StreamUpgrade(services, admittance, lanes, server);
    streams = upgrade;
    var gate = new WorkGate(services.limits().requests().work(), clock, random);
    return new RelayHandler(
        admittance, gate, upgrade, routes(services, clock), operations, running, random);
  }

  static List<Route> routes(Services services, InstantSource clock) {
    var info =
        new InfoEndpoints(
            services.offer(),
            services.certificates(),
            services.listing(),
            services.limits(),
            clock,
            services.operations().readiness(),
            services.waking(),
            services.ofGroups().params(),
            services.ofAccounts().discovery());
    var routes = new ArrayList<>(info.routes());
    var codes = services.codes();
    if (codes != null) {
      routes.addAll(new CodeEndpoints(codes).routes());
    }
    routes.addAll(new AdmissionEndpoints(services.waysIn()).routes());
    routes.addAll(new AccountEndpoints(services.accounts()).routes());
    routes.addAll(new LinkEndpoints(services.devices(), services.provisioning()).routes());
    routes.addAll(routes(services.ofAccounts()));
    routes.addAll(keys(services).routes());
    routes.addAll(new GroupEndpoints(services.ofGroups()).routes());
    int heldPerHour = services.limits().bundleHandOutsPerHour(); // as costly, and as rarely needed
    routes.addAll(
        new HeldEndpoints(services.held(), services.certificates(), heldPerHour, clock).routes());
    var waking = services.waking();
    if (waking.isOn()) {
      routes.addAll(new PushEndpoints(waking.pushes(), waking.rules()).routes());
    }
    routes.addAll(new BlobEndpoints(services.blobs(), services.limits().blobs().bytes()).routes());
    routes.addAll(statuses(services, clock).routes());
    routes.add(new AccessEndpoints(services.access().keys()).route());
    routes.add(StreamUpgrade.route());
    routes.add(StreamUpgrade.anonymousRoute());
    return routes;
  }

  private static List<Route> routes(OfAccounts of) {
    var routes = new ArrayList<>(new LockEndpoints(of.locks()).routes());
    routes.addAll(new NameEndpoints(of.names()).routes());
    routes.addAll(new ReportEndpoints(of.reports()).routes());
    routes.addAll(new ProfileEndpoints(of.profiles()).routes());
    routes.add(new PresenceEndpoints(of.sightings()).route());
    var discovery = of.discovery();
    if (discovery != null) {
      routes.addAll(new DiscoveryEndpoints(discovery).routes());
    }
    return routes;
  }

  private static StatusEndpoints statuses(Services services, InstantSource clock) {
    var reading = new BlobReading(services.blobs());
    return new StatusEndpoints(services.ofAccounts().statuses(), reading, clock);
  }

  private static KeyEndpoints keys(Services services) {
    return new KeyEndpoints(
        services.prekeys(),
        services.certificates(),
        services.access().keys(),
        services.ofGroups().sends());
  }

  private RelayHandler handler(CodeRole role, InstantSource clock, SecureRandom random) {
    var operations = role.operations();
    var requests = role.limits().requests();
    var admittance = new Admittance(null, operations.suspensions(), requests, clock);
    var gate = new WorkGate(requests.work(), clock, random);
    return new RelayHandler(
        admittance, gate, null, routes(role, clock), operations, running, random);
  }

  static List<Route> routes(CodeRole role, InstantSource clock) {
    var readiness = role.operations().readiness();
    var info =
        new InfoEndpoints(
            role.offer(), null, null, role.limits(), clock, readiness, null, null, null);
    var routes = new ArrayList<>(info.routes());
    routes.addAll(new CodeEndpoints(role.codes()).routes());
    routes.addAll(new AdmissionEndpoints(role.waysIn()).routes());
    return routes;
  }

  private ServerConnector connector(Listen listen) {
    var keys = listen.keys();
    var factories = keys == null ? plain() : secure(keys, listen.password());
    var made = new ServerConnector(server, ACCEPTORS, -1, factories);
    made.setHost(listen.host());
    made.setPort(listen.port());
    made.setIdleTimeout(IDLE_MS);
    made.setShutdownIdleTimeout(SHUTDOWN_IDLE_MS);
    return made;
  }

  private static ConnectionFactory[] plain() {
    var configuration = configuration();
    return new ConnectionFactory[] {
      new HttpConnectionFactory(configuration), new HTTP2CServerConnectionFactory(configuration)
    };
  }

  private static ConnectionFactory[] secure(KeyStore keys, String password) {
    var configuration = configuration();
    configuration.addCustomizer(new SecureRequestCustomizer(false));
    var context = new SslContextFactory.Server();
    context.setKeyStore(keys);
    context.setKeyStorePassword(password);
    context.setIncludeProtocols("TLSv1.3", "TLSv1.2");
    // the JDK's default, PKIX, costs three times the CPU in each handshake
    context.setKeyManagerFactoryAlgorithm("SunX509");
    var http = new HttpConnectionFactory(configuration);
    var alpn = new ALPNServerConnectionFactory();
    alpn.setDefaultProtocol(http.getProtocol());
    return new ConnectionFactory[] {
      new SslConnectionFactory(context, alpn.getProtocol()),
      alpn,
      new HTTP2ServerConnectionFactory(configuration),
      http
    };
  }

  private static HttpConfiguration configuration() {
    var configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    configuration.setSendDateHeader(false);
    configuration.setRequestHeaderSize(HEADER_BYTES);
    return configuration;
  }

  private static ExecutorService pool(String name, int threads) {
    return Executors.newFixedThreadPool(
        threads, Thread.ofPlatform().name(name + "-", 0).daemon().factory());
  }

  /// The port that is listened on.
  public int port() {
    return connector.getLocalPort();
  }

  /// Streams that are open.
  public int streams() {
    return streams == null ? 0 : streams.count();
  }

  /// TCP connections that are open.
  public int connections() {
    return connector.getConnectedEndPoints().size();
  }

  /// Ends the streams, lets running requests finish within the limit and takes no others.
  @Override
  public void close() {
    connector.close(); // nobody comes back meanwhile
    if (streams != null) {
      streams.closeAll();
    }
    int cut = running.drain(drain);
    if (cut > 0) {
      LOG.warn("event=drain outcome=cut requests={}", cut);
    }
    server.setStopTimeout(STOP_MS);
    try {
      server.stop();
    } catch (Exception failed) { // Jetty declares no less
      LOG.error("event=stop_failed", failed);
    }
    stop(frames);
    stop(reads);
  }

  private static void stop(ExecutorService pool) {
    pool.shutdown();
    try {
      if (!pool.awaitTermination(STOP_MS, TimeUnit.MILLISECONDS)) {
        pool.shutdownNow();
      }
    } catch (InterruptedException _) {
      pool.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
