package org.juntos.relay.push;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.juntos.relay.limit.Verdict;
import org.juntos.relay.push.PushSender.Pushed;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.ErrorCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Wakes devices for which something was stored while they had no stream. A push has no content,
/// and many messages make one push. Thread-safe.
public final class Pushes implements AutoCloseable {
  private static final int WORKERS = 32;
  private static final int MOST_TRIES = 6;
  private static final Duration FIRST_RETRY = Duration.ofSeconds(10);
  private static final Duration LONGEST_RETRY = Duration.ofHours(1);

  /// A device whose stream has ended mostly opens another one within this.
  static final Duration GRACE = Duration.ofSeconds(30);

  private static final Logger LOG = LoggerFactory.getLogger(Pushes.class);

  private final PushStore store;
  private final PushSenders senders;
  private final Absence absence;
  private final PushWatch watch;
  private final PushQueue queue;

  /// @param pause how long a device that was pushed to and does not come is left alone
  public Pushes(
      PushStore store,
      PushSenders senders,
      Absence absence,
      PushWatch watch,
      Duration pause,
      InstantSource clock) {
    this.store = store;
    this.senders = senders;
    this.absence = absence;
    this.watch = watch;
    this.queue = new PushQueue(pause, clock);
  }

  /// Whether there is a reason to wake a device.
  @FunctionalInterface
  public interface Absence {
    /// Whether `device` has no stream, and something waits for it.
    boolean isMissed(DeviceAddress device) throws IOException;
  }

  /// Begins to wake devices; those of a run before too, for what was stored then.
  public void start() throws IOException {
    if (senders.ways().isEmpty()) {
      return;
    }
    load();
    for (int i = 0; i < WORKERS; i++) {
      Thread.ofVirtual().name("relay-push-" + i).start(this::work);
    }
  }

  /// Takes up what was kept.
  void load() throws IOException {
    for (var device : store.all()) {
      queue.add(device);
      queue.left(device, GRACE);
    }
  }

  private void work() {
    try {
      for (var push = queue.await(); push != null; push = queue.await()) {
        wake(push);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Makes the push that is due; whether there was one.
  boolean turn() {
    var push = queue.poll();
    if (push != null) {
      wake(push);
    }
    return push != null;
  }

  private void wake(PushQueue.Due push) {
    try {
      var target = store.of(push.device());
      if (target == null) {
        queue.remove(push.device());
      } else if (absence.isMissed(push.device())) {
        settle(push, target, senders.push(target));
      } else {
        queue.idle(push);
      }
    } catch (IOException failed) {
      again(push, Duration.ZERO, failed.getClass().getSimpleName());
    } catch (RuntimeException bug) {
      LOG.error("event=push outcome=fault", bug);
      failed(push);
    }
  }

  private void settle(PushQueue.Due push, PushTarget target, Pushed pushed) throws IOException {
    switch (pushed) {
      case Pushed.Taken() -> {
        queue.done(push);
        watch.sent();
      }
      case Pushed.Gone() -> {
        store.clear(push.device(), target);
        if (store.of(push.device()) == null) {
          queue.remove(push.device());
        }
        watch.dropped();
        LOG.info("event=push outcome=dropped way={}", target.way().text());
      }
      case Pushed.Later(var after) -> again(push, after, "told to wait");
      case Pushed.Refused(var why) -> {
        LOG.warn("event=push outcome=refused way={} why={}", target.way().text(), why);
        failed(push);
      }
    }
  }

  private void again(PushQueue.Due push, Duration asked, String why) {
    if (push.tries() + 1 >= MOST_TRIES) {
      LOG.warn("event=push outcome=failed tries={} why={}", MOST_TRIES, why);
      failed(push);
      return;
    }
    var usual = FIRST_RETRY.multipliedBy(1L << push.tries());
    var wait = asked.compareTo(usual) > 0 ? asked : usual;
    queue.again(push, wait.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : wait);
  }

  private void failed(PushQueue.Due push) {
    queue.done(push);
    watch.failed();
  }

  /// The ways in which devices can be woken.
  public Set<PushWay> ways() {
    return senders.ways();
  }

  /// Wakes `device` at `target` from now on.
  public Verdict<PushTarget> set(DeviceAddress device, PushTarget target) throws IOException {
    if (!store.set(device, target)) {
      return Verdict.refused(ErrorCode.NOT_FOUND, "There is no such device.");
    }
    queue.remove(device);
    queue.add(device);
    return Verdict.granted(target);
  }

  /// Wakes `device` nowhere from now on.
  public void clear(DeviceAddress device) throws IOException {
    queue.remove(device);
    store.clear(device);
  }

  /// Something was stored for `device`, which has no stream. Returns at once.
  public void stored(DeviceAddress device) {
    queue.stored(device);
  }

  /// `device` has a stream. Returns at once.
  public void connected(DeviceAddress device) {
    queue.connected(device);
  }

  /// The stream of `device` has ended; what it has not acknowledged may be left. Returns at once.
  public void left(DeviceAddress device) {
    queue.left(device, GRACE);
  }

  /// Forgets an account that is gone.
  public void forget(AccountId account) {
    queue.removeIf(device -> device.account().equals(account));
  }

  @Override
  public void close() {
    queue.close();
    senders.close();
  }
}
