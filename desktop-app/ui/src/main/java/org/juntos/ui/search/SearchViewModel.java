package org.juntos.ui.search;

import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.model.Finding;
import org.juntos.engine.model.Finding.Answer;
import org.juntos.engine.model.Finding.Sought;
import org.juntos.engine.model.FoundView;
import org.juntos.ui.fx.EngineLink;

/// What is looked for, what was found, and at which of it the person is. One question is under way
/// at a time: what is typed meanwhile is asked after it.
public final class SearchViewModel implements AutoCloseable {
  private static final int PAGE = 50;
  private static final String EMPTY = "search-empty";

  private final EngineLink engine;
  private final ZoneId zone;
  private final @Nullable ConversationId within;
  private final StringProperty text = new SimpleStringProperty("");
  private final ObservableList<FoundView> results = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
  private final ReadOnlyIntegerWrapper current = new ReadOnlyIntegerWrapper(-1);
  private final AtomicInteger asked = new AtomicInteger();
  private final Subscription watch;
  private String next = Finding.NEWEST;
  private boolean busy;
  private boolean stale;

  /// Where a search is.
  public sealed interface State {
    /// Nothing was typed.
    record Idle() implements State {}

    /// The first page is looked for.
    record Searching() implements State {}

    /// @param total how many there are; -1 while they are counted
    /// @param slowly whether much has to be read because the index is still being made
    record Found(long total, boolean slowly) implements State {}

    /// There is no such message.
    record Nothing() implements State {}

    /// What was typed cannot be looked for.
    record Refused(Problem problem) implements State {}
  }

  /// @param within only this conversation; null for all
  public SearchViewModel(EngineLink engine, ZoneId zone, @Nullable ConversationId within) {
    this.engine = engine;
    this.zone = zone;
    this.within = within;
    watch = text.subscribe((_, _) -> look());
  }

  /// What is looked for, as typed.
  public StringProperty text() {
    return text;
  }

  /// Newest first.
  public ObservableList<FoundView> results() {
    return results;
  }

  /// Where it is.
  public ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /// The number of the result that the person is at; -1 for none.
  public ReadOnlyIntegerProperty current() {
    return current.getReadOnlyProperty();
  }

  /// Goes to a result.
  ///
  /// @return it; null when there is none
  public @Nullable FoundView goTo(int number) {
    if (results.isEmpty()) {
      return null;
    }
    current.set(Math.clamp(number, 0, results.size() - 1));
    if (current.get() >= results.size() - 3) {
      loadMore();
    }
    return results.get(current.get());
  }

  /// Goes to the next older (1) or newer (-1) one.
  public @Nullable FoundView step(int by) {
    return goTo(current.get() + by);
  }

  /// Adds a filter to what is typed.
  public void add(String filter) {
    var typed = text.get();
    text.set(typed.isBlank() || typed.endsWith(" ") ? typed + filter : typed + " " + filter);
  }

  /// Reads the next page, if there is one.
  public void loadMore() {
    if (!busy && !next.isEmpty() && state.get() instanceof State.Found) {
      ask(next);
    }
  }

  @Override
  public void close() {
    asked.incrementAndGet();
    watch.unsubscribe();
  }

  private void look() {
    asked.incrementAndGet();
    current.set(-1);
    stale = busy;
    if (text.get().isBlank()) {
      results.clear();
      state.set(new State.Idle());
    } else if (!busy) {
      if (results.isEmpty()) {
        state.set(new State.Searching());
      }
      ask(Finding.NEWEST);
    }
  }

  private void ask(String cursor) {
    busy = true;
    var sought = new Sought(text.get(), zone, within);
    var number = asked.get();
    engine.fetch(
        () -> engine.models().finding().find(sought, cursor, PAGE),
        answer -> answered(sought, cursor, number, answer));
  }

  private void answered(Sought sought, String cursor, int number, Answer answer) {
    busy = false;
    if (stale) {
      stale = false;
      look();
      return;
    }
    switch (answer) {
      case Answer.Found found -> show(sought, cursor, number, found);
      case Answer.Refused(var problem) -> {
        results.clear();
        state.set(problem.code().equals(EMPTY) ? new State.Idle() : new State.Refused(problem));
      }
    }
  }

  private void show(Sought sought, String cursor, int number, Answer.Found found) {
    next = found.next();
    if (!cursor.equals(Finding.NEWEST)) {
      results.addAll(found.messages());
      return;
    }
    results.setAll(found.messages());
    if (results.isEmpty()) {
      state.set(new State.Nothing());
    } else if (next.isEmpty()) {
      state.set(new State.Found(results.size(), found.unindexed() > 0));
    } else {
      state.set(new State.Found(-1, found.unindexed() > 0));
      count(sought, number, found.unindexed() > 0);
    }
  }

  private void count(Sought sought, int number, boolean slowly) {
    engine.fetch(
        () -> engine.models().finding().count(sought, () -> asked.get() == number),
        total -> {
          if (asked.get() == number) {
            state.set(new State.Found(total, slowly));
          }
        });
  }
}
