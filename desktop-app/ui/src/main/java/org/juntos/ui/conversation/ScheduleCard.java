package org.juntos.ui.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.juntos.ui.control.FieldLabel;
import org.juntos.ui.control.PlainButton;
import org.juntos.ui.control.Times;

/// Asks for a time to come.
public final class ScheduleCard extends VBox {
  private static final LocalTime MORNING = LocalTime.of(9, 0);
  private static final LocalTime EVENING = LocalTime.of(18, 0);
  private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

  private final Times times;
  private final Consumer<Instant> chosen;
  private final DatePicker day;
  private final TextField clock = new TextField();
  private final Label wrong = new Label();

  /// @param chosen told the time, once
  public ScheduleCard(Times times, Consumer<Instant> chosen) {
    this.times = times;
    this.chosen = chosen;
    getStyleClass().addAll("dialog-body", "schedule");
    var now = times.now();
    var today = times.day(now);
    var soon = now.plus(Duration.ofHours(1));
    day = new DatePicker(times.day(soon));
    day.setAccessibleText("Day");
    day.setEditable(false);
    day.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(day, Priority.ALWAYS);
    clock.setText(TYPED.format(soon.atZone(times.zone())));
    clock.setAccessibleText("Time, hours and minutes");
    clock.setPrefColumnCount(5);
    clock.setMinWidth(Region.USE_PREF_SIZE);
    wrong.getStyleClass().add("failure-text");
    wrong.setWrapText(true);
    wrong.setMinHeight(Region.USE_PREF_SIZE);
    tell("");
    addChoices(today, soon);
    var own = new HBox(day, clock);
    own.getStyleClass().add("link-row");
    var send = new PlainButton("Send then", this::typed);
    send.getStyleClass().add("primary");
    send.setDefaultButton(true);
    send.setMaxWidth(Double.MAX_VALUE);
    var note =
        new Label(
            "It leaves from this device. If Juntos is closed then, it leaves when it is opened.");
    note.getStyleClass().add("form-note");
    note.setWrapText(true);
    note.setMinHeight(Region.USE_PREF_SIZE);
    getChildren().addAll(new FieldLabel("Or at"), own, wrong, send, note);
  }

  private void addChoices(LocalDate today, Instant soon) {
    getChildren().add(quick("In an hour", soon));
    var evening = at(today, EVENING);
    if (evening.isAfter(soon)) {
      getChildren().add(quick("This evening, " + times.clock(evening), evening));
    }
    var morning = at(today.plusDays(1), MORNING);
    getChildren().add(quick("Tomorrow, " + times.clock(morning), morning));
  }

  private Button quick(String name, Instant at) {
    var button = new PlainButton(name, () -> chosen.accept(at));
    button.setMaxWidth(Double.MAX_VALUE);
    return button;
  }

  private void typed() {
    var time = time(clock.getText().strip());
    var date = day.getValue();
    if (time == null || date == null) {
      tell("Write the time as 18:30.");
      return;
    }
    var at = at(date, time);
    if (at.isAfter(times.now())) {
      chosen.accept(at);
    } else {
      tell("This time is over. Choose one in the future.");
    }
  }

  private static @Nullable LocalTime time(String typed) {
    try {
      return LocalTime.parse(typed, TYPED);
    } catch (DateTimeParseException _) {
      return null;
    }
  }

  private Instant at(LocalDate date, LocalTime time) {
    return date.atTime(time).atZone(times.zone()).toInstant();
  }

  private void tell(String text) {
    wrong.setText(text);
    wrong.setVisible(!text.isEmpty());
    wrong.setManaged(!text.isEmpty());
  }
}
