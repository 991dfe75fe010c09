package org.juntos.relay.metric;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.juntos.relay.audit.Audit;
import org.juntos.relay.blob.BlobStore;
import org.juntos.relay.http.Traffic;
import org.juntos.relay.mailbox.MailboxStore;
import org.juntos.relay.otp.CodeSender;
import org.juntos.relay.push.PushWatch;
import org.juntos.relay.store.CommitWatch;

/// All that a relay counts. Thread-safe.
public final class RelayMetrics implements AutoCloseable {
  /// Bounds of the latency histograms.
  static final Duration[] LATENCIES =
      IntStream.of(1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500)
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics garbage = new JvmGcMetrics();
  private final CodeMeter codes = new CodeMeter(registry);
  private final RequestMeter requests = new RequestMeter(registry, codes);

  /// What requests and streams are to tell.
  public Traffic traffic() {
    return requests;
  }

  /// What the writer is to tell.
  public CommitWatch commits() {
    return new CommitMeter(registry);
  }

  /// What becomes of pushes.
  public PushWatch pushes() {
    return new PushMeter(registry);
  }

  /// What becomes of one-time codes.
  public CodeMeter codes() {
    return codes;
  }

  /// `store`, counted and timed.
  public MailboxStore measured(MailboxStore store, Audit audit) {
    return new MeasuredMailbox(store, registry, audit);
  }

  /// `store`, counted.
  public BlobStore measured(BlobStore store, Audit audit) {
    return new MeasuredBlobs(store, audit);
  }

  /// `sender`, counted.
  public CodeSender measured(CodeSender sender) {
    return codes.counting(sender);
  }

  /// A number that is asked for at each scrape.
  public void gauge(String name, String description, DoubleSupplier value) {
    gauge(registry, name, description, value);
  }

  private static void gauge(
      MeterRegistry registry, String name, String description, DoubleSupplier value) {
    Gauge.builder(name, value, DoubleSupplier::getAsDouble)
        .description(description)
        .strongReference(true)
        .register(registry);
  }

  /// Begins to watch the Java process too.
  public void watchProcess() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    garbage.bindTo(registry);
  }

  /// All of it in the text format of Prometheus.
  public String scrape() {
    return registry.scrape();
  }

  @Override
  public void close() {
    garbage.close();
    registry.close();
  }
}
