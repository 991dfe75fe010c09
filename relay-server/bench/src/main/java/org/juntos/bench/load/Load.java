package org.juntos.bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.WireLimits;

/// Pairs of devices, one sending to the other, over sockets that stay open.
public final class Load implements AutoCloseable {
  private final Meter meter;
  private final List<Sender> senders = new ArrayList<>();
  private final List<LightSocket> sockets = new ArrayList<>();
  private final AtomicReference<@Nullable IOException> failure = new AtomicReference<>();
  private volatile boolean stopped;
  private volatile boolean closing;

  /// Nothing is open yet.
  public Load(Meter meter) {
    this.meter = meter;
  }

  /// Opens the streams of a pair.
  public void pair(Target target, Account from, Account to, boolean closedLoop) throws IOException {
    receiver(target, to);
    sender(target, from, List.of(to), closedLoop, Long.MAX_VALUE);
  }

  /// Opens a stream that acknowledges what it gets.
  public void receiver(Target target, Account account) throws IOException {
    start(new Receiver(LightSocket.open(target, account.token()), meter));
  }

  /// Opens a stream that sends to `to` in turn, `most` messages at most: without a name where they
  /// have access keys.
  public void sender(Target target, Account from, List<Account> to, boolean closedLoop, long most)
      throws IOException {
    var socket =
        to.getFirst().accessKey().isEmpty()
            ? LightSocket.open(target, from.token())
            : LightSocket.anonymous(target);
    var sender = new Sender(socket, to, meter, closedLoop, most, senders.size());
    start(sender);
    senders.add(sender);
  }

  /// Opens a stream on which nothing happens but pings.
  public void idle(Target target, Account account) throws IOException {
    var socket = LightSocket.open(target, account.token());
    start(new Receiver(socket, meter));
    Thread.ofVirtual().start(() -> ping(socket));
  }

  private void ping(LightSocket socket) {
    try {
      while (!closing) {
        LockSupport.parkNanos(WireLimits.KEEP_ALIVE.toNanos());
        socket.ping();
      }
    } catch (IOException e) {
      failed(e);
    }
  }

  private void start(Device device) {
    sockets.add(device.socket());
    Thread.ofVirtual().start(() -> run(device));
  }

  private void run(Device device) {
    try {
      device.run();
      failed(new IOException("the server closed a stream"));
    } catch (IOException e) {
      failed(e);
    }
  }

  private void failed(IOException why) {
    if (!closing) {
      failure.compareAndSet(null, why);
    }
  }

  /// Starts closed loops with `window` messages of each pair on their way.
  public void startClosed(int window) throws IOException {
    for (var sender : senders) {
      sender.send(window, System.nanoTime());
    }
  }

  /// Sends `perSecond` messages in all, spread evenly over time and pairs, until `untilNanos`.
  /// Whoever is late sends what is due; latencies count from when it was due.
  public void sendOpen(int perSecond, long untilNanos) throws IOException {
    long begun = System.nanoTime();
    for (long count = 0; ; count++) {
      long due = begun + count * 1_000_000_000L / perSecond;
      if (stopped || due - untilNanos >= 0) {
        return;
      }
      for (long early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
        LockSupport.parkNanos(early);
      }
      senders.get((int) (count % senders.size())).send(1, due);
      check();
    }
  }

  /// Lets each sender send so many messages in all.
  public void allow(long messagesEach) {
    senders.forEach(sender -> sender.allow(messagesEach));
  }

  /// Waits until so many messages have been accepted.
  ///
  /// @throws IOException when a stream broke or a message was refused
  public void awaitAccepted(long messages) throws IOException {
    while (meter.acceptedSoFar() < messages) {
      LockSupport.parkNanos(1_000_000);
      check();
      if (meter.refusedSoFar() > 0) {
        throw new IOException("a message was not accepted");
      }
    }
  }

  /// Nothing more is sent.
  public void stop() {
    stopped = true;
    senders.forEach(Sender::stop);
  }

  /// Waits until everything that was accepted has come out, after [#stop].
  ///
  /// @throws IOException when it does not in time, a stream broke or a message was refused
  public void drain(Duration patience) throws IOException {
    long until = System.nanoTime() + patience.toNanos();
    long settled = 0;
    while (settled != meter.acceptedSoFar() || meter.deliveredSoFar() < settled) {
      if (System.nanoTime() - until > 0) {
        throw new IOException(
            meter.acceptedSoFar() + " accepted, only " + meter.deliveredSoFar() + " delivered");
      }
      settled = meter.acceptedSoFar();
      LockSupport.parkNanos(200_000_000);
      check();
    }
    if (meter.refusedSoFar() > 0) {
      throw new IOException(
          meter.refusedSoFar() + " messages were not accepted, " + meter.firstRefusal());
    }
  }

  /// @throws IOException when a stream broke
  public void check() throws IOException {
    var why = failure.get();
    if (why != null) {
      throw new IOException("a stream broke: " + why.getMessage(), why);
    }
  }

  @Override
  public void close() throws IOException {
    closing = true;
    for (var socket : sockets) {
      socket.close();
    }
  }
}
