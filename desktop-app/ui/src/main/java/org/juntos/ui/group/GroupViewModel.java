package org.juntos.ui.group;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.engine.intent.GroupWish;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.ConversationView;
import org.juntos.engine.model.GroupView;
import org.juntos.ui.fx.EngineLink;
import org.juntos.ui.vanishing.StayViewModel;
import org.juntos.wire.AccountId;

/// One group: who is in it, and what the person may do about it.
public final class GroupViewModel implements AutoCloseable {
  private final EngineLink engine;
  private final ConversationId id;
  private final Consumer<Problem> complain;
  private final ReadOnlyObjectWrapper<@Nullable GroupView> group = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final Subscription watch;

  /// Watches until closed.
  ///
  /// @param complain told what went wrong
  public GroupViewModel(EngineLink engine, ConversationId id, Consumer<Problem> complain) {
    this.engine = engine;
    this.id = id;
    this.complain = complain;
    watch = engine.watch(engine.models().conversations(), this::changed);
  }

  /// The conversation of the group.
  ConversationId id() {
    return id;
  }

  /// The group; null until known.
  public ReadOnlyObjectProperty<@Nullable GroupView> group() {
    return group.getReadOnlyProperty();
  }

  /// How long what is said in it stays; whoever asks closes it.
  StayViewModel stay() {
    return new StayViewModel(engine, id, complain);
  }

  /// Whether something is under way at the relay.
  ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /// Contacts who are not in the group.
  List<ContactView> addable() {
    var now = group.get();
    return engine.models().contacts().value().stream()
        .filter(contact -> contact.standing() == ContactView.Standing.ACCEPTED)
        .filter(contact ->
            now == null
                || now.members().stream()
                    .noneMatch(member -> member.account().equals(contact.account())))
        .toList();
  }

  void add(List<AccountId> accounts) {
    if (!accounts.isEmpty()) {
      change(new GroupWish.Add(accounts));
    }
  }

  void change(GroupWish wish) {
    submit(new Intent.ChangeGroup(id, wish));
  }

  void check() {
    submit(new Intent.CheckGroup(id));
  }

  private void submit(Intent intent) {
    busy.set(true);
    engine.submit(
        intent,
        outcome -> {
          busy.set(false);
          if (outcome instanceof Outcome.Refused(var problem)) {
            complain.accept(problem);
          }
        });
  }

  @Override
  public void close() {
    watch.unsubscribe();
  }

  private void changed(List<ConversationView> conversations) {
    conversations.stream()
        .filter(conversation -> conversation.id().equals(id))
        .findFirst()
        .ifPresent(conversation -> group.set(conversation.group()));
  }
}
