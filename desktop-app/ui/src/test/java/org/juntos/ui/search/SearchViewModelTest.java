package org.juntos.ui.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.model.Finding.Answer;
import org.juntos.engine.model.FoundView;
import org.juntos.ui.fake.FakeEngine;
import org.juntos.ui.fake.Samples;
import org.juntos.ui.fx.EngineLink;
import org.juntos.ui.search.SearchViewModel.State;

class SearchViewModelTest {
  private final FakeEngine engine = new FakeEngine();
  private final Queue<Runnable> background = new ArrayDeque<>();
  private final SearchViewModel model =
      new SearchViewModel(
          new EngineLink(engine, engine, Runnable::run, background::add), ZoneOffset.UTC, null);

  @Test
  void shows_a_page_at_once_and_counts_the_rest_after() {
    found(5);
    model.text().set("ferry");
    assertInstanceOf(State.Searching.class, model.state().get());
    run(1);
    assertEquals(new State.Found(-1, false), model.state().get());
    assertEquals(2, model.results().size());
    run(1);
    assertEquals(new State.Found(5, false), model.state().get());
  }

  @Test
  void what_is_typed_meanwhile_is_asked_after_and_nothing_in_between() {
    found(1);
    model.text().set("f");
    model.text().set("fe");
    model.text().set("ferry");
    runAll();
    assertEquals(List.of("f@", "ferry@"), engine.finding.asked);
    assertEquals(new State.Found(1, false), model.state().get());
  }

  @Test
  void walks_from_one_to_the_next_and_reads_on_in_time() {
    found(5);
    model.text().set("ferry");
    runAll();
    assertEquals(1, there(model.step(1)).entry().row());
    runAll();
    assertEquals(2, there(model.step(1)).entry().row());
    runAll();
    assertEquals(3, there(model.step(1)).entry().row());
    assertEquals(2, there(model.step(-1)).entry().row());
    assertEquals(2, there(model.goTo(1)).entry().row());
    model.goTo(99);
    runAll();
    assertEquals(5, model.results().size());
  }

  @Test
  void says_when_there_is_nothing_and_why_it_cannot_be_looked_for() {
    model.text().set("nowhere");
    runAll();
    assertInstanceOf(State.Nothing.class, model.state().get());
    assertNull(model.step(1));
    engine.finding.next =
        new Answer.Refused(Problem.local("search-date-invalid", "No.", "Write another."));
    model.text().set("on:never");
    runAll();
    assertEquals("No. Write another.", SearchWords.of(model.state().get(), 0));
  }

  @Test
  void a_filter_whose_value_is_still_missing_is_no_mistake() {
    engine.finding.next = new Answer.Refused(Problem.local("search-empty", "No.", ""));
    model.add("from:");
    runAll();
    assertInstanceOf(State.Idle.class, model.state().get());
    model.text().set("ferry");
    model.add("has:link");
    assertEquals("ferry has:link", model.text().get());
  }

  @Test
  void nothing_is_left_of_what_was_found_when_the_field_is_emptied() {
    found(3);
    model.text().set("ferry");
    runAll();
    model.step(1);
    model.text().set("  ");
    assertEquals(List.of(), model.results());
    assertEquals(-1, model.current().get());
    assertInstanceOf(State.Idle.class, model.state().get());
  }

  private void found(int messages) {
    for (var row = 1; row <= messages; row++) {
      var entry = Samples.theirs(row, Samples.NOON, "ferry " + row);
      engine.finding.all.add(
          new FoundView(
              Samples.ANA.conversation(),
              "Ana",
              entry,
              List.of(new FoundView.Mark(0, 5)),
              List.of(),
              List.of()));
    }
  }

  private void run(int steps) {
    for (var left = steps; left > 0; left--) {
      background.remove().run();
    }
  }

  private void runAll() {
    while (!background.isEmpty()) {
      background.remove().run();
    }
  }

  private static FoundView there(@Nullable FoundView found) {
    if (found == null) {
      throw new AssertionError("nothing");
    }
    return found;
  }
}
