package org.juntos.ui.group;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.model.ContactView;
import org.juntos.ui.fx.EngineLink;
import org.juntos.wire.AccountId;

/// Making a group, or coming into one by its link.
public final class NewGroupViewModel {
  private final EngineLink engine;
  private final Consumer<ConversationId> made;
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

  /// @param made told the conversation of the group
  public NewGroupViewModel(EngineLink engine, Consumer<ConversationId> made) {
    this.engine = engine;
    this.made = made;
  }

  List<ContactView> contacts() {
    return engine.models().contacts().value().stream()
        .filter(contact -> contact.standing() == ContactView.Standing.ACCEPTED)
        .toList();
  }

  ReadOnlyObjectProperty<@Nullable Problem> problem() {
    return problem.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  void create(String name, List<AccountId> members) {
    submit(new Intent.CreateGroup(name, members));
  }

  void join(String link) {
    submit(new Intent.JoinGroup(link.strip()));
  }

  private void submit(Intent intent) {
    busy.set(true);
    problem.set(null);
    engine.submit(intent, this::answered);
  }

  private void answered(Outcome outcome) {
    busy.set(false);
    switch (outcome) {
      case Outcome.Grouped(var conversation, var _) -> made.accept(conversation);
      case Outcome.Refused(var why) -> problem.set(why);
      default -> {}
    }
  }
}
