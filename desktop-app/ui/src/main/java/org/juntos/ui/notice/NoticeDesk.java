package org.juntos.ui.notice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.content.NoticeSound;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.model.ChangeView;
import org.juntos.engine.model.ConnectionView;
import org.juntos.engine.model.ConversationView;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.Event;
import org.juntos.ui.control.Times;
import org.juntos.ui.fx.EngineLink;
import org.juntos.ui.platform.notifier.Notifier.Answer;

/// Tells the person what comes in, one notice a conversation, and takes it back when it was seen,
/// here or on another device. What waited while nobody was there becomes one notice when it is
/// much. On the JavaFX thread.
public final class NoticeDesk implements AutoCloseable {
  /// Of all that waited. Its key is that of no conversation.
  private static final String SUMMARY = "summary";

  /// As many are told one by one.
  private static final int FEW = 3;

  private final EngineLink engine;
  private final Announcer announcer;
  private final NoticeSettings settings;
  private final Times times;
  private final Doors doors;
  private final PeopleNotices people;
  private final Map<ConversationId, List<EntryView>> told = new HashMap<>();
  private final Set<ConversationId> shown = new HashSet<>();
  private final Map<ConversationId, List<EntryView>> waited = new LinkedHashMap<>();
  private final Subscription watches;
  private Map<ConversationId, ConversationView> conversations = Map.of();
  private boolean behind;
  private boolean summed;

  /// What it needs of the window.
  ///
  /// @param looking the conversation that the person looks at; null for none
  /// @param open shows a conversation, or with null just the window
  /// @param complain told what went wrong
  public record Doors(
      Supplier<@Nullable ConversationId> looking,
      Consumer<@Nullable ConversationId> open,
      Consumer<Problem> complain) {}

  /// Watches until closed.
  ///
  /// @param announcer closed with it
  public NoticeDesk(
      EngineLink engine, Announcer announcer, NoticeSettings settings, Times times, Doors doors) {
    this.engine = engine;
    this.announcer = announcer;
    this.settings = settings;
    this.times = times;
    this.doors = doors;
    behind = !engine.models().connection().value().caughtUp();
    people = new PeopleNotices(engine, announcer, settings, this::isAllowed, doors, behind);
    watches =
        engine
            .watch(engine.models().conversations(), this::listed)
            .and(engine.watch(engine.models().connection(), this::connected))
            .and(engine.events(this::happened));
  }

  @Override
  public void close() {
    watches.unsubscribe();
    told.clear();
    announcer.close();
  }

  /// Shows at the program's icon how many messages wait.
  public void showCount(int waiting) {
    announcer.showCount(waiting);
  }

  /// The person has opened a conversation.
  public void lookedAt(ConversationId conversation) {
    people.lookedAt(conversation);
  }

  private void connected(ConnectionView view) {
    if (!(view.state() instanceof ConnectionView.State.Online)) {
      behind = true;
      people.await(true);
    }
  }

  private void happened(Event event) {
    switch (event) {
      case Event.MessageReceived(var conversation, var entry) -> received(conversation, entry);
      case Event.CaughtUp() -> caughtUp();
      case Event.MessageChanged(var change) -> { // what is done to a message is not told
        if (change.kind() == ChangeView.Kind.DELETION) {
          gone(change.conversation(), Set.of(change.message()));
        }
      }
      case Event.MessagesRemoved(var conversation, var messages) -> gone(conversation, messages);
      case Event.ContactChanged(_, var contact) -> people.changed(contact);
      case Event.MessageProgressed _,
          Event.TransferMoved _,
          Event.DevicesChanged _,
          Event.Trouble _ -> {}
    }
  }

  private void received(ConversationId id, EntryView entry) {
    if (behind) {
      waited.computeIfAbsent(id, _ -> new ArrayList<>()).add(entry);
    } else if (isTold(id, entry)) {
      told.computeIfAbsent(id, _ -> new ArrayList<>()).add(entry);
      show(id);
    }
  }

  /// What was deleted, or has vanished, is not to be read in a notice.
  private void gone(ConversationId id, Set<MessageId> messages) {
    var still = waited.get(id);
    if (still != null) {
      still.removeIf(entry -> messages.contains(entry.id()));
    }
    var entries = told.get(id);
    if (entries != null && entries.removeIf(entry -> messages.contains(entry.id()))) {
      showAgain(id, entries);
    }
  }

  /// With fewer messages than before.
  private void showAgain(ConversationId id, List<EntryView> entries) {
    if (entries.isEmpty()) {
      forget(id);
    } else if (shown.contains(id)) {
      show(id, entries, true);
    }
  }

