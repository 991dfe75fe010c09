package org.juntos.cli;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.engine.model.ChangeView;
import org.juntos.engine.model.ConnectionView;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.ConversationView;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.Event;
import org.juntos.engine.model.Finding;
import org.juntos.engine.model.Handling;
import org.juntos.engine.model.Live;
import org.juntos.engine.model.MemberProgress;
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

/// What is seen of a profile in memory.
abstract class MemoryModels implements Models {
  final MemoryProfile profile;

  MemoryModels(MemoryProfile profile) {
    this.profile = profile;
  }

  @Override
  public Live<StatusesView> statuses() {
    return profile.statuses;
  }

  @Override
  public Live<PersonalView> personal() {
    return profile.personal;
  }

  @Override
  public SeekableByteChannel statusContent(AccountId author, MessageId status) throws IOException {
    throw new IOException("nothing is here");
  }

  @Override
  public Live<Map<AccountId, PresenceView>> presence() {
    return profile.presence;
  }

  @Override
  public Bytes picture(AccountId account) {
    return profile.own.pictureVersion() > 0 ? Bytes.ofHex("ffd8ff") : Bytes.EMPTY;
  }

  @Override
  public List<MemberProgress> progress(MessageId message) {
    return profile.groups.progress.getOrDefault(message, List.of());
  }

  @Override
  public Live<SessionView> session() {
    return profile.session;
  }

  @Override
  public Live<ConnectionView> connection() {
    return profile.connection;
  }

  @Override
  public Live<List<ConversationView>> conversations() {
    return profile.conversations;
  }

  @Override
  public Live<List<ContactView>> contacts() {
    return profile.contacts;
  }

  @Override
  public Timeline timeline(ConversationId conversation) {
    var view = new TimelineView(profile.before(Long.MAX_VALUE, 50), false, false, 0);
    return new FixedTimeline(new MemoryLive<>(view));
  }

  @Override
  public List<EntryView> history(ConversationId conversation, long beforeRow, int limit) {
    return profile.before(beforeRow, limit);
  }

  @Override
  public Finding finding() {
    return new MemoryFinding(profile);
  }

  @Override
  public StickerShelf stickers() {
    return () -> profile.packs;
  }

  @Override
  public Handling handling() {
    return new MemoryHandling(profile);
  }

  @Override
  public Map<Long, Long> late(ConversationId conversation, long after) {
    return profile.late(after);
  }

  @Override
  public List<VersionView> versions(MessageId message) {
    return profile.versions;
  }

  @Override
  public List<ChangeView> changes(long after, int limit) {
    return profile.changes.stream().filter(change -> change.number() > after).limit(limit).toList();
  }

  @Override
  public @Nullable EntryView entry(MessageId message) {
    profile.prepareOn();
    return profile.find(message);
  }

  @Override
  public SeekableByteChannel content(MessageId message, int index) throws IOException {
    throw new IOException("no content in memory");
  }

  @Override
  public Live.Watch events(Consumer<? super Event> listener) {
    return profile.listen(listener);
  }

  /// Everything unread.
  private record FixedTimeline(Live<TimelineView> view) implements Timeline {
    @Override
    public void loadOlder() {}

    @Override
    public void close() {}
  }
}
