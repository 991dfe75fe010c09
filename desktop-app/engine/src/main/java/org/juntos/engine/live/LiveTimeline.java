package org.juntos.engine.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.juntos.content.ConversationId;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.Live;
import org.juntos.engine.model.Timeline;
import org.juntos.engine.model.TimelineView;

/// A window on a conversation: the newest entries, or those around one that was asked for. What a
/// commit changed is put into its place; nothing else is read again.
final class LiveTimeline implements Timeline {
  static final int PAGE = 50;

  private final ReentrantLock lock = new ReentrantLock();
  private final List<EntryView> window = new ArrayList<>();
  private final ConversationId conversation;
  private final PageReader reader;
  private final LiveValue<TimelineView> view;
  private final Consumer<LiveTimeline> onClose;
  private boolean olderExists;
  private boolean newerExists;

  /// Shows nothing until [#loadOlder()] has read the first page.
  LiveTimeline(
      ConversationId conversation,
      PageReader reader,
      long unreadAfterRow,
      Consumer<LiveTimeline> onClose) {
    this.conversation = conversation;
    this.reader = reader;
    this.onClose = onClose;
    view = new LiveValue<>(new TimelineView(List.of(), false, false, unreadAfterRow));
  }

  ConversationId conversation() {
    return conversation;
  }

  @Override
  public Live<TimelineView> view() {
    return view;
  }

  @Override
  public void loadOlder() {
    lock.lock();
    try {
      addOlder(window.isEmpty() ? Long.MAX_VALUE : window.getFirst().row(), PAGE);
      publish();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void loadNewer() {
    lock.lock();
    try {
      if (newerExists) {
        addNewer(window.isEmpty() ? 0 : window.getLast().row(), PAGE);
        publish();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void show(long row) {
    lock.lock();
    try {
      window.clear();
      newerExists = false;
      addOlder(row, PAGE / 2);
      if (row < Long.MAX_VALUE) {
        addNewer(row - 1, PAGE / 2);
      }
      publish();
    } finally {
      lock.unlock();
    }
  }

  private void addOlder(long before, int count) {
    var page = reader.before(conversation, before, count + 1);
    olderExists = page.size() > count;
    window.addAll(0, olderExists ? page.subList(1, page.size()) : page);
  }

  private void addNewer(long after, int count) {
    var page = reader.after(conversation, after, count + 1);
    newerExists = page.size() > count;
    window.addAll(newerExists ? page.subList(0, count) : page);
  }

  /// Puts entries that a commit added or changed into their places.
  ///
  /// @param left rows that entries have left; another may be there now
  void apply(Set<Long> left, List<EntryView> changed) {
    lock.lock();
    try {
      window.removeIf(entry -> left.contains(entry.row()));
      changed.forEach(this::place);
      publish();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    onClose.accept(this);
  }

  private void place(EntryView entry) {
    int index = indexOf(entry.row());
    if (index >= 0) {
      window.set(index, entry);
    } else if ((~index > 0 || !olderExists) && (~index < window.size() || !newerExists)) {
      window.add(~index, entry);
    } // else it belongs to a page that has not been loaded
  }

  /// Where the row is; the complement of where it belongs when it is not there.
  private int indexOf(long row) {
    int low = 0;
    int high = window.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      long there = window.get(middle).row();
      if (there == row) {
        return middle;
      }
      if (there < row) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return ~low;
  }

  private void publish() {
    var entries = List.copyOf(window);
    view.update(old -> new TimelineView(entries, olderExists, newerExists, old.unreadAfterRow()));
  }

  /// Reads what lies beside a row, oldest first.
  interface PageReader {
    List<EntryView> before(ConversationId conversation, long row, int limit);

    List<EntryView> after(ConversationId conversation, long row, int limit);
  }
}