  private boolean isTold(ConversationId id, EntryView entry) {
    var view = view(id);
    if (view == null) {
      return false;
    }
    var arrival =
        new NoticeRules.Arrival(
            id,
            view.contact().standing(),
            view.chosen(),
            entry.outgoing(),
            view.unread() == 0,
            isAddressed(entry),
            entry.silent());
    return NoticeRules.judge(arrival, circumstances()) == NoticeRules.Why.TOLD;
  }

  private static boolean isAddressed(EntryView entry) {
    var quote = entry.marks().quote();
    return entry.text().namesReader() || (quote != null && quote.own());
  }

  /// Whether anything is told now that is not said in a conversation.
  private boolean isAllowed() {
    return settings.isOn()
        && !engine.models().personal().value().quiet().isQuiet(times.now(), times.zone());
  }

  private NoticeRules.Circumstances circumstances() {
    return new NoticeRules.Circumstances(
        times.now(),
        times.zone(),
        engine.models().personal().value().quiet(),
        settings.isOn(),
        doors.looking().get());
  }

  /// The list is published before events; what this window was shown of it may be older.
  private @Nullable ConversationView view(ConversationId id) {
    return engine.models().conversations().value().stream()
        .filter(view -> view.id().equals(id))
        .findFirst()
        .orElse(conversations.get(id));
  }

  /// What waited is here. What was seen on another device meanwhile is not told.
  private void caughtUp() {
    behind = false;
    waited.forEach((id, entries) -> {
      var news = entries.stream().filter(entry -> isTold(id, entry)).toList();
      if (!news.isEmpty()) {
        told.computeIfAbsent(id, _ -> new ArrayList<>()).addAll(news);
      }
    });
    var fresh = waited.keySet().stream().filter(told::containsKey).toList();
    int messages = fresh.stream().mapToInt(id -> told.getOrDefault(id, List.of()).size()).sum();
    waited.clear();
    if (messages > FEW) {
      summed = true;
      announcer.show(
          NoticeText.summary(SUMMARY, messages, fresh.size(), NoticeSound.USUAL),
          _ -> answer(() -> open(null)));
    } else {
      fresh.forEach(this::show);
    }
    people.await(false);
    announcer.prepare();
  }

  private void show(ConversationId id) {
    var entries = told.get(id);
    if (entries != null) {
      show(id, entries, false);
    }
  }

  private void show(ConversationId id, List<EntryView> entries, boolean silently) {
    var view = view(id);
    if (view != null) {
      var sound = silently ? NoticeSound.SILENT : view.chosen().sound();
      var notice = NoticeText.of(view, entries, settings.shown(), sound);
      var last = entries.getLast();
      shown.add(id);
      announcer.show(notice, answer -> answer(() -> answered(id, last, answer)));
    }
  }

  private void answer(Runnable deed) {
    engine.onFx(deed);
  }

  private void answered(ConversationId id, EntryView last, Answer answer) {
    switch (answer) {
      case Answer.Opened() -> open(id);
      case Answer.Read() -> seen(id, last);
      case Answer.Replied(var text) -> {
        if (!text.isBlank()) {
          engine.attempt(new Intent.SendMessage(id, text, List.of()), doors.complain());
          seen(id, last);
        }
      }
    }
  }

  private void seen(ConversationId id, EntryView last) {
    engine.attempt(new Intent.MarkSeen(id, last.id()), doors.complain());
    forget(id);
  }

  private void open(@Nullable ConversationId id) {
    doors.open().accept(id);
    if (id != null) {
      forget(id);
    }
  }

  private void forget(ConversationId id) {
    told.remove(id);
    shown.remove(id);
    announcer.withdraw(id.toString());
  }

  /// Notices of what was seen, wherever that was, go.
  private void listed(List<ConversationView> now) {
    conversations =
        now.stream().collect(Collectors.toMap(ConversationView::id, view -> view, (one, _) -> one));
    List.copyOf(told.keySet()).forEach(this::reconcile);
    if (summed && told.isEmpty()) {
      summed = false;
      announcer.withdraw(SUMMARY);
    }
  }

  /// Of those that were told, no more than what is unread, and the latest of them, can be unread.
  private void reconcile(ConversationId id) {
    var view = conversations.get(id);
    var entries = told.get(id);
    int unread = view == null ? 0 : view.unread();
    if (entries != null && entries.size() > unread) {
      entries.sort(Comparator.comparingLong(EntryView::row));
      entries.subList(0, entries.size() - unread).clear();
      showAgain(id, entries);
    }
  }
}
