package org.juntos.relay;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.juntos.relay.http.HttpServer;
import org.juntos.relay.metric.RelayMetrics;
import org.juntos.relay.store.Fill;
import org.juntos.relay.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Numbers that are looked up when they are asked for. Counting what is held walks through it, so
/// it is done at most once in [#FRESH], and never takes more than a hundredth of the time.
final class Gauges {
  private static final Duration FRESH = Duration.ofSeconds(30);
  private static final int SHARE = 100;

  private static final Logger LOG = LoggerFactory.getLogger(Gauges.class);

  private final Store store;
  private final InstantSource clock;
  private Instant countedAt = Instant.EPOCH;
  private Duration pause = FRESH;
  private Fill fill = Fill.EMPTY;

  private Gauges(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /// What every process has.
  static void register(RelayMetrics metrics, HttpServer http, Health health) {
    metrics.gauge("juntos.relay.streams", "Open streams", http::streams);
    metrics.gauge("juntos.relay.connections", "Open TCP connections", http::connections);
    metrics.gauge(
        "juntos.relay.ready", "1 when it can serve", () -> health.whyNot() == null ? 1 : 0);
  }

  /// What the account role has.
  static void register(RelayMetrics metrics, Store store, InstantSource clock) {
    var gauges = new Gauges(store, clock);
    metrics.gauge("juntos.relay.disk.free.bytes", "Free disk space", () -> freeBytes(store));
    metrics.gauge("juntos.relay.accounts", "Accounts", () -> gauges.fill().accounts());
    metrics.gauge("juntos.relay.devices", "Devices", () -> gauges.fill().devices());
    metrics.gauge("juntos.relay.groups", "Groups", () -> gauges.fill().groups());
    metrics.gauge(
        "juntos.relay.queue.envelopes", "Waiting envelopes", () -> gauges.fill().envelopes());
    metrics.gauge(
        "juntos.relay.queue.bytes", "Waiting ciphertext", () -> gauges.fill().envelopeBytes());
    metrics.gauge("juntos.relay.files", "Files held", () -> gauges.fill().files());
    metrics.gauge("juntos.relay.file.bytes", "Bytes of files", () -> gauges.fill().fileBytes());
  }

  private synchronized Fill fill() {
    var now = clock.instant();
    if (now.isBefore(countedAt) || now.isAfter(countedAt.plus(pause))) {
      long begun = System.nanoTime();
      try {
        fill = store.inventory().fill();
      } catch (IOException _) { // the last count stands; readiness tells of the trouble
        LOG.debug("event=count outcome=failed");
      }
      countedAt = now;
      var took = Duration.ofNanos(System.nanoTime() - begun).multipliedBy(SHARE);
      pause = took.compareTo(FRESH) > 0 ? took : FRESH;
    }
    return fill;
  }

  /// NaN when that is not known.
  static double freeBytes(Store store) {
    try {
      return store.freeDiskBytes();
    } catch (IOException _) {
      return Double.NaN;
    }
  }
}
