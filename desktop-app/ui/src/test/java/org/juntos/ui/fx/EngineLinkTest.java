package org.juntos.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.Event;
import org.juntos.ui.fake.FakeEngine;

class EngineLinkTest {
  private final FakeEngine engine = new FakeEngine();
  private final ArrayDeque<Runnable> background = new ArrayDeque<>();
  private final ArrayDeque<Runnable> fx = new ArrayDeque<>();
  private final EngineLink link = new EngineLink(engine, engine, fx::add, background::add);

  @Test
  void submits_in_the_background_and_answers_on_the_javafx_thread() {
    var outcomes = new ArrayList<Outcome>();
    link.submit(new Intent.Reconnect(), outcomes::add);

    assertTrue(engine.submitted.isEmpty());
    background.remove().run();
    assertTrue(outcomes.isEmpty());
    fx.remove().run();
    assertEquals(List.of(new Outcome.Done()), outcomes);
  }

  @Test
  void keeps_the_order_within_a_lane() {
    var lane = link.lane();
    link.submit(lane, new Intent.Rename("first"), _ -> {});
    link.submit(lane, new Intent.Rename("second"), _ -> {});

    assertEquals(1, background.size());
    background.remove().run();
    assertEquals(
        List.of(new Intent.Rename("first"), new Intent.Rename("second")), engine.submitted);
  }

  @Test
  void goes_on_with_a_lane_that_had_run_empty() {
    var lane = link.lane();
    link.submit(lane, new Intent.Rename("first"), _ -> {});
    background.remove().run();
    link.submit(lane, new Intent.Rename("second"), _ -> {});
    background.remove().run();

    assertEquals(2, engine.submitted.size());
  }

  @Test
  void turns_a_bug_of_the_engine_into_a_problem_that_can_be_shown() {
    var broken =
        new EngineLink(
            _ -> {
              throw new IllegalStateException("planted");
            },
            engine,
            Runnable::run,
            Runnable::run);
    var outcomes = new ArrayList<Outcome>();
    broken.submit(new Intent.Reconnect(), outcomes::add);

    var refused = assertInstanceOf(Outcome.Refused.class, outcomes.getFirst());
    assertEquals("internal", refused.problem().code());
  }

  @Test
  void delivers_every_event_in_order_until_closed() {
    var seen = new ArrayList<Event>();
    var watch = link.events(seen::add);
    engine.happen(new Event.CaughtUp());
    engine.happen(new Event.CaughtUp());
    fx.remove().run();
    watch.unsubscribe();
    fx.remove().run();

    assertEquals(1, seen.size());
  }

  @Test
  void stops_watching_when_the_subscription_ends() {
    var watch = link.watch(engine.session(), _ -> {});
    assertEquals(1, engine.session.watchers());
    watch.unsubscribe();
    assertEquals(0, engine.session.watchers());
  }
}
