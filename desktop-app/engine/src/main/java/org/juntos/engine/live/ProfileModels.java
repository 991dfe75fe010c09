package org.juntos.engine.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.engine.model.ChangeView;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.Event;
import org.juntos.engine.model.Finding;
import org.juntos.engine.model.Handling;
import org.juntos.engine.model.MemberProgress;
import org.juntos.engine.model.StickerShelf;
import org.juntos.engine.model.Timeline;
import org.juntos.engine.model.VersionView;
import org.juntos.engine.time.RelayTime;
import org.juntos.store.Change;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.store.status.StoredStatus;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// The models of an open profile.
final class ProfileModels {
  private final Store store;
  private final ViewReader views;
  private final ConversationList list;
  private final StatusList statuses;
  private final RelayTime time;
  private final List<LiveTimeline> timelines = new CopyOnWriteArrayList<>();

  ProfileModels(
      Store store, ViewReader views, ConversationList list, StatusList statuses, RelayTime time) {
    this.statuses = statuses;
    this.time = time;
    this.store = store;
    this.views = views;
    this.list = list;
  }

  /// Reads everything; returns what is not done.
  Backlog readAll() {
    var backlog =
        store.read(txn -> {
          list.readAll(txn, views);
          list.readChoices(txn);
          statuses.read(txn, views.self().account(), time);
          return Backlog.of(txn);
        });
    list.publish();
    statuses.publish();
    return backlog;
  }

  Finding finding() {
    return new LiveFinding(store, views, list);
  }

  Handling handling() {
    return new LiveHandling(store, views);
  }

  StickerShelf stickers() {
    return new LiveStickers(store);
  }

  int unknownGroups() {
    return store.read(txn -> txn.groups().due().size());
  }

  Bytes picture(AccountId account) {
    return store.read(txn -> txn.profiles().picture(account));
  }

  int unsent() {
    return store.read(txn -> {
      var statuses = txn.statuses();
      return txn.outbox().size()
          + statuses.in(StoredStatus.State.WAITING).size()
          + statuses.uploads().size();
    });
  }

  Timeline timeline(ConversationId conversation) {
    long unreadAfter = store.read(txn -> unreadAfter(txn, conversation));
    var timeline = new LiveTimeline(conversation, new Pages(), unreadAfter, timelines::remove);
    timelines.add(timeline);
    timeline.loadOlder();
    return timeline;
  }

  List<EntryView> history(ConversationId conversation, long beforeRow, int limit) {
    return store.read(txn ->
        txn.history().before(conversation, beforeRow, limit).stream()
            .map(entry -> views.entry(txn, entry))
            .toList());
  }

  Map<Long, Long> late(ConversationId conversation, long after) {
    return store.read(txn -> txn.history().late(conversation, after));
  }

  @Nullable EntryView entry(MessageId message) {
    var found =
        store.read(txn -> {
          var entry = txn.history().find(message);
          return entry == null ? List.<EntryView>of() : List.of(views.entry(txn, entry));
        });
    return found.isEmpty() ? null : found.getFirst();
  }

  List<VersionView> versions(MessageId message) {
    return store.read(txn -> {
      var entry = txn.history().find(message);
      return entry == null ? List.of() : views.marks().versions(txn, entry);
    });
  }

  List<ChangeView> changes(long after, int limit) {
    return store.read(txn -> views.marks().changes(txn, after, limit));
  }

  List<MemberProgress> progress(MessageId message) {
    return store.read(txn -> views.progress(txn, message));
  }

  /// Reads again what commits changed, tells watchers, and returns the events that follow.
  Refreshed refresh(List<Change> changes) {
    var gathered = new Gathered();
    gathered.add(changes);
    var refreshed = store.read(txn -> read(txn, gathered));
    list.publish();
    statuses.publish();
    timelines.forEach(timeline -> show(timeline, gathered, refreshed));
    return refreshed;
  }

  private static void show(LiveTimeline timeline, Gathered gathered, Refreshed refreshed) {
    var left = gathered.removed.getOrDefault(timeline.conversation(), Set.of());
    var entries = refreshed.byConversation().getOrDefault(timeline.conversation(), List.of());
    if (!left.isEmpty() || !entries.isEmpty()) {
      timeline.apply(left, entries);
    }
  }

  private Refreshed read(Transaction txn, Gathered gathered) {
    var reading = new Reading(txn, gathered, new ArrayList<>(), new LinkedHashMap<>());
    gathered.gone.forEach(reading::gone);
    gathered.contacts.forEach(account -> reading.contact(views, list, account));
    gathered.entries.forEach((message, added) -> reading.entry(views, message, added));
    gathered.changes.forEach(number -> reading.change(views, number));
    gathered.transfers.forEach((message, moved) -> reading.transfers(views, message, moved));
    gathered.conversations.forEach(id -> list.readConversation(txn, views, id));
    if (gathered.statuses) {
      statuses.read(txn, views.self().account(), time);
    }
    if (gathered.choices) {
      list.readChoices(txn);
    }
    var backlog = gathered.backlog ? Backlog.of(txn) : null;
    return new Refreshed(backlog, List.copyOf(reading.events()), reading.byConversation());
  }

  private static long unreadAfter(Transaction txn, ConversationId conversation) {
    var summary = txn.history().conversation(conversation);
    return summary == null || summary.unread() == 0 ? Long.MAX_VALUE : summary.readRow();
  }

  /// Reads pages of timelines.
  private final class Pages implements LiveTimeline.PageReader {
    @Override
    public List<EntryView> before(ConversationId conversation, long row, int limit) {
      return history(conversation, row, limit);
    }

    @Override
    public List<EntryView> after(ConversationId conversation, long row, int limit) {
      return store.read(txn ->
          txn.history().after(conversation, row, limit).stream()
              .map(entry -> views.entry(txn, entry))
              .toList());
    }
  }

  /// What commits led to.
  ///
  /// @param backlog null when that is as before
  record Refreshed(
      @Nullable Backlog backlog,
      List<Event> events,
      Map<ConversationId, List<EntryView>> byConversation) {}
}
