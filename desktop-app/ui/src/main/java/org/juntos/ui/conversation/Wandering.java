package org.juntos.ui.conversation;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.juntos.content.MessageId;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.Timeline;
import org.juntos.engine.model.TimelineView;
import org.juntos.ui.fx.EngineLink;

/// Where in a long conversation the person is: pages are read as they get near, and a message that
/// they are led to is brought into the window first.
final class Wandering {
  private static final long NOWHERE = 0;

  private final EngineLink engine;
  private final ReadOnlyObjectWrapper<@Nullable Arrival> arrival = new ReadOnlyObjectWrapper<>();
  private @Nullable Timeline timeline;
  private @Nullable TimelineView view;
  private boolean loading;
  private long wanted = NOWHERE;

  Wandering(EngineLink engine) {
    this.engine = engine;
  }

  /// The person is led to a row; another object each time.
  static final class Arrival {
    private final long row;

    Arrival(long row) {
      this.row = row;
    }

    long row() {
      return row;
    }
  }

  /// Where the person was led last, once it is shown; null when nowhere yet.
  ReadOnlyObjectProperty<@Nullable Arrival> arrival() {
    return arrival.getReadOnlyProperty();
  }

  /// The timeline is there.
  void opened(Timeline opened) {
    timeline = opened;
    var row = wanted;
    if (row != NOWHERE) {
      load(open -> open.show(row));
    }
  }

  /// Its rows are shown.
  void changed(TimelineView now) {
    view = now;
    if (wanted != NOWHERE && has(now, wanted)) {
      arrive();
    }
  }

  boolean hasOlder() {
    return view != null && view.olderExists();
  }

  boolean hasNewer() {
    return view != null && view.newerExists();
  }

  void loadOlder() {
    if (hasOlder()) {
      load(Timeline::loadOlder);
    }
  }

  void loadNewer() {
    if (hasNewer()) {
      load(Timeline::loadNewer);
    }
  }

  /// Leads to a row, wherever it is.
  void jumpTo(long row) {
    wanted = row;
    var now = view;
    if (now != null && has(now, row)) {
      arrive();
    } else if (timeline != null) {
      engine.background(() -> show(row));
    }
  }

  /// Leads to a message, if it is here.
  void seek(MessageId message) {
    engine.<Optional<Long>>fetch(
        () -> Optional.ofNullable(engine.models().entry(message)).map(EntryView::row),
        row -> row.ifPresent(this::jumpTo));
  }

  /// Shows the newest entries again.
  void toNewest() {
    wanted = NOWHERE;
    if (hasNewer()) {
      engine.background(() -> show(Long.MAX_VALUE));
    }
  }

  private void show(long row) {
    var open = timeline;
    if (open != null) {
      open.show(row);
    }
  }

  private void arrive() {
    arrival.set(new Arrival(wanted));
    wanted = NOWHERE;
  }

  /// One page at a time.
  private void load(Consumer<Timeline> how) {
    var open = timeline;
    if (open != null && !loading) {
      loading = true;
      engine.fetch(
          () -> {
            how.accept(open);
            return true;
          },
          _ -> loading = false);
    }
  }

  private static boolean has(TimelineView view, long row) {
    return view.entries().stream().anyMatch(entry -> entry.row() == row);
  }
}
