package org.juntos.gallery;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.engine.model.ConnectionView;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.ConversationView;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.Event;
import org.juntos.engine.model.Handling;
import org.juntos.engine.model.KeptView;
import org.juntos.engine.model.Live;
import org.juntos.engine.model.Models;
import org.juntos.engine.model.PersonalView;
import org.juntos.engine.model.PresenceView;
import org.juntos.engine.model.SessionView;
import org.juntos.engine.model.StatusesView;
import org.juntos.engine.model.StickerShelf;
import org.juntos.engine.model.Timeline;
import org.juntos.engine.model.TimelineView;
import org.juntos.engine.model.VersionView;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// An engine's models with values written by hand.
record FixedModels(
    FixedLive<SessionView> session,
    FixedLive<ConnectionView> connection,
    FixedLive<List<ConversationView>> conversations,
    FixedLive<TimelineView> timeline,
    FixedLive<Map<AccountId, PresenceView>> presence,
    boolean answers,
    FixedLive<StatusesView> statuses,
    FixedFinding finding,
    FixedLive<PersonalView> personal)
    implements Models {
  FixedModels(
      FixedLive<SessionView> session,
      FixedLive<ConnectionView> connection,
      FixedLive<List<ConversationView>> conversations,
      FixedLive<TimelineView> timeline,
      FixedLive<Map<AccountId, PresenceView>> presence,
      boolean answers) {
    this(
        session,
        connection,
        conversations,
        timeline,
        presence,
        answers,
        new FixedLive<>(StatusesView.NONE),
        FixedFinding.NOTHING,
        new FixedLive<>(PersonalView.NONE));
  }

  /// The same with statuses.
  FixedModels with(StatusesView view) {
    return new FixedModels(
        session,
        connection,
        conversations,
        timeline,
        presence,
        answers,
        new FixedLive<>(view),
        finding,
        personal);
  }

  /// The same, where the person has chosen this about conversations.
  FixedModels choosing(UnaryOperator<ConversationView> about) {
    return new FixedModels(
        session,
        connection,
        new FixedLive<>(conversations.value().stream().map(about).toList()),
        timeline,
        presence,
        answers,
        statuses,
        finding,
        personal);
  }

  /// The same, where the person has chosen this.
  FixedModels with(PersonalView chosen) {
    return new FixedModels(
        session,
        connection,
        conversations,
        timeline,
        presence,
        answers,
        statuses,
        finding,
        new FixedLive<>(chosen));
  }

  @Override
  public Live<List<ContactView>> contacts() {
    return new FixedLive<>(conversations.value().stream().map(ConversationView::contact).toList());
  }

  @Override
  public Timeline timeline(ConversationId conversation) {
    return new FixedTimeline(answers ? timeline : new SilentLive());
  }

  @Override
  public List<EntryView> history(ConversationId conversation, long beforeRow, int limit) {
    return List.of();
  }

  @Override
  public @Nullable EntryView entry(MessageId message) {
    return null;
  }

  @Override
  public List<VersionView> versions(MessageId message) {
    return List.of(
        new VersionView("Yes! At seven", Story.NOW.minusSeconds(5_400)),
        new VersionView(
            "Yes! At half past seven, if the ferry is on time 🚢", Story.NOW.minusSeconds(5_000)),
        new VersionView("Yes! At eight", Story.NOW.minusSeconds(4_000)));
  }

  @Override
  public SeekableByteChannel statusContent(AccountId author, MessageId status) throws IOException {
    throw new IOException("pictures of the gallery are painted by its decoder");
  }

  @Override
  public SeekableByteChannel content(MessageId message, int index) throws IOException {
    throw new IOException("pictures of the gallery are painted by its decoder");
  }

  @Override
  public Bytes picture(AccountId account) {
    return account.bytes(); // whose portrait is to be painted
  }

  @Override
  public Live.Watch events(Consumer<? super Event> listener) {
    return () -> {};
  }

  /// The same, with this kept beside the messages of the first conversation.
  FixedModels keeping(KeptView kept) {
    var first = conversations.value().getFirst().id();
    return choosing(one -> one.id().equals(first) ? one.with(kept) : one);
  }

  @Override
  public StickerShelf stickers() {
    return Pingos.shelf();
  }

  @Override
  public Handling handling() {
    return new FixedHandling(timeline.value().entries());
  }

  /// The same, with somebody about whom this is known.
  FixedModels knowing(AccountId account, PresenceView view) {
    var known = new FixedLive<>(Map.of(account, view));
    return new FixedModels(
        session, connection, conversations, timeline, known, answers, statuses, finding, personal);
  }

  /// The same, with this to be found.
  FixedModels finding(FixedFinding found) {
    return new FixedModels(
        session, connection, conversations, timeline, presence, answers, statuses, found, personal);
  }

  /// The same, with a store that never answers.
  FixedModels withoutTimeline() {
    return new FixedModels(
        session, connection, conversations, timeline, presence, false, statuses, finding, personal);
  }

  /// A timeline that is still being read.
  private record SilentLive() implements Live<TimelineView> {
    @Override
    public TimelineView value() {
      return new TimelineView(List.of(), false, false, Long.MAX_VALUE);
    }

    @Override
    public Watch watch(Consumer<? super TimelineView> observer) {
      return () -> {};
    }
  }

  private record FixedTimeline(Live<TimelineView> view) implements Timeline {
    @Override
    public void loadOlder() {}

    @Override
    public void close() {}
  }
}
