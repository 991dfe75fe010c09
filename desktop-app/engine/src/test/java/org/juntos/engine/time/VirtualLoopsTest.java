package org.juntos.engine.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class VirtualLoopsTest {
  private final Loops loops = new VirtualLoops();
  private final Wakeup wakeup = new Wakeup();

  @Test
  void a_wake_during_a_turn_is_not_lost() throws InterruptedException {
    var turns = new CountDownLatch(2);
    Turn turn =
        () -> {
          turns.countDown();
          if (turns.getCount() == 1) {
            wakeup.wake();
          }
          return Turn.IDLE;
        };
    try (var _ = loops.start("test", turn, wakeup, (_, _) -> {})) {
      assertTrue(turns.await(10, TimeUnit.SECONDS));
    }
    assertFalse(wakeup.isPending());
  }

  @Test
  void a_fault_is_told_and_the_loop_goes_on() throws InterruptedException {
    var faults = new ArrayBlockingQueue<String>(10);
    var turns = new CountDownLatch(2);
    Turn turn =
        () -> {
          turns.countDown();
          if (turns.getCount() == 1) {
            wakeup.wake(); // do not wait for the pause
            throw new IllegalStateException("on purpose");
          }
          return Turn.IDLE;
        };
    try (var _ =
        loops.start("test", turn, wakeup, (name, fault) -> faults.add(name + fault.getMessage()))) {
      assertTrue(turns.await(10, TimeUnit.SECONDS));
      assertEquals("test" + "on purpose", faults.poll(10, TimeUnit.SECONDS));
    }
  }

  @Test
  void a_loop_ends_also_when_its_turn_swallows_interrupts() throws InterruptedException {
    var begun = new CountDownLatch(1);
    Turn deaf =
        () -> {
          begun.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException _) {
            return Duration.ofDays(1); // as a library might
          }
          return Turn.IDLE;
        };
    var running = loops.start("deaf", deaf, wakeup, (_, _) -> {});
    assertTrue(begun.await(10, TimeUnit.SECONDS));
    running.close();
  }
}
