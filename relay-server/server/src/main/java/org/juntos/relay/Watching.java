package org.juntos.relay;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.admin.AdminServer;
import org.juntos.relay.admin.Desks;
import org.juntos.relay.admin.Operator;
import org.juntos.relay.admin.Site;
import org.juntos.relay.audit.Audit;
import org.juntos.relay.config.Port;
import org.juntos.relay.metric.RelayMetrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How a running relay is watched: its health, its counts, and the operator's port when it has one.
final class Watching implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Watching.class);

  private final RelayMetrics metrics;
  private final Parts parts;
  private final @Nullable AdminServer server;

  private Watching(RelayMetrics metrics, Parts parts, @Nullable AdminServer server) {
    this.metrics = metrics;
    this.parts = parts;
    this.server = server;
  }

  /// What is watched and acted on.
  ///
  /// @param audit null without the account role
  /// @param operator null without the account role
  record Parts(Health health, @Nullable Audit audit, @Nullable Operator operator, Desks desks) {}

  /// @param site null without the console
  static Watching start(
      RelayOptions options,
      RelayMetrics metrics,
      Parts parts,
      @Nullable Site site,
      SecureRandom random)
      throws IOException {
    var operating = options.operating();
    if (operating.adminPort() == Port.OFF) {
      return new Watching(metrics, parts, null);
    }
    metrics.watchProcess();
    var pages =
        new AdminServer.Pages(metrics::scrape, parts.health(), parts.operator(), parts.desks());
    var listen = new InetSocketAddress(operating.adminHost(), operating.adminPort());
    if (listen.isUnresolved()) {
      throw new IOException("there is no such address");
    }
    var server = AdminServer.start(listen, options.data(), pages, site, random);
    return new Watching(metrics, parts, server);
  }

  /// Negative when there is none.
  int port() {
    return server == null ? Port.OFF : server.port();
  }

  /// The relay is about to stop: health says so from now on.
  void stop() {
    parts.health().stop();
  }

  /// Keeps the counts of the day and closes the operator's port.
  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
    keepCounts();
    metrics.close();
  }

  private void keepCounts() {
    var audit = parts.audit();
    try {
      if (audit != null) {
        audit.keep();
      }
    } catch (IOException failed) {
      LOG.warn("event=audit_failed why={}", failed.getMessage());
    }
  }
}
