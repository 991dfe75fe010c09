package org.juntos.bench.scenario;

import java.time.Duration;
import org.juntos.bench.process.ServerProcess;

/// A stretch of a server's life: what it did in which time and with how much processor time.
///
/// @param work operations, such as accepted or delivered messages
record Stretch(long work, Duration took, Duration processor) {
  /// Work for a second of time.
  double perSecond() {
    return work / (took.toNanos() / 1e9);
  }

  /// Microseconds of processor time for each piece of work.
  double microsEach() {
    return processor.toNanos() / 1e3 / Math.max(1, work);
  }

  /// The beginning of a stretch.
  record Begun(ServerProcess server, long nanos, Duration processor) {
    static Begun now(ServerProcess server) {
      return new Begun(server, System.nanoTime(), server.processorTime());
    }

    Stretch end(long work) {
      return new Stretch(
          work,
          Duration.ofNanos(System.nanoTime() - nanos),
          server.processorTime().minus(processor));
    }
  }
}
