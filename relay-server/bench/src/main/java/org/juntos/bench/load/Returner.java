package org.juntos.bench.load;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.proto.RelayFrame;

/// A device that comes back whenever its stream breaks, as clients do: after a random part of a
/// limit that starts at one second and doubles up to two minutes, at least a tenth of it.
final class Returner implements AutoCloseable {
  private static final long FIRST_LIMIT = 1_000_000_000L;
  private static final int MOST_DOUBLINGS = 7;

  private final Target target;
  private final Account account;
  private final Inbox inbox;
  private final Meter meter;
  private @Nullable LightSocket socket;
  private volatile boolean closing;
  private volatile CountDownLatch caughtUp = new CountDownLatch(1);
  private volatile long caughtUpAt;
  private volatile @Nullable IOException wrong;

  Returner(Target target, Mailbox mailbox, Meter meter) {
    this.target = target;
    this.account = mailbox.account();
    this.inbox = new Inbox(mailbox.firstRequest(), mailbox.stride());
    this.meter = meter;
  }

  void run() {
    for (int failures = 0; !closing; failures++) {
      if (failures > 0) {
        pause(failures);
      }
      try (var opened = open()) {
        failures = 0;
        inbox.reopened();
        read(opened);
      } catch (IOException _) { // broken: it comes back; a missing message is noted in `wrong`
      }
    }
  }

  private LightSocket open() throws IOException {
    var opened = LightSocket.open(target, account.token());
    synchronized (this) {
      socket = opened;
    }
    return opened;
  }

  private void read(LightSocket opened) throws IOException {
    for (var frame = opened.receive(); frame != null; frame = opened.receive()) {
      take(RelayFrame.parseFrom(frame), opened);
    }
    throw new IOException("the server closed a stream");
  }

  private void take(RelayFrame frame, LightSocket opened) throws IOException {
    if (frame.getDeliveriesCount() > 0) {
      long before = inbox.messages();
      var acknowledgement = taken(frame);
      meter.delivered((int) (inbox.messages() - before));
      opened.send(acknowledgement);
    }
    if (frame.getQueueEmpty()) {
      caughtUpAt = System.nanoTime();
      caughtUp.countDown();
    }
  }

  private byte[] taken(RelayFrame frame) throws IOException {
    try {
      return inbox.take(frame);
    } catch (IOException e) {
      wrong = e;
      closing = true;
      caughtUp.countDown();
      throw e;
    }
  }

  private static void pause(int failures) {
    long limit = FIRST_LIMIT << Math.min(MOST_DOUBLINGS, failures - 1);
    LockSupport.parkNanos(limit / 10 + ThreadLocalRandom.current().nextLong(limit * 9 / 10));
  }

  /// Breaks the stream.
  synchronized void cut() throws IOException {
    if (socket != null) {
      socket.close();
    }
    caughtUp = new CountDownLatch(1);
  }

  /// Waits until it has a stream and an empty mailbox; when that was.
  ///
  /// @throws IOException when a message is missing, out of order or repeated
  long caughtUpAt() throws IOException, InterruptedException {
    caughtUp.await();
    var failed = wrong;
    if (failed != null) {
      throw failed;
    }
    return caughtUpAt;
  }

  @Override
  public synchronized void close() throws IOException {
    closing = true;
    if (socket != null) {
      socket.close();
    }
  }
}
