package org.juntos.ui.settings;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.EnumSet;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.juntos.content.Choice.QuietHours;
import org.juntos.content.NoticeSound;
import org.juntos.ui.control.FieldLabel;
import org.juntos.ui.control.SoundWords;
import org.juntos.ui.control.Wrapped;
import org.juntos.ui.notice.Shown;

/// The card about being notified: what this device shows, and when the person is not disturbed.
public final class NotificationsPage extends Page {
  private static final int STEP = 15;

  private final NotificationsViewModel model;
  private final VBox quiet = new VBox();

  /// Fills itself from `model`.
  public NotificationsPage(NotificationsViewModel model) {
    super("notifications");
    this.model = model;
    setFocusTraversable(true);
    quiet.getStyleClass().add("section-body");
    getChildren()
        .addAll(
            new FieldLabel("On this device"),
            on(),
            new FieldLabel("What a notification shows"),
            shown(),
            new FieldLabel("Sound"),
            sound(),
            Wrapped.note(
                "Whoever sees the screen sees notifications, too. Conversations have choices of"
                    + " their own: what they notify of, a sound, and mute."),
            new FieldLabel("Do not disturb, on all of your devices"),
            quiet);
    whileShown(() -> model.watch(_ -> showQuiet()));
  }

  private Node on() {
    var box = new CheckBox("Show notifications");
    box.setSelected(model.isOn());
    box.setOnAction(_ -> model.turn(box.isSelected()));
    return box;
  }

  private Node shown() {
    var group = new ToggleGroup();
    var row = new HBox();
    row.getStyleClass().add("segments");
    for (var shown : Shown.values()) {
      var button = segment(shown.label(), shown == model.shown());
      button.setToggleGroup(group);
      button.setOnAction(_ -> {
        button.setSelected(true);
        model.show(shown);
      });
      row.getChildren().add(button);
    }
    return row;
  }

  private Node sound() {
    var box = new ComboBox<NoticeSound>();
    box.getItems().setAll(NoticeSound.values());
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(NoticeSound sound) {
            return SoundWords.of(sound, "As the system does it");
          }

          @Override
          public NoticeSound fromString(String name) {
            throw new IllegalStateException("nothing is typed");
          }
        });
    box.setAccessibleText("Sound");
    box.setValue(model.sound());
    box.setOnAction(_ -> model.sound(box.getValue()));
    return box;
  }

  private static ToggleButton segment(String name, boolean selected) {
    var button = new ToggleButton(name);
    button.setSelected(selected);
    button.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(button, Priority.ALWAYS);
    return button;
  }

  private void showQuiet() {
    var state = new Label(model.words());
    state.getStyleClass().add("quiet-state");
    state.setWrapText(true);
    state.setMinHeight(Region.USE_PREF_SIZE);
    quiet.getChildren().setAll(state, buttons());
    var hours = model.quiet().hours();
    var box = new CheckBox("By itself, each week");
    box.setSelected(hours.on());
    box.setOnAction(_ -> {
      var now = model.quiet().hours();
      model.choose(new QuietHours(box.isSelected(), now.days(), now.from(), now.to()));
    });
    quiet.getChildren().add(box);
    if (hours.on()) {
      quiet
          .getChildren()
          .addAll(
              days(hours),
              times(hours),
              Wrapped.note("By the clock of the place where each of your devices is."));
    }
  }

  private Node buttons() {
    var row = new FlowPane();
    row.getStyleClass().add("button-row");
    if (model.isQuiet()) {
      row.getChildren().add(button("Turn off", model::off));
    } else {
      row.getChildren()
          .addAll(
              button("For an hour", model::hour),
              button("Until tomorrow", model::tomorrow),
              button("Until I turn it off", model::always));
    }
    return row;
  }

  private static Button button(String name, Runnable action) {
    var button = new Button(name);
    button.setOnAction(_ -> action.run());
    return button;
  }

  private Node days(QuietHours hours) {
    var row = new HBox();
    row.getStyleClass().addAll("segments", "days");
    for (var day : DayOfWeek.values()) {
      var button =
          segment(day.getDisplayName(TextStyle.SHORT, model.locale()), hours.days().contains(day));
      button.setAccessibleText(day.getDisplayName(TextStyle.FULL, model.locale()));
      button.setOnAction(_ -> {
        var days = EnumSet.noneOf(DayOfWeek.class);
        days.addAll(hours.days());
        if (button.isSelected()) {
          days.add(day);
        } else {
          days.remove(day);
        }
        model.choose(new QuietHours(true, days, hours.from(), hours.to()));
      });
      row.getChildren().add(button);
    }
    return row;
  }

  private Node times(QuietHours hours) {
    var from = time("From", hours.from());
    var to = time("To", hours.to());
    from.setOnAction(_ -> chosen(hours, minute(from), hours.to()));
    to.setOnAction(_ -> chosen(hours, hours.from(), minute(to)));
    var next = new Label(hours.to() > hours.from() ? "" : "on the next day");
    next.getStyleClass().add("form-note");
    var row = new FlowPane(new Label("From"), from, new Label("to"), to, next);
    row.getStyleClass().add("time-row");
    return row;
  }

  private void chosen(QuietHours hours, int from, int to) {
    model.choose(new QuietHours(true, hours.days(), from, to));
  }

  private static ComboBox<String> time(String name, int minute) {
    var box = new ComboBox<String>();
    box.setAccessibleText(name);
    for (int each = 0; each < QuietHours.DAY; each += STEP) {
      box.getItems().add(clock(each));
    }
    if (minute % STEP != 0) { // set on the command line
      box.getItems().add(clock(minute));
    }
    box.setValue(clock(minute));
    return box;
  }

  private static String clock(int minute) {
    return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
  }

  private static int minute(ComboBox<String> box) {
    var text = box.getValue();
    return 60 * Integer.parseInt(text.substring(0, 2)) + Integer.parseInt(text.substring(3));
  }
}
