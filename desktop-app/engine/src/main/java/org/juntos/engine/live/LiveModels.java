package org.juntos.engine.live;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.engine.device.Self;
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
import org.juntos.engine.model.RelayView;
import org.juntos.engine.model.SessionView;
import org.juntos.engine.model.StatusesView;
import org.juntos.engine.model.StickerShelf;
import org.juntos.engine.model.Timeline;
import org.juntos.engine.model.VersionView;
import org.juntos.engine.time.RelayTime;
import org.juntos.engine.time.Turn;
import org.juntos.engine.time.Wakeup;
import org.juntos.store.Store;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// The models, from before there is a profile until the engine is closed. Thread-safe.
public final class LiveModels implements Models {
  private final LiveValue<SessionView> session;
  private final LiveValue<ConnectionView> connection =
      new LiveValue<>(new ConnectionView(new ConnectionView.State.Resting(), 0, false));
  private final LiveValue<Map<AccountId, PresenceView>> presence = new LiveValue<>(Map.of());
  private final ConversationList list = new ConversationList();
  private final StatusList statuses = new StatusList();
  private final Listeners listeners = new Listeners();
  private volatile @Nullable OpenModels open;

  /// @param first where the profile stands
  public LiveModels(SessionView first) {
    session = new LiveValue<>(first);
  }

  /// Shows an open profile from here on; what it returns must be run, and is woken by `wakeup`.
  public Turn open(
      Store store,
      Self self,
      SafetyNumbers numbers,
      Contents contents,
      RelayTime time,
      Wakeup wakeup) {
    var models = new ProfileModels(store, new ViewReader(self, numbers), list, statuses, time);
    var feed = new ModelFeed(wakeup, models, this::setBacklog, listeners);
    var subscription = store.onCommit(feed::committed);
    setBacklog(models.readAll());
    open = new OpenModels(models, feed, contents, subscription);
    return feed;
  }

  /// Stops to follow the profile; what was shown stays.
  public void close() {
    var closing = open;
    if (closing != null) {
      closing.subscription().close();
    }
  }

  /// Shows nothing of the profile any more.
  public void forget() {
    open = null;
    list.clear();
    statuses.clear();
    setBacklog(new Backlog(0, 0));
  }

  @Override
  public LiveValue<SessionView> session() {
    return session;
  }

  @Override
  public Live<ConnectionView> connection() {
    return connection;
  }

  /// Shows another state of the stream.
  public void setConnection(ConnectionView.State state) {
    connection.update(old -> old.in(state, false));
  }

  /// Shows other addresses of the relay.
  public void setRelays(List<RelayView> relays) {
    connection.update(old -> old.with(relays));
  }

  /// Shows that everything that waited at the relay is here, after all commits so far.
  public void caughtUp() {
    connection.update(old -> old.in(old.state(), true));
    tell(new Event.CaughtUp());
  }

  /// Tells an event, after all commits so far.
  public void tell(Event event) {
    var models = open;
    if (models == null) {
      listeners.publish(event);
    } else {
      models.feed().tell(event);
    }
  }

  @Override
  public LiveValue<Map<AccountId, PresenceView>> presence() {
    return presence;
  }

  @Override
  public Live<List<ConversationView>> conversations() {
    return list.conversations();
  }

  @Override
  public Live<List<ContactView>> contacts() {
    return list.contacts();
  }

  @Override
  public Live<PersonalView> personal() {
    return list.personal();
  }

  @Override
  public Live<StatusesView> statuses() {
    return statuses.live();
  }

  @Override
  public SeekableByteChannel statusContent(AccountId author, MessageId status) throws IOException {
    return opened().contents().status(author, status);
  }

  @Override
  public Timeline timeline(ConversationId conversation) {
    return opened().models().timeline(conversation);
  }

  @Override
  public List<EntryView> history(ConversationId conversation, long beforeRow, int limit) {
    return opened().models().history(conversation, beforeRow, limit);
  }

  @Override
  public Map<Long, Long> late(ConversationId conversation, long after) {
    return opened().models().late(conversation, after);
  }

  @Override
  public @Nullable EntryView entry(MessageId message) {
    return opened().models().entry(message);
  }

  @Override
  public List<VersionView> versions(MessageId message) {
    return opened().models().versions(message);
  }

  @Override
  public List<ChangeView> changes(long after, int limit) {
    return opened().models().changes(after, limit);
  }

  @Override
  public List<MemberProgress> progress(MessageId message) {
    return opened().models().progress(message);
  }

  @Override
  public SeekableByteChannel content(MessageId message, int index) throws IOException {
    return opened().contents().attachment(message, index);
  }

  @Override
  public Finding finding() {
    return opened().models().finding();
  }

  @Override
  public Handling handling() {
    return opened().models().handling();
  }

  @Override
  public StickerShelf stickers() {
    return opened().models().stickers();
  }

  @Override
  public int unknownGroups() {
    var models = open;
    return models == null ? 0 : models.models().unknownGroups();
  }

  @Override
  public Bytes picture(AccountId account) {
    var models = open;
    return models == null ? Bytes.EMPTY : models.models().picture(account);
  }

  @Override
  public int unsent() {
    var models = open;
    return models == null ? 0 : models.models().unsent();
  }

  @Override
  public Live.Watch events(Consumer<? super Event> listener) {
    return listeners.add(listener);
  }

  private void setBacklog(Backlog now) {
    connection.update(old -> old.with(now.waiting(), now.unopened()));
  }

  private OpenModels opened() {
    var models = open;
    if (models == null) {
      throw new IllegalStateException("no profile is open");
    }
    return models;
  }

  /// Opens what files hold.
  public interface Contents {
    SeekableByteChannel attachment(MessageId message, int index) throws IOException;

    SeekableByteChannel status(AccountId author, MessageId status) throws IOException;
  }

  private record OpenModels(
      ProfileModels models, ModelFeed feed, Contents contents, Store.Subscription subscription) {}
}
