package org.juntos.ui.status;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.juntos.content.StatusContent;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.intent.StatusAudience;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.StatusBackground;
import org.juntos.ui.control.Sizes;
import org.juntos.ui.control.Times;
import org.juntos.wire.AccountId;

/// A status that is being written: its words, its file, who is to see it, and what is wrong with
/// it.
public final class StatusDraft {
  private final StatusesViewModel statuses;
  private final Runnable done;
  private final StringProperty text = new SimpleStringProperty("");
  private final IntegerProperty background = new SimpleIntegerProperty();
  private final ObjectProperty<@Nullable Path> file = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<Outcome.@Nullable StatusFile> preview =
      new ReadOnlyObjectWrapper<>();
  private final BooleanProperty selected = new SimpleBooleanProperty();
  private final ObservableList<AccountId> chosen = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();

  /// @param done runs when it is posted
  public StatusDraft(StatusesViewModel statuses, Runnable done) {
    this.statuses = statuses;
    this.done = done;
    var now = statuses.view().get();
    if (now != null) {
      selected.set(now.audience().selected());
      chosen.addAll(now.audience().accounts());
      background.set(now.used() % StatusBackground.values().length);
    }
    text.subscribe(_ -> judge());
    selected.subscribe(_ -> judge());
    chosen.subscribe(this::judge);
    judge();
  }

  StringProperty text() {
    return text;
  }

  IntegerProperty background() {
    return background;
  }

  /// Null for a text.
  ObjectProperty<@Nullable Path> file() {
    return file;
  }

  /// What the file will be; null until that is known.
  ReadOnlyObjectProperty<Outcome.@Nullable StatusFile> preview() {
    return preview.getReadOnlyProperty();
  }

  /// Whether only who is chosen is to see it.
  BooleanProperty selected() {
    return selected;
  }

  ObservableList<AccountId> chosen() {
    return chosen;
  }

  /// What is left, or missing.
  ReadOnlyStringProperty words() {
    return words.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable Problem> problem() {
    return problem.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /// Whether it can be posted as it is.
  ReadOnlyBooleanProperty ready() {
    return ready.getReadOnlyProperty();
  }

  List<ContactView> contacts() {
    return statuses.contacts();
  }

  /// Takes a picture or video in, and has it looked at.
  void choose(Path path) {
    problem.set(null);
    preview.set(null);
    file.set(path);
    busy.set(true);
    judge();
    statuses
        .engine()
        .submit(
            new Intent.CheckStatusFile(path),
            outcome -> {
              if (path.equals(file.get())) {
                busy.set(false);
                checked(outcome);
              }
            });
  }

  private void checked(Outcome outcome) {
    switch (outcome) {
      case Outcome.StatusFile good -> preview.set(good);
      case Outcome.Refused(var why) -> {
        problem.set(why);
        file.set(null);
      }
      default -> {} // nothing else is said
    }
    judge();
  }

  /// Goes back to a text.
  void dropFile() {
    problem.set(null);
    preview.set(null);
    file.set(null);
    busy.set(false);
    judge();
  }

  /// Posts it; refused or not, nothing that was written is lost.
  void post() {
    problem.set(null);
    busy.set(true);
    judge();
    var accounts = selected.get() ? new ArrayList<>(chosen) : new ArrayList<AccountId>();
    statuses
        .engine()
        .submit(
            new Intent.PostStatus(
                text.get(),
                background.get(),
                file.get(),
                new StatusAudience(selected.get(), accounts)),
            outcome -> {
              busy.set(false);
              if (outcome instanceof Outcome.Refused(var why)) {
                problem.set(why);
                judge();
              } else {
                done.run();
              }
            });
  }

  private void judge() {
    var missing = missing();
    words.set(missing.isEmpty() ? described() : missing);
    ready.set(missing.isEmpty() && !busy.get());
  }

  private String missing() {
    if (!StatusContent.Posted.fits(text.get())) {
      return "This text is too long for a status.";
    }
    if (file.get() == null && text.get().isBlank()) {
      return "Write something, or choose a photo or video.";
    }
    if (selected.get() && chosen.isEmpty()) {
      return "Choose who is to see it.";
    }
    if (statuses.contacts().isEmpty()) {
      return "You have no contacts yet who could see it.";
    }
    return "";
  }

  private String described() {
    if (busy.get()) {
      return file.get() == null ? "Posting …" : "Preparing …";
    }
    var known = preview.get();
    var path = file.get();
    if (known == null || path == null) {
      return "Gone for everyone after 24 hours.";
    }
    var length = known.durationMillis();
    return known.width()
        + " × "
        + known.height()
        + (length == 0 ? "" : ", " + Times.length(java.time.Duration.ofMillis(length)))
        + size(path);
  }

  private static String size(Path path) {
    try {
      return ", " + Sizes.bytes(Files.size(path)) + " before it is made smaller";
    } catch (java.io.IOException _) {
      return ""; // posting says it
    }
  }
}
