package org.juntos.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoalescedTest {
  private final ArrayDeque<Runnable> fx = new ArrayDeque<>();
  private final List<Integer> seen = new ArrayList<>();
  private final Coalesced<Integer> bridge = new Coalesced<>(fx::add, seen::add);

  @Test
  void hands_over_only_the_newest_of_what_came_while_nothing_was_drawn() {
    bridge.accept(1);
    bridge.accept(2);
    bridge.accept(3);

    assertEquals(1, fx.size());
    fx.remove().run();
    assertEquals(List.of(3), seen);
  }

  @Test
  void hands_over_what_comes_after_a_delivery() {
    bridge.accept(1);
    fx.remove().run();
    bridge.accept(2);
    fx.remove().run();

    assertEquals(List.of(1, 2), seen);
  }

  @Test
  void says_nothing_after_it_is_closed() {
    bridge.accept(1);
    bridge.close();
    fx.remove().run();

    assertEquals(List.of(), seen);
  }
}
