package org.juntos.engine.time;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One virtual thread for each loop. A fault of ours ends a turn, not the loop: it is logged once,
/// told, and the loop goes on after a pause.
public final class VirtualLoops implements Loops {
  private static final Logger LOG = LoggerFactory.getLogger(VirtualLoops.class);
  private static final Duration PAUSE_AFTER_FAULT = Duration.ofSeconds(2);

  @Override
  public Running start(String name, Turn turn, Wakeup wakeup, FaultListener faults) {
    var thread =
        Thread.ofVirtual().name(name).start(() -> run(wakeup, () -> once(name, turn, faults)));
    return () -> end(thread);
  }

  private static void run(Wakeup wakeup, Turn turn) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        wakeup.await(turn.turn());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // closed: the thread ends here
    }
  }

  private static Duration once(String name, Turn turn, FaultListener faults)
      throws InterruptedException {
    try {
      return turn.turn();
    } catch (RuntimeException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedException(name);
      }
      LOG.error("loop {} failed and goes on", name, e);
      faults.failed(name, e);
      return PAUSE_AFTER_FAULT;
    }
  }

  private static void end(Thread thread) {
    thread.interrupt();
    if (thread.equals(Thread.currentThread())) {
      return;
    }
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
