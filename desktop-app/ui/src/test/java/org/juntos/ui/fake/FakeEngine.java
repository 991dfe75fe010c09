package org.juntos.ui.fake;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.HandlingIntent;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Intents;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.model.ConnectionView;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.ConversationView;
import org.juntos.engine.model.DetailsView;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.Event;
import org.juntos.engine.model.Finding;
import org.juntos.engine.model.FoundView;
import org.juntos.engine.model.Handling;
import org.juntos.engine.model.Live;
import org.juntos.engine.model.Models;
import org.juntos.engine.model.PackView;
import org.juntos.engine.model.PersonalView;
import org.juntos.engine.model.PresenceView;
import org.juntos.engine.model.RecordingView;
import org.juntos.engine.model.ScheduledView;
import org.juntos.engine.model.SessionView;
import org.juntos.engine.model.StatusesView;
import org.juntos.engine.model.StickerShelf;
import org.juntos.engine.model.Timeline;
import org.juntos.engine.model.TimelineView;
import org.juntos.ui.fx.EngineLink;
import org.juntos.wire.AccountId;

/// An engine whose values are set by the test, and that notes what it is asked.
public final class FakeEngine implements Intents, Models {
  public final FakeLive<SessionView> session = new FakeLive<>(new SessionView.Unregistered());
  public final FakeLive<ConnectionView> connection =
      new FakeLive<>(new ConnectionView(new ConnectionView.State.Online(), 0, true));
  public final FakeLive<List<ConversationView>> conversations = new FakeLive<>(List.of());
  public final FakeLive<List<ContactView>> contacts = new FakeLive<>(List.of());
  public final FakeLive<Map<AccountId, PresenceView>> presence = new FakeLive<>(Map.of());
  public final FakeLive<PersonalView> personal = new FakeLive<>(PersonalView.NONE);
  public final FakeLive<StatusesView> statuses = new FakeLive<>(StatusesView.NONE);
  public final FakeLive<TimelineView> timeline =
      new FakeLive<>(new TimelineView(List.of(), false, false, Long.MAX_VALUE));
  public final List<Intent> submitted = new CopyOnWriteArrayList<>();
  public final List<Intent.OfPresence> looks = new CopyOnWriteArrayList<>();
  public final List<HandlingIntent.KeepDraft> drafts = new CopyOnWriteArrayList<>();
  public final List<Problem> complaints = new ArrayList<>();
  public final FakeFinding finding = new FakeFinding();
  public final List<Long> shown = new ArrayList<>();
  public @Nullable RecordingView recorded;
  public List<PackView> packs = List.of();
  public int olderLoads;
  public final Map<MessageId, EntryView> stored = new HashMap<>();
  public int newerLoads;
  public int openTimelines;
  private final Deque<Outcome> answers = new ArrayDeque<>();
  private Runnable meanwhile = () -> {};
  private final List<Consumer<? super Event>> listeners = new CopyOnWriteArrayList<>();

  /// A link on which everything happens at once, on the calling thread.
  public EngineLink link() {
    return new EngineLink(this, this, Runnable::run, Runnable::run);
  }

  /// What the next intent is answered with; afterwards everything is done.
  public void answer(Outcome outcome) {
    answers.add(outcome);
  }

  public void refuse(String code) {
    answer(new Outcome.Refused(Problem.local(code, "No.", "Do something else.")));
  }

  /// Has something happen with each intent, before its answer.
  public void whenAsked(Runnable happens) {
    meanwhile = happens;
  }

  public Intent last() {
    return submitted.getLast();
  }

  public void happen(Event event) {
    listeners.forEach(listener -> listener.accept(event));
  }

  @Override
  public Outcome submit(Intent intent) {
    if (intent instanceof Intent.OfPresence about) {
      looks.add(about);
      return new Outcome.Done();
    }
    if (intent instanceof HandlingIntent.KeepDraft draft) {
      drafts.add(draft);
      return new Outcome.Done();
    }
    submitted.add(intent);
    meanwhile.run();
    var answer = answers.poll();
    return answer == null ? new Outcome.Done() : answer;
  }

  @Override
  public Live<SessionView> session() {
    return session;
  }

  @Override
  public Live<PersonalView> personal() {
    return personal;
  }

  @Override
  public Live<ConnectionView> connection() {
    return connection;
  }

  @Override
  public Live<List<ConversationView>> conversations() {
    return conversations;
  }

  @Override
  public Live<StatusesView> statuses() {
    return statuses;
  }

  @Override
  public SeekableByteChannel statusContent(AccountId author, MessageId status) throws IOException {
    throw new IOException("nothing is here");
  }

  @Override
  public Live<List<ContactView>> contacts() {
    return contacts;
  }

  @Override
  public Live<Map<AccountId, PresenceView>> presence() {
    return presence;
  }

  @Override
  public Timeline timeline(ConversationId conversation) {
    openTimelines++;
    return new FakeTimeline();
  }

  @Override
  public List<EntryView> history(ConversationId conversation, long beforeRow, int limit) {
    return List.of();
  }

  @Override
  public @Nullable EntryView entry(MessageId message) {
    return stored.get(message);
  }

  @Override
  public SeekableByteChannel content(MessageId message, int index) throws IOException {
    throw new IOException("nothing is here");
  }

  @Override
  public Finding finding() {
    return finding;
  }

  @Override
  public StickerShelf stickers() {
    return () -> packs;
  }

  @Override
  public Handling handling() {
    return new Handling() {
      @Override
      public List<FoundView> starred(int skip, int limit) {
        return List.of();
      }

      @Override
      public List<ScheduledView> scheduled() {
        return List.of();
      }

      @Override
      public @Nullable RecordingView recording(ConversationId conversation) {
        return recorded;
      }

      @Override
      public @Nullable DetailsView details(MessageId message) {
        return null;
      }
    };
  }

  @Override
  public Live.Watch events(Consumer<? super Event> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private final class FakeTimeline implements Timeline {
    @Override
    public Live<TimelineView> view() {
      return timeline;
    }

    @Override
    public void loadOlder() {
      olderLoads++;
    }

    @Override
    public void loadNewer() {
      newerLoads++;
    }

    @Override
    public void show(long row) {
      shown.add(row);
    }

    @Override
    public void close() {
      openTimelines--;
    }
  }
}
