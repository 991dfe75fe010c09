package org.juntos.ui.conversation;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.juntos.engine.model.EntryView;

/// The messages that the person has chosen to do something with all of them at once, in the order
/// in which they stand.
public final class Selection {
  private final ReadOnlyObjectWrapper<SortedMap<Long, EntryView>> chosen =
      new ReadOnlyObjectWrapper<>(Collections.emptySortedMap());

  /// By row.
  ReadOnlyObjectProperty<SortedMap<Long, EntryView>> chosen() {
    return chosen.getReadOnlyProperty();
  }

  /// Whether messages are being chosen.
  boolean isActive() {
    return !chosen.get().isEmpty();
  }

  boolean has(EntryView entry) {
    return chosen.get().containsKey(entry.row());
  }

  List<EntryView> entries() {
    return List.copyOf(chosen.get().values());
  }

  /// Chooses a message, or does not any more.
  void toggle(EntryView entry) {
    var now = new TreeMap<>(chosen.get());
    if (now.remove(entry.row()) == null) {
      now.put(entry.row(), entry);
    }
    chosen.set(now);
  }

  /// Chooses a message, too.
  void add(EntryView entry) {
    if (!has(entry)) {
      toggle(entry);
    }
  }

  /// What is there now of what was chosen: some may have been deleted meanwhile.
  void keep(List<EntryView> present) {
    if (!isActive()) {
      return;
    }
    var now = new TreeMap<>(chosen.get());
    var first = present.isEmpty() ? Long.MAX_VALUE : present.getFirst().row();
    var last = present.isEmpty() ? Long.MIN_VALUE : present.getLast().row();
    now.keySet().removeIf(row -> row >= first && row <= last);
    present.stream()
        .filter(entry -> entry.kind() == EntryView.Kind.MESSAGE && has(entry))
        .forEach(entry -> now.put(entry.row(), entry));
    chosen.set(now);
  }

  /// Chooses none.
  ///
  /// @return whether any was chosen
  boolean clear() {
    var any = isActive();
    chosen.set(Collections.emptySortedMap());
    return any;
  }
}
