package org.juntos.engine.time;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One virtual thread for each loop. A fault of ours ends a turn, not the loop: it is logged once,
/// told, and the loop goes on after a pause.
public final class VirtualLoops implements Loops {
  private static final Logger LOG = LoggerFactory.getLogger(VirtualLoops.class);
  private static final Duration PAUSE_AFTER_FAULT = Duration.ofSeconds(2);
  private static final Duration BETWEEN_INTERRUPTS = Duration.ofMillis(100);

  @Override
  public Running start(String name, Turn turn, Wakeup wakeup, FaultListener faults) {
    var loop = new Loop(name, turn, wakeup, faults);
    var thread = Thread.ofVirtual().name(name).start(loop);
    return () -> loop.end(thread);
  }

  /// One loop.
  private static final class Loop implements Runnable {
    private final String name;
    private final Turn turn;
    private final Wakeup wakeup;
    private final FaultListener faults;
    private volatile boolean ended;

    Loop(String name, Turn turn, Wakeup wakeup, FaultListener faults) {
      this.name = name;
      this.turn = turn;
      this.wakeup = wakeup;
      this.faults = faults;
    }

    @Override
    public void run() {
      try {
        while (!ended) {
          wakeup.await(once());
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt(); // closed: the thread ends here
      }
    }

    private Duration once() throws InterruptedException {
      try {
        return turn.turn();
      } catch (RuntimeException e) {
        if (ended) {
          throw new InterruptedException(name);
        }
        LOG.error("loop {} failed and goes on", name, e);
        faults.failed(name, e);
        return PAUSE_AFTER_FAULT;
      }
    }

    /// Interrupts until it has ended: whatever it calls may swallow an interrupt.
    void end(Thread thread) {
      ended = true;
      thread.interrupt();
      if (thread.equals(Thread.currentThread())) {
        return;
      }
      try {
        while (!thread.join(BETWEEN_INTERRUPTS)) {
          thread.interrupt();
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
