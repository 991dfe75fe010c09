package org.juntos.ui.conversation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.PeopleIntent;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.ConversationView;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.GroupView;
import org.juntos.engine.model.KeptView;
import org.juntos.engine.model.MemberProgress;
import org.juntos.engine.model.PresenceView;
import org.juntos.engine.model.Timeline;
import org.juntos.engine.model.TimelineView;
import org.juntos.ui.attachment.AttachmentDeeds;
import org.juntos.ui.card.CardDeeds;
import org.juntos.ui.control.Times;
import org.juntos.ui.fx.Changes;
import org.juntos.ui.fx.EngineLink;
import org.juntos.ui.platform.Device;
import org.juntos.ui.search.SearchViewModel;
import org.juntos.wire.AccountId;

/// One open conversation: its rows, who it is with, what has been seen.
public final class ConversationViewModel implements AutoCloseable {
  private final EngineLink engine;
  private final ConversationId id;
  private final AttachmentDeeds files;
  private final Consumer<Problem> complain;
  private final TimelineRows builder;
  private final MessageDeeds deeds;
  private final HandlingDeeds handling;
  private final CardDeeds cards;
  private final Selection selection = new Selection();
  private final ReadOnlyObjectWrapper<KeptView> kept =
      new ReadOnlyObjectWrapper<>(KeptView.NOTHING);
  private final Times times;
  private final Wandering place;
  private final ObservableList<Row> rows = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable ContactView> contact =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable GroupView> group = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<ConversationView.Stay> stay =
      new ReadOnlyObjectWrapper<>(ConversationView.Stay.FOR_EVER);
  private final ReadOnlyObjectWrapper<PresenceView> presence =
      new ReadOnlyObjectWrapper<>(PresenceView.NONE);
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
  private final ReadOnlyIntegerWrapper below = new ReadOnlyIntegerWrapper();
  private final Subscription contactWatch;
  private Subscription timelineWatch = Subscription.EMPTY;
  private @Nullable Timeline timeline;
  private @Nullable TimelineView view;
  private boolean closed;
  private long shownUpTo;
  private long seenUpTo;

  /// Opens the timeline; it arrives when the store has answered.
  ///
  /// @param complain told what went wrong
  public ConversationViewModel(
      EngineLink engine,
      ConversationId id,
      Times times,
      Device device,
      Consumer<Problem> complain) {
    this.engine = engine;
    this.id = id;
    this.complain = complain;
    this.times = times;
    builder = new TimelineRows(times);
    deeds = new MessageDeeds(engine, times, complain);
    handling = new HandlingDeeds(engine, complain);
    files = new ConversationFiles(engine, device, complain, this::shown);
    cards = new CardDeeds(engine, device, complain);
    place = new Wandering(engine);
    contactWatch =
        engine
            .watch(engine.models().conversations(), this::conversationsChanged)
            .and(engine.watch(engine.models().presence(), this::presenceChanged))
            .and(contact.subscribe(this::lookAt));
    engine.fetch(() -> engine.models().timeline(id), this::opened);
  }

  /// Which conversation this is.
  public ConversationId id() {
    return id;
  }

  /// What is done with files.
  public AttachmentDeeds files() {
    return files;
  }

  /// The other person; null until known.
  public ReadOnlyObjectProperty<@Nullable ContactView> contact() {
    return contact.getReadOnlyProperty();
  }

  /// The group; null when it is a conversation of two, or not known yet.
  public ReadOnlyObjectProperty<@Nullable GroupView> group() {
    return group.getReadOnlyProperty();
  }

  /// How long what is said here stays.
  ReadOnlyObjectProperty<ConversationView.Stay> stay() {
    return stay.getReadOnlyProperty();
  }

  /// Asks the relay again for what is new in the group.
  public void checkGroup() {
    submit(new Intent.CheckGroup(id));
  }

  /// How far a message of the person's has come at each member of the group.
  void progress(MessageId message, Consumer<List<MemberProgress>> told) {
    engine.fetch(() -> engine.models().progress(message), told);
  }

  /// Whether the other person is here, and types.
  public ReadOnlyObjectProperty<PresenceView> presence() {
    return presence.getReadOnlyProperty();
  }

  private List<EntryView> shown() {
    return view == null ? List.of() : view.entries();
  }

  /// Asks for the presence of who is looked at.
  private void lookAt(@Nullable ContactView before, @Nullable ContactView now) {
    if (now != null && (before == null || !before.account().equals(now.account()))) {
      submit(new Intent.WatchPresence(Set.of(now.account())));
    }
  }

  private void presenceChanged(Map<AccountId, PresenceView> known) {
    var person = contact.get();
    presence.set(
        person == null
            ? PresenceView.NONE
            : known.getOrDefault(person.account(), PresenceView.NONE));
  }

  ObservableList<Row> rows() {
    return rows;
  }

  /// Whether the first page is here.
  public ReadOnlyBooleanProperty loaded() {
    return loaded.getReadOnlyProperty();
  }

  /// Messages of the other person below what is shown.
  ReadOnlyIntegerProperty below() {
    return below.getReadOnlyProperty();
  }

