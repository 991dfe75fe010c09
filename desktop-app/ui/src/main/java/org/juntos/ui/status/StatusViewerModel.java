package org.juntos.ui.status;

import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.juntos.content.MessageId;
import org.juntos.engine.model.StatusView;
import org.juntos.engine.model.StatusesView;
import org.juntos.wire.AccountId;

/// Which status is looked at: those of one author after another, the first that is new of each.
/// Statuses may go at any time; then the next takes their place.
final class StatusViewerModel implements AutoCloseable {
  private final StatusesViewModel statuses;
  private final ReadOnlyObjectWrapper<@Nullable Place> place = new ReadOnlyObjectWrapper<>();
  private final Subscription watch;
  private AccountId author;
  private int index;

  /// Where one is.
  ///
  /// @param of how many of this author there are
  record Place(StatusView status, int index, int of) {}

  StatusViewerModel(StatusesViewModel statuses, AccountId author) {
    this.statuses = statuses;
    this.author = author;
    index = firstNew(statuses.of(author));
    watch = statuses.view().subscribe(_ -> refresh());
  }

  private static int firstNew(List<StatusView> all) {
    for (int i = 0; i < all.size(); i++) {
      if (!all.get(i).viewed()) {
        return i;
      }
    }
    return 0;
  }

  /// Null when there is nothing more to look at.
  ReadOnlyObjectProperty<@Nullable Place> place() {
    return place.getReadOnlyProperty();
  }

  StatusesViewModel statuses() {
    return statuses;
  }

  /// The next one, also of the next author; null after the last.
  void next() {
    if (index + 1 < statuses.of(author).size()) {
      show(author, index + 1);
      return;
    }
    var after = neighbour(1);
    if (after == null) {
      place.set(null);
    } else {
      show(after, firstNew(statuses.of(after)));
    }
  }

  /// The one before, also of the author before.
  void previous() {
    if (index > 0) {
      show(author, index - 1);
      return;
    }
    var before = neighbour(-1);
    if (before != null) {
      show(before, statuses.of(before).size() - 1);
    }
  }

  /// Muted authors are only shown when they are asked for.
  private @Nullable AccountId neighbour(int step) {
    var now = statuses.view().get();
    if (now == null) {
      return null;
    }
    var order =
        now.others().stream()
            .filter(other -> !other.muted() || other.account().equals(author))
            .map(StatusesView.Author::account)
            .toList();
    int at = order.indexOf(author);
    int next = at + step;
    return at < 0 || next < 0 || next >= order.size() ? null : order.get(next);
  }

  private void show(AccountId of, int at) {
    author = of;
    index = at;
    refresh();
  }

  private void refresh() {
    var all = statuses.of(author);
    var before = place.get();
    if (before != null && !all.isEmpty()) {
      int same = indexOf(all, before.status().id());
      boolean moved = index != before.index() || !before.status().author().equals(author);
      index = same >= 0 && !moved ? same : index;
    }
    if (all.isEmpty()) {
      place.set(null);
      return;
    }
    index = Math.min(index, all.size() - 1);
    place.set(new Place(all.get(index), index, all.size()));
  }

  private static int indexOf(List<StatusView> all, MessageId id) {
    for (int i = 0; i < all.size(); i++) {
      if (Objects.equals(all.get(i).id(), id)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public void close() {
    watch.unsubscribe();
  }
}
