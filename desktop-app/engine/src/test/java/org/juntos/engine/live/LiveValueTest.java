package org.juntos.engine.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LiveValueTest {
  private final LiveValue<Integer> value = new LiveValue<>(0);

  @Test
  void a_watcher_hears_the_present_value_and_each_other_one_until_it_is_closed() {
    var heard = new ArrayList<Integer>();
    try (var _ = value.watch(heard::add)) {
      value.set(1);
      value.set(1);
      value.update(old -> old + 1);
    }
    value.set(3);
    assertEquals(List.of(0, 1, 2), heard);
    assertEquals(3, value.value());
  }

  @Test
  void values_set_by_many_threads_are_heard_in_order() throws InterruptedException {
    var heard = new ArrayList<Integer>();
    try (var _ = value.watch(heard::add)) {
      var threads =
          IntStream.range(0, 8).mapToObj(_ -> Thread.ofVirtual().start(this::count)).toList();
      for (var thread : threads) {
        thread.join();
      }
    }
    assertEquals(IntStream.rangeClosed(0, 800).boxed().toList(), heard);
  }

  private void count() {
    for (int i = 0; i < 100; i++) {
      value.update(old -> old + 1);
    }
  }
}
