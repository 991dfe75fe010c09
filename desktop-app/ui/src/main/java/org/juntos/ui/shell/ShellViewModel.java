package org.juntos.ui.shell;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.model.ConnectionView;
import org.juntos.engine.model.Event;
import org.juntos.engine.model.SessionView;
import org.juntos.ui.compose.ComposeViewModel;
import org.juntos.ui.compose.QualitySetting;
import org.juntos.ui.contact.AddContactViewModel;
import org.juntos.ui.contact.AddressBookViewModel;
import org.juntos.ui.contact.ContactViewModel;
import org.juntos.ui.control.Times;
import org.juntos.ui.conversation.ConversationViewModel;
import org.juntos.ui.conversation.HandlingDeeds;
import org.juntos.ui.conversationlist.Choosing;
import org.juntos.ui.conversationlist.ConversationListViewModel;
import org.juntos.ui.fx.EngineLink;
import org.juntos.ui.group.GroupViewModel;
import org.juntos.ui.group.NewGroupViewModel;
import org.juntos.ui.platform.Device;
import org.juntos.ui.search.SearchViewModel;
import org.juntos.ui.shelf.GalleryViewModel;
import org.juntos.ui.status.StatusesViewModel;
import org.juntos.wire.AccountId;

/// What the window of a ready profile holds: the list, the open conversation, drafts, connection.
public final class ShellViewModel implements AutoCloseable {
  private final EngineLink engine;
  private final Times times;
  private final Device device;
  private final QualitySetting quality;
  private final Consumer<Problem> complain;
  private final ConversationListViewModel list;
  private final StatusesViewModel statuses;
  private final Map<ConversationId, ComposeViewModel> drafts = new HashMap<>();
  private final ReadOnlyObjectWrapper<@Nullable ConnectionView> connection =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable ConversationViewModel> conversation =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper gone = new ReadOnlyBooleanWrapper();
  private final Subscription watches;

  /// Watches until closed.
  ///
  /// @param quality in which files usually leave
  /// @param complain shows what went wrong
  public ShellViewModel(
      EngineLink engine,
      Times times,
      Device device,
      QualitySetting quality,
      Consumer<Problem> complain) {
    this.quality = quality;
    this.engine = engine;
    this.times = times;
    this.device = device;
    this.complain = complain;
    list =
        new ConversationListViewModel(
            engine, new Choosing(engine, times, device.chimes(), complain));
    statuses = new StatusesViewModel(engine, times, complain);
    watches =
        engine
            .watch(engine.models().connection(), connection::set)
            .and(engine.events(this::happened))
            .and(list.open().subscribe(this::opened));
  }

  ConversationListViewModel list() {
    return list;
  }

  StatusesViewModel statuses() {
    return statuses;
  }

  /// Who this is.
  SessionView.@Nullable Ready self() {
    return engine.models().session().value() instanceof SessionView.Ready ready ? ready : null;
  }

  Times times() {
    return times;
  }

  /// How the relay is reached; null until known.
  ReadOnlyObjectProperty<@Nullable ConnectionView> connection() {
    return connection.getReadOnlyProperty();
  }

  /// What is open; null when nothing is.
  ReadOnlyObjectProperty<@Nullable ConversationViewModel> conversation() {
    return conversation.getReadOnlyProperty();
  }

  /// The message being written in `id`, kept while others are open.
  ComposeViewModel draft(ConversationId id) {
    return drafts.computeIfAbsent(
        id, key -> new ComposeViewModel(engine, key, quality::isOriginal, complain));
  }

  AddContactViewModel addContact(Runnable done) {
    return new AddContactViewModel(engine, added -> open(added, done));
  }

  AddressBookViewModel addressBook(String country, Runnable done) {
    return new AddressBookViewModel(engine, country, added -> open(added, done));
  }

  /// Opens a conversation, whatever the list shows.
  void open(ConversationId conversation) {
    open(conversation, () -> {});
  }

  private void open(ConversationId conversation, Runnable done) {
    list.filter().set("");
    list.open().set(conversation);
    done.run();
  }

  NewGroupViewModel newGroup(Runnable done) {
    return new NewGroupViewModel(engine, made -> open(made, done));
  }

  /// What the person does with messages of any conversation.
  HandlingDeeds handling() {
    return new HandlingDeeds(engine, complain);
  }

  /// A search through all conversations; whoever asks closes it.
  SearchViewModel search() {
    return new SearchViewModel(engine, times.zone(), null);
  }

  GalleryViewModel gallery(ConversationId id) {
    return new GalleryViewModel(engine, id, complain);
  }

  /// Opens a conversation at a row.
  void show(ConversationId id, long row) {
    list.open().set(id);
    var opened = conversation.get();
    if (opened != null) {
      opened.jumpTo(row);
    }
  }

  GroupViewModel group(ConversationId id) {
    return new GroupViewModel(engine, id, complain);
  }

  ContactViewModel contact(AccountId account) {
    return new ContactViewModel(engine, account, complain);
  }

  /// Whether this device was taken off the account.
  ReadOnlyBooleanProperty gone() {
    return gone.getReadOnlyProperty();
  }

  /// It was.
  void unlinked() {
    gone.set(true);
  }

  void reconnect() {
    submit(new Intent.Reconnect());
  }

  /// Tries again to open what was set aside.
  void openSetAside() {
    submit(new Intent.OpenSetAside());
  }

  private void submit(Intent intent) {
    engine.attempt(intent, complain);
  }

  @Override
  public void close() {
    watches.unsubscribe();
    list.close();
    statuses.close();
    opened(null);
  }

  private void opened(@Nullable ConversationId id) {
    var before = conversation.get();
    if (before != null && before.id().equals(id)) {
      return;
    }
    conversation.set(
        id == null ? null : new ConversationViewModel(engine, id, times, device, complain));
    if (before != null) {
      before.close();
    }
    if (id == null) {
      submit(new Intent.WatchPresence(Set.of()));
    }
  }

  private void happened(Event event) {
    if (event instanceof Event.Trouble(var problem)) {
      complain.accept(problem);
    }
  }
}
