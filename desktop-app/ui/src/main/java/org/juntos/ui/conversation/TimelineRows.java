package org.juntos.ui.conversation;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Attachment;
import org.juntos.engine.model.AttachmentView;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.TimelineView;
import org.juntos.ui.attachment.AttachmentNodes;
import org.juntos.ui.control.Times;

/// Turns the entries of a timeline into rows: groups by author and time, separates days, marks
/// where the unread ones begin. An entry keeps its item from one view to the next.
final class TimelineRows {
  private static final Duration GROUP = Duration.ofMinutes(5);

  private final Times times;
  private Map<Long, EntryItem> items = Map.of();

  TimelineRows(Times times) {
    this.times = times;
  }

  List<Row> of(TimelineView view) {
    var rows = new ArrayList<Row>();
    var kept = new HashMap<Long, EntryItem>();
    var entries = view.entries();
    for (var i = 0; i < entries.size(); i++) {
      var entry = entries.get(i);
      var before = i == 0 ? null : entries.get(i - 1);
      var after = i == entries.size() - 1 ? null : entries.get(i + 1);
      var day = times.day(entry.sentAt());
      if (before == null || !day.equals(times.day(before.sentAt()))) {
        rows.add(new Row.Day(day));
      }
      if (startsUnread(view, before, entry)) {
        rows.add(new Row.Unread());
      }
      var first = startsUnread(view, before, entry) || !joins(before, entry);
      var last = after == null || startsUnread(view, entry, after) || !joins(entry, after);
      var item = item(entry, new EntryItem.Place(first, last));
      kept.put(entry.row(), item);
      rows.add(new Row.Entry(item));
    }
    items = kept;
    return rows;
  }

  private EntryItem item(EntryView entry, EntryItem.Place place) {
    var known = items.get(entry.row());
    if (known == null || !isDrawnAlike(known.entry().get(), entry)) {
      return new EntryItem(entry, place, times.now());
    }
    known.update(entry, place, times.now());
    return known;
  }

  /// Whether the cell that is there can show it. A file that is being prepared may turn out to be a
  /// picture; a message that was missing takes the place of the notice; words are drawn once.
  private static boolean isDrawnAlike(EntryView before, EntryView now) {
    return before.kind() == now.kind()
        && kinds(before).equals(kinds(now))
        && seen(before).equals(seen(now))
        && before.body().equals(now.body())
        && before.text().equals(now.text())
        && (before.card() == null) == (now.card() == null)
        && (now.kind() != EntryView.Kind.DELETED || before.marks().equals(now.marks()))
        && before.marks().edited() == now.marks().edited()
        && before.marks().handled().isAlike(now.marks().handled())
        && Objects.equals(before.marks().quote(), now.marks().quote());
  }

  private static List<Attachment.Kind> kinds(EntryView entry) {
    return entry.attachments().stream().map(AttachmentView::kind).toList();
  }

  private static List<Boolean> seen(EntryView entry) {
    return entry.attachments().stream()
        .map(file -> AttachmentNodes.isSeen(file, entry.outgoing()))
        .toList();
  }

  private static boolean startsUnread(
      TimelineView view, @Nullable EntryView before, EntryView entry) {
    return entry.row() > view.unreadAfterRow()
        && (before == null ? !view.olderExists() : before.row() <= view.unreadAfterRow());
  }

  private boolean joins(@Nullable EntryView before, EntryView entry) {
    return before != null
        && isWritten(before)
        && isWritten(entry)
        && before.author().equals(entry.author())
        && sameDay(before, entry)
        && Duration.between(before.sentAt(), entry.sentAt()).abs().compareTo(GROUP) <= 0;
  }

  private static boolean isWritten(EntryView entry) {
    return entry.kind() == EntryView.Kind.MESSAGE || entry.kind() == EntryView.Kind.DELETED;
  }

  private boolean sameDay(EntryView one, EntryView other) {
    LocalDate day = times.day(one.sentAt());
    return day.equals(times.day(other.sentAt()));
  }
}
