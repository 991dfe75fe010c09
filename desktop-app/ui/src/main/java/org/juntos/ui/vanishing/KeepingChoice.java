package org.juntos.ui.vanishing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Keeping;
import org.juntos.engine.model.ConversationView;
import org.juntos.engine.model.DurationWords;
import org.juntos.ui.control.Wrapped;

/// For how long history is kept. Before something is removed that is there, it says how much that
/// is and asks.
final class KeepingChoice extends VBox {
  private static final int MONTH_DAYS = 30;
  private static final List<Integer> OFFERED = List.of(0, 1, 7, MONTH_DAYS);

  private final StayViewModel model;
  private final Choice<Wanted> choice;
  private @Nullable VBox question;

  KeepingChoice(StayViewModel model) {
    this.model = model;
    getStyleClass().add("section-body");
    var options = new ArrayList<Choice.Option<Wanted>>();
    if (!model.isOfAll()) {
      options.add(new Choice.Option<>("As all conversations", new Wanted(null)));
    }
    OFFERED.forEach(days -> options.add(option(new Keeping(days))));
    choice =
        new Choice<>(
            "Keep messages for",
            options,
            List.of(unit("days", 1), unit("weeks", 7), unit("months", MONTH_DAYS)),
            this::chosen);
    getChildren().add(choice);
  }

  void show(ConversationView.Stay stay) {
    choice.show(
        stay.own()
            ? option(stay.keep())
            : new Choice.Option<>("As all conversations", new Wanted(null)));
    drop();
  }

  private static Choice.Option<Wanted> option(Keeping keep) {
    return new Choice.Option<>(words(keep), new Wanted(keep));
  }

  /// "For ever", "30 days" is "1 month".
  static String words(Keeping keep) {
    if (keep.isForEver()) {
      return "For ever";
    }
    return keep.days() % MONTH_DAYS == 0
        ? keep.days() / MONTH_DAYS == 1 ? "1 month" : keep.days() / MONTH_DAYS + " months"
        : DurationWords.of(Duration.ofDays(keep.days()));
  }

  private static Choice.Named<Wanted> unit(String words, int days) {
    return new Choice.Named<>(
        words,
        count -> count <= Keeping.MOST_DAYS / days ? new Wanted(new Keeping(count * days)) : null);
  }

  private void chosen(Wanted wanted) {
    drop();
    var keep = wanted.keep();
    model.count(
        keep,
        older -> {
          if (older == 0) {
            model.keep(keep);
          } else {
            ask(keep, older);
          }
        });
  }

  private void ask(@Nullable Keeping keep, long older) {
    drop();
    var no = new Button("Cancel");
    no.setOnAction(_ -> again());
    var yes = new Button("Remove");
    yes.getStyleClass().add("dangerous");
    yes.setOnAction(_ -> {
      drop();
      model.keep(keep);
    });
    var buttons = new HBox(no, yes);
    buttons.getStyleClass().add("link-row");
    buttons.setAlignment(Pos.CENTER_RIGHT);
    var asked = new VBox(Wrapped.of(sentence(older), "notice-text"), buttons);
    asked.getStyleClass().add("identity-notice");
    question = asked;
    getChildren().add(asked);
    no.requestFocus();
  }

  private static String sentence(long older) {
    return "This removes "
        + count(older)
        + " that "
        + (older == 1 ? "is" : "are")
        + " older, with pictures and files, from all devices of your account. Others keep what they"
        + " have. It cannot be undone.";
  }

  private static String count(long messages) {
    return messages == 1 ? "1 message" : "%,d messages".formatted(messages);
  }

  private void again() {
    var stay = model.stay().get();
    if (stay != null) {
      show(stay);
    }
  }

  private void drop() {
    if (question != null) {
      getChildren().remove(question);
      question = null;
    }
  }

  /// @param keep null: as all conversations
  private record Wanted(@Nullable Keeping keep) {}
}
