package org.juntos.engine.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.juntos.engine.model.Event;
import org.juntos.engine.time.Turn;
import org.juntos.engine.time.Wakeup;
import org.juntos.store.Change;

/// Carries commits to the models and events to their listeners, in commit order, on its own thread:
/// the database thread only queues. Commits that pile up are read together.
final class ModelFeed implements Turn {
  private static final int MOST_AT_ONCE = 1_000;

  private final Queue<News> news = new ConcurrentLinkedQueue<>();
  private final Wakeup wakeup;
  private final ProfileModels models;
  private final Consumer<Backlog> backlog;
  private final Listeners listeners;

  ModelFeed(Wakeup wakeup, ProfileModels models, Consumer<Backlog> backlog, Listeners listeners) {
    this.wakeup = wakeup;
    this.models = models;
    this.backlog = backlog;
    this.listeners = listeners;
  }

  /// On the database thread, after a commit.
  void committed(List<Change> changes) {
    add(new News.Committed(changes));
  }

  /// Tells an event after all commits so far.
  void tell(Event event) {
    add(new News.Told(event));
  }

  @Override
  public Duration turn() {
    var changes = new ArrayList<Change>();
    while (changes.size() < MOST_AT_ONCE && news.peek() instanceof News.Committed(var committed)) {
      news.remove();
      changes.addAll(committed);
    }
    if (!changes.isEmpty()) {
      refresh(changes);
    }
    while (news.peek() instanceof News.Told(var event)) {
      news.remove();
      listeners.publish(event);
    }
    return news.isEmpty() ? IDLE : AGAIN;
  }

  private void refresh(List<Change> changes) {
    var refreshed = models.refresh(changes);
    var now = refreshed.backlog();
    if (now != null) {
      backlog.accept(now);
    }
    refreshed.events().forEach(listeners::publish);
  }

  private void add(News next) {
    news.add(next);
    wakeup.wake();
  }

  /// What waits to be carried.
  private sealed interface News {
    record Committed(List<Change> changes) implements News {}

    record Told(Event event) implements News {}
  }
}