  /// What the person does to messages.
  MessageDeeds deeds() {
    return deeds;
  }

  /// What the person does with messages beside changing them.
  HandlingDeeds handling() {
    return handling;
  }

  /// What the person does with polls, locations and contacts.
  public CardDeeds cards() {
    return cards;
  }

  /// The messages that are chosen.
  public Selection selection() {
    return selection;
  }

  /// What is kept beside the messages.
  ReadOnlyObjectProperty<KeptView> kept() {
    return kept.getReadOnlyProperty();
  }

  /// Where in it the person is.
  Wandering place() {
    return place;
  }

  /// The newest message of the person's own that can still be edited; null when there is none.
  public @Nullable EntryView lastOwn() {
    return view == null
        ? null
        : view.entries().reversed().stream()
            .filter(entry -> deeds.isEditable(entry) && !entry.body().isEmpty())
            .findFirst()
            .orElse(null);
  }

  /// Leads to the message at a row, wherever it is.
  public void jumpTo(long row) {
    place.jumpTo(row);
  }

  /// Shows the newest messages, as far as it does not.
  public void toNewest() {
    place.toNewest();
  }

  /// A search through this conversation; whoever asks closes it.
  SearchViewModel search() {
    return new SearchViewModel(engine, times.zone(), id);
  }

  /// Leads to what was said on a day, or next after it.
  void goTo(LocalDate day) {
    engine.<Optional<Long>>fetch(
        () -> Optional.ofNullable(engine.models().finding().day(id, day, times.zone())),
        row -> row.ifPresent(place::jumpTo));
  }

  /// The lowest entry on screen is `row`.
  ///
  /// @param watched whether the person is looking at the window
  void shown(long row, boolean watched) {
    shownUpTo = Math.max(shownUpTo, row);
    countBelow();
    if (watched) {
      markSeen();
    }
  }

  void retry(MessageId message) {
    submit(new Intent.RetryMessage(message));
  }

  void cancel(MessageId message) {
    submit(new Intent.CancelMessage(message));
  }

  /// Accepts the other person's request.
  public void accept() {
    withContact(person -> new Intent.AcceptContact(person.account()));
  }

  /// Says no to the other person's request.
  public void refuse() {
    withContact(person -> new PeopleIntent.RefuseContact(person.account()));
  }

  /// Takes the block back.
  public void unblock() {
    withContact(person -> new Intent.UnblockContact(person.account()));
  }

  /// Asks the relay again for the list of the other person's devices.
  public void checkDevices() {
    withContact(person -> new Intent.CheckDevices(person.account()));
  }

  /// Stays with the key that was verified.
  public void keepIdentity() {
    withContact(person -> new Intent.KeepIdentity(person.account()));
  }

  /// Goes on with the new key.
  public void acceptIdentity() {
    withContact(person -> new Intent.AcceptIdentity(person.account()));
  }

  @Override
  public void close() {
    closed = true;
    contactWatch.unsubscribe();
    timelineWatch.unsubscribe();
    var open = timeline;
    if (open != null) {
      engine.background(open::close);
    }
  }

  private void opened(Timeline opened) {
    if (closed) {
      engine.background(opened::close);
      return;
    }
    timeline = opened;
    timelineWatch = engine.watch(opened.view(), this::changed);
    place.opened(opened);
  }

  private void changed(TimelineView now) {
    if (view != null && theirsSeen(now) > theirsSeen(view)) {
      seenUpTo = 0; // what has come late wants to be marked, too
    }
    view = now;
    selection.keep(now.entries());
    Changes.apply(rows, builder.of(now));
    countBelow();
    loaded.set(true);
    place.changed(now);
  }

  private void conversationsChanged(List<ConversationView> conversations) {
    for (var conversation : conversations) {
      if (conversation.id().equals(id)) {
        group.set(conversation.group());
        stay.set(conversation.stay());
        kept.set(conversation.kept());
        contact.set(conversation.contact());
      }
    }
  }

  private void countBelow() {
    below.set(view == null ? 0 : (int) view.entries().stream().filter(this::isBelow).count());
  }

  private boolean isBelow(EntryView entry) {
    return entry.row() > shownUpTo && isTheirs(entry);
  }

  private long theirsSeen(TimelineView in) {
    return in.entries().stream().filter(e -> e.row() <= seenUpTo && isTheirs(e)).count();
  }

  private static boolean isTheirs(EntryView entry) {
    return !entry.outgoing() && entry.kind() == EntryView.Kind.MESSAGE;
  }

  private void markSeen() {
    if (view == null) {
      return;
    }
    var newest =
        view.entries().reversed().stream()
            .filter(entry -> entry.row() <= shownUpTo && isTheirs(entry))
            .findFirst();
    newest
        .filter(entry -> entry.row() > seenUpTo)
        .ifPresent(entry -> {
          seenUpTo = entry.row();
          submit(new Intent.MarkSeen(id, entry.id()));
        });
  }

  private void withContact(Function<ContactView, Intent> intent) {
    var person = contact.get();
    if (person != null) {
      submit(intent.apply(person));
    }
  }

  private void submit(Intent intent) {
    engine.attempt(intent, complain);
  }
}
