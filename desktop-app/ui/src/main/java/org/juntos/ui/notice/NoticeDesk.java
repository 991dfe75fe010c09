package org.juntos.ui.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
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
import org.juntos.engine.model.MarksView;
import org.juntos.ui.control.Times;
import org.juntos.ui.fx.EngineLink;
import org.juntos.ui.platform.notifier.Notifier;
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
  private final Notifier notifier;
  private final NoticeSettings settings;
  private final Times times;
  private final Doors doors;
  private final Map<ConversationId, List<EntryView>> told = new HashMap<>();
  private final Map<ConversationId, List<EntryView>> waited = new LinkedHashMap<>();
  private final Subscription watches;
  private Map<ConversationId, ConversationView> conversations = Map.of();
  private boolean behind;
  private boolean summed;
  private @Nullable Instant sounded;

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
  /// @param notifier closed with it
  public NoticeDesk(
      EngineLink engine, Notifier notifier, NoticeSettings settings, Times times, Doors doors) {
    this.engine = engine;
    this.notifier = notifier;
    this.settings = settings;
    this.times = times;
    this.doors = doors;
    behind = !engine.models().connection().value().caughtUp();
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
    notifier.close();
  }

  /// Shows at the program's icon how many messages wait.
  public void showCount(int waiting) {
    notifier.showCount(waiting);
  }

  private void connected(ConnectionView view) {
    if (!(view.state() instanceof ConnectionView.State.Online)) {
      behind = true;
    }
  }

  private void happened(Event event) {
    switch (event) {
      case Event.MessageReceived(var conversation, var entry) -> received(conversation, entry);
      case Event.CaughtUp() -> caughtUp();
      case Event.MessageChanged(var change) -> { // what is done to a message is not told
        if (change.kind() == ChangeView.Kind.DELETION) {
          deleted(change.conversation(), change.message());
        }
      }
      case Event.MessageProgressed _,
          Event.ContactChanged _,
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

  /// What its author has taken back is not to be read in a notice.
  private void deleted(ConversationId id, MessageId message) {
    var still = waited.get(id);
    if (still != null) {
      still.removeIf(entry -> entry.id().equals(message));
    }
    var entries = told.get(id);
    if (entries != null && entries.removeIf(entry -> entry.id().equals(message))) {
      if (entries.isEmpty()) {
        forget(id);
      } else {
        show(id, entries, _ -> NoticeSound.SILENT);
      }
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
            isAddressed(entry.marks()),
            entry.silent());
    return NoticeRules.judge(arrival, circumstances()) == NoticeRules.Why.TOLD;
  }

  private static boolean isAddressed(MarksView marks) {
    var quote = marks.quote();
    return quote != null && quote.own();
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
      var sound = sound(NoticeSound.USUAL);
      notifier.show(
          NoticeText.summary(SUMMARY, messages, fresh.size(), sound),
          _ -> answer(() -> open(null)));
    } else {
      fresh.forEach(this::show);
    }
  }

  private void show(ConversationId id) {
    var entries = told.get(id);
    if (entries != null) {
      show(id, entries, this::sound);
    }
  }

  private void show(
      ConversationId id, List<EntryView> entries, UnaryOperator<NoticeSound> sounding) {
    var view = view(id);
    if (view != null) {
      var sound = sounding.apply(view.chosen().sound());
      var notice = NoticeText.of(view, entries, settings.shown(), sound);
      var last = entries.getLast();
      notifier.show(notice, answer -> answer(() -> answered(id, last, answer)));
    }
  }

  private NoticeSound sound(NoticeSound chosen) {
    var now = times.now();
    var sound = NoticeRules.sound(chosen, sounded, now);
    sounded = now;
    return sound;
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
    notifier.withdraw(id.toString());
  }

  /// Notices of what was seen, wherever that was, go.
  private void listed(List<ConversationView> now) {
    conversations =
        now.stream().collect(Collectors.toMap(ConversationView::id, view -> view, (one, _) -> one));
    var seen = told.keySet().stream().filter(this::isSeen).toList();
    seen.forEach(this::forget);
    if (summed && told.isEmpty()) {
      summed = false;
      notifier.withdraw(SUMMARY);
    }
  }

  private boolean isSeen(ConversationId id) {
    var view = conversations.get(id);
    return view == null || view.unread() == 0;
  }
}
