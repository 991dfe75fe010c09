package org.juntos.ui.conversation;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.juntos.content.Attachment;
import org.juntos.engine.model.AttachmentView;
import org.juntos.engine.model.EntryView;
import org.juntos.ui.attachment.AttachmentItem;

/// An entry that keeps its identity while what it says of itself (ticks, transfers) changes.
final class EntryItem {
  private final ReadOnlyObjectWrapper<EntryView> entry;
  private final ReadOnlyObjectWrapper<Place> place;
  private final List<AttachmentItem> attachments;
  private final BooleanProperty pointedAt = new SimpleBooleanProperty();

  EntryItem(EntryView entry, Place place, Instant now) {
    this.entry = new ReadOnlyObjectWrapper<>(entry);
    this.place = new ReadOnlyObjectWrapper<>(place);
    attachments = entry.attachments().stream().map(file -> new AttachmentItem(file, now)).toList();
    markHeard(entry);
  }

  private void markHeard(EntryView now) {
    attachments.forEach(one -> one.unheard(isUnheard(now, one.view().get())));
  }

  /// Whether it is a voice message that waits to be played.
  static boolean isUnheard(EntryView entry, AttachmentView file) {
    return file.kind() == Attachment.Kind.VOICE
        && !entry.outgoing()
        && !entry.marks().handled().played();
  }

  /// Where it stands among the messages of its author.
  ///
  /// @param first whether it begins a group
  /// @param last whether it ends a group
  record Place(boolean first, boolean last) {}

  ReadOnlyObjectProperty<EntryView> entry() {
    return entry.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Place> place() {
    return place.getReadOnlyProperty();
  }

  /// Whether the person was just led here.
  BooleanProperty pointedAt() {
    return pointedAt;
  }

  List<AttachmentItem> attachments() {
    return attachments;
  }

  void update(EntryView changed, Place placeNow, Instant now) {
    entry.set(changed);
    place.set(placeNow);
    var views = changed.attachments();
    IntStream.range(0, Math.min(views.size(), attachments.size()))
        .forEach(i -> attachments.get(i).update(views.get(i), now));
    markHeard(changed);
  }
}
