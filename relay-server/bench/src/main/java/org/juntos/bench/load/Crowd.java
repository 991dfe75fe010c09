package org.juntos.bench.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/// Many devices that come back whenever their streams break.
public final class Crowd implements AutoCloseable {
  private final List<Returner> devices = new ArrayList<>();

  /// Starts to open all of them at once.
  public Crowd(Target target, List<Mailbox> mailboxes, Meter meter) {
    for (var mailbox : mailboxes) {
      var device = new Returner(target, mailbox, meter);
      devices.add(device);
      Thread.ofVirtual().start(device::run);
    }
  }

  /// Breaks every stream.
  public void cut() throws IOException {
    for (var device : devices) {
      device.cut();
    }
  }

  /// Waits until everybody has a stream and an empty mailbox.
  ///
  /// @return milliseconds that each needed from `sinceNanos` on
  /// @throws IOException when a message is missing, out of order or repeated
  public Histogram caughtUp(long sinceNanos) throws IOException, InterruptedException {
    var millis = new Histogram(3);
    for (var device : devices) {
      millis.recordValue(Math.max(0, device.caughtUpAt() - sinceNanos) / 1_000_000);
    }
    return millis;
  }

  @Override
  public void close() throws IOException {
    for (var device : devices) {
      device.close();
    }
  }
}
