package org.juntos.relay.metric;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.juntos.relay.push.PushWatch;

/// Counts pushes by what became of them.
final class PushMeter implements PushWatch {
  private final Counter sent;
  private final Counter failed;
  private final Counter dropped;

  PushMeter(MeterRegistry registry) {
    this.sent = counter(registry, "sent");
    this.failed = counter(registry, "failed");
    this.dropped = counter(registry, "dropped");
  }

  private static Counter counter(MeterRegistry registry, String outcome) {
    return Counter.builder("juntos.relay.pushes")
        .description("Pushes by what became of them")
        .tag("outcome", outcome)
        .register(registry);
  }

  @Override
  public void sent() {
    sent.increment();
  }

  @Override
  public void failed() {
    failed.increment();
  }

  @Override
  public void dropped() {
    dropped.increment();
  }
}
