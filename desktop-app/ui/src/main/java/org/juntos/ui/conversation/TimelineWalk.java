package org.juntos.ui.conversation;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import org.jspecify.annotations.Nullable;
import org.juntos.content.MessageId;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.Timeline;
import org.juntos.engine.model.TimelineView;
import org.juntos.ui.fx.EngineLink;

/// Moves about in the history of a conversation: page by page, to the newest, to a message however
/// far back it is. One step at a time.
final class TimelineWalk {
  private final EngineLink engine;
  private final ReadOnlyLongWrapper sought = new ReadOnlyLongWrapper();
  private @Nullable Timeline timeline;
  private @Nullable TimelineView view;
  private boolean walking;
  private long wanted;

  TimelineWalk(EngineLink engine) {
    this.engine = engine;
  }

  void opened(Timeline opened) {
    timeline = opened;
  }

  /// The window shows this; the rows follow.
  void changed(TimelineView now) {
    view = now;
  }

  boolean hasOlder() {
    return view != null && view.olderExists();
  }

  boolean hasNewer() {
    return view != null && view.newerExists();
  }

  void loadOlder() {
    if (hasOlder()) {
      walk(Timeline::loadOlder);
    }
  }

  void loadNewer() {
    if (hasNewer()) {
      walk(Timeline::loadNewer);
    }
  }

  /// Shows the newest entries again.
  void toEnd() {
    var open = timeline;
    if (open != null && hasNewer()) {
      engine.background(() -> open.show(Long.MAX_VALUE));
    }
  }

  /// The row of the message that the person wants to be led to, once it is there; 0 for none.
  ReadOnlyLongProperty sought() {
    return sought.getReadOnlyProperty();
  }

  /// Leads to a message.
  void seek(MessageId message) {
    var open = timeline;
    if (open != null) {
      engine.fetch(
          () -> found(open, engine.models().entry(message)),
          row -> {
            wanted = row;
            settle();
          });
    }
  }

  /// The person is where they wanted to be.
  void reached() {
    sought.set(0);
  }

  /// Its row; 0 when it is not here. The window is moved to it when it does not show it.
  private static long found(Timeline open, @Nullable EntryView entry) {
    if (entry == null) {
      return 0;
    }
    if (!shows(open.view().value(), entry.row())) {
      open.show(entry.row());
    }
    return entry.row();
  }

  /// The rows are as the window is.
  void settle() {
    if (wanted != 0 && view != null && shows(view, wanted)) {
      sought.set(wanted);
      wanted = 0;
    }
  }

  private static boolean shows(TimelineView view, long row) {
    return view.entries().stream().anyMatch(entry -> entry.row() == row);
  }

  private void walk(Consumer<Timeline> step) {
    var open = timeline;
    if (open != null && !walking) {
      walking = true;
      engine.fetch(
          () -> {
            step.accept(open);
            return true;
          },
          _ -> walking = false);
    }
  }
}
