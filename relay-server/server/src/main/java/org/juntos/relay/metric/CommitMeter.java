package org.juntos.relay.metric;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import org.juntos.relay.store.CommitWatch;

/// Times commits, which are mostly fsync, and counts how many changes share one.
final class CommitMeter implements CommitWatch {
  private final Timer time;
  private final DistributionSummary changes;

  CommitMeter(MeterRegistry registry) {
    this.time =
        Timer.builder("juntos.relay.commit")
            .description("Time of a commit, fsync included")
            .serviceLevelObjectives(RelayMetrics.LATENCIES)
            .register(registry);
    this.changes =
        DistributionSummary.builder("juntos.relay.commit.changes")
            .description("Changes that shared a commit")
            .serviceLevelObjectives(1, 4, 16, 64, 256, 1_024, 4_096)
            .register(registry);
  }

  @Override
  public void committed(int count, long nanos) {
    time.record(nanos, TimeUnit.NANOSECONDS);
    changes.record(count);
  }
}
