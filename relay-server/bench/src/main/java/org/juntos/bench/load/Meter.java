package org.juntos.bench.load;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.juntos.wire.proto.SendResult;

/// Counts what was accepted and delivered, and how long acceptance took.
public final class Meter {
  private static final long LONGEST_NANOS = 60_000_000_000L;

  private final Histogram latency = new ConcurrentHistogram(LONGEST_NANOS, 3);
  private final LongAdder accepted = new LongAdder();
  private final LongAdder delivered = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final long madeAt = System.nanoTime();
  private final AtomicReference<String> firstRefusal = new AtomicReference<>("");
  private final AtomicLong measuringFrom = new AtomicLong(Long.MAX_VALUE);

  /// From now on latencies count.
  public void startMeasuring(long nanoTime) {
    measuringFrom.set(nanoTime);
  }

  /// A message is durable.
  void accepted(long startedAt, long nanoTime) {
    accepted.increment();
    if (startedAt - measuringFrom.get() >= 0) {
      latency.recordValue(Math.min(LONGEST_NANOS, Math.max(1, nanoTime - startedAt)));
    }
  }

  void refused(SendResult.Status why, long nanoTime) {
    refused.increment();
    var first =
        String.format(
            Locale.ROOT, "the first %s after %.1f s", why, (nanoTime - madeAt) / 1_000_000_000.0);
    firstRefusal.compareAndSet("", first);
  }

  void delivered(int messages) {
    delivered.add(messages);
  }

  /// All since the start.
  public long acceptedSoFar() {
    return accepted.sum();
  }

  /// All since the start.
  public long deliveredSoFar() {
    return delivered.sum();
  }

  /// All since the start.
  public long refusedSoFar() {
    return refused.sum();
  }

  /// What became of the first that was not accepted, and when; empty while all were.
  public String firstRefusal() {
    return firstRefusal.get();
  }

  /// Milliseconds within which `percentile` percent of the messages were accepted.
  public double millisAt(double percentile) {
    return latency.getValueAtPercentile(percentile) / 1e6;
  }
}
