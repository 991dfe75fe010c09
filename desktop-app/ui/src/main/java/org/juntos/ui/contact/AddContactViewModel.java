package org.juntos.ui.contact;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.PeopleIntent;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.model.SessionView;
import org.juntos.media.MediaSource;
import org.juntos.ui.fx.EngineLink;

/// Adding someone by their link, user name or phone number, and giving them one's own.
public final class AddContactViewModel {
  private final EngineLink engine;
  private final Consumer<ConversationId> added;
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

  /// @param added told the conversation with the new contact
  public AddContactViewModel(EngineLink engine, Consumer<ConversationId> added) {
    this.engine = engine;
    this.added = added;
  }

  String ownLink() {
    return engine.models().session().value() instanceof SessionView.Ready ready ? ready.link() : "";
  }

  ReadOnlyObjectProperty<@Nullable Problem> problem() {
    return problem.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  void add(String link) {
    if (link.isBlank()) {
      problem.set(
          Problem.local(
              "link-missing",
              "The link, user name or phone number is missing.",
              "Paste the link that you were given, or type a user name such as ana.42 or a number"
                  + " with its country code."));
      return;
    }
    busy.set(true);
    problem.set(null);
    engine.submit(new Intent.AddContact(link.strip()), this::answered);
  }

  /// Adds the person whose code is in one of the pictures.
  void scan(List<Supplier<MediaSource>> pictures) {
    busy.set(true);
    problem.set(null);
    new Scan(engine, PeopleIntent.AddScanned::new, this::answered).look(pictures);
  }

  void complain(Problem why) {
    problem.set(why);
  }

  /// Writes one's own link as a QR code.
  void save(Path target) {
    problem.set(null);
    engine.submit(
        new PeopleIntent.SaveCode(ownLink(), target),
        outcome -> {
          if (outcome instanceof Outcome.Refused(var why)) {
            problem.set(why);
          }
        });
  }

  private void answered(Outcome outcome) {
    busy.set(false);
    switch (outcome) {
      case Outcome.Added(_, var conversation) -> added.accept(conversation);
      case Outcome.Refused(var why) -> problem.set(why);
      default -> {}
    }
  }
}
