package org.juntos.engine.live;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Content;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.engine.conversation.Scheduling;
import org.juntos.engine.conversation.Speaking;
import org.juntos.engine.model.DetailsView;
import org.juntos.engine.model.DeviceProgress;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.FoundView;
import org.juntos.engine.model.Handling;
import org.juntos.engine.model.MemberProgress;
import org.juntos.engine.model.RecordingView;
import org.juntos.engine.model.ScheduledView;
import org.juntos.engine.problem.Problems;
import org.juntos.media.FileNames;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.store.draft.Scheduled;
import org.juntos.store.history.Entry;

/// Reads what is kept in mind of messages, and what leaves later.
final class LiveHandling implements Handling {
  private final Store store;
  private final ViewReader views;

  LiveHandling(Store store, ViewReader views) {
    this.store = store;
    this.views = views;
  }

  @Override
  public List<FoundView> starred(int skip, int limit) {
    return store.read(txn ->
        txn.handling().starred(skip, limit).stream()
            .map(entry ->
                new FoundView(
                    entry.conversation(),
                    where(txn, entry.conversation()),
                    views.entry(txn, entry),
                    List.of(),
                    entry.attachments().stream().map(_ -> List.<FoundView.Mark>of()).toList(),
                    List.of()))
            .toList());
  }

  private String where(Transaction txn, ConversationId conversation) {
    var summary = txn.history().conversation(conversation);
    return summary == null ? "" : views.conversation(txn, summary).contact().name();
  }

  @Override
  public List<ScheduledView> scheduled() {
    return store.read(
        txn -> txn.schedule().all().stream().map(one -> scheduled(txn, one)).toList());
  }

  private ScheduledView scheduled(Transaction txn, Scheduled one) {
    var message = Scheduling.message(one);
    var code = one.failure();
    return new ScheduledView(
        one.id(),
        one.conversation(),
        where(txn, one.conversation()),
        message == null ? "" : message.body(),
        message == null ? List.of() : names(message),
        message != null && message.manner().silent(),
        one.dueAt(),
        code.isEmpty() ? null : new EntryView.Failure(code, Problems.failureSentence(code)));
  }

  private static List<String> names(Content.Message message) {
    return message.attachments().stream().map(one -> FileNames.safe(one.fileName())).toList();
  }

  @Override
  public @Nullable RecordingView recording(ConversationId conversation) {
    var found =
        store.read(txn -> {
          var known = txn.recordings().find(conversation);
          return known == null
              ? List.<RecordingView>of()
              : List.of(Speaking.view(txn, conversation, known));
        });
    return found.isEmpty() ? null : found.getFirst();
  }

  @Override
  public @Nullable DetailsView details(MessageId message) {
    var found =
        store.read(txn -> {
          var entry = txn.history().find(message);
          return entry == null ? List.<DetailsView>of() : List.of(details(txn, entry));
        });
    return found.isEmpty() ? null : found.getFirst();
  }

  private DetailsView details(Transaction txn, Entry entry) {
    return new DetailsView(
        entry.conversation(),
        where(txn, entry.conversation()),
        views.entry(txn, entry),
        entry.storedAt(),
        entry.author().device(),
        entry.outgoing() ? deviceName(txn, entry.author().device()) : "",
        entry.outgoing() ? members(txn, entry) : List.of(),
        views.marks().versions(txn, entry));
  }

  private static String deviceName(Transaction txn, int device) {
    return txn.devices().all().stream()
        .filter(one -> one.device() == device)
        .map(one -> one.name())
        .findFirst()
        .orElse("");
  }

  private List<MemberProgress> members(Transaction txn, Entry entry) {
    var devices =
        txn.deviceDeliveries().of(entry.id()).stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.device().account(),
                    Collectors.mapping(
                        one ->
                            new DeviceProgress(one.device().device(), one.delivered(), one.seen()),
                        Collectors.toList())));
    return people(txn, entry).stream()
        .map(one -> one.with(devices.getOrDefault(one.account(), List.of())))
        .toList();
  }

  private List<MemberProgress> people(Transaction txn, Entry entry) {
    var summary = txn.history().conversation(entry.conversation());
    var peer = summary == null ? null : summary.peer();
    return peer == null || peer.equals(views.self().account())
        ? views.progress(txn, entry.id())
        : List.of(
            new MemberProgress(
                peer,
                views.name(txn, peer),
                entry.delivery().delivered(),
                entry.delivery().seen()));
  }
}
