package org.juntos.ui.vanishing;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Timer;
import org.juntos.engine.model.DurationWords;

/// What new messages of a conversation vanish after.
final class TimerChoice extends VBox {
  private static final List<Duration> OFFERED =
      List.of(
          Duration.ofSeconds(30),
          Duration.ofMinutes(5),
          Duration.ofHours(1),
          Duration.ofHours(8),
          Duration.ofDays(1),
          Duration.ofDays(7),
          Duration.ofDays(28));

  private final Choice<Duration> choice;

  TimerChoice(Consumer<Duration> chosen) {
    choice =
        new Choice<>(
            "New messages vanish after",
            Stream.concat(Stream.of(Duration.ZERO), OFFERED.stream())
                .map(TimerChoice::option)
                .toList(),
            List.of(
                unit("minutes", Duration.ofMinutes(1)),
                unit("hours", Duration.ofHours(1)),
                unit("days", Duration.ofDays(1)),
                unit("weeks", Duration.ofDays(7)),
                unit("seconds", Duration.ofSeconds(1))),
            chosen);
    getChildren().add(choice);
  }

  void show(Duration timer) {
    choice.show(option(timer));
  }

  private static Choice.Option<Duration> option(Duration timer) {
    return new Choice.Option<>(words(timer), timer);
  }

  /// "Off", "1 week".
  static String words(Duration timer) {
    return timer.isZero() ? "Off" : DurationWords.of(timer);
  }

  private static Choice.Named<Duration> unit(String words, Duration unit) {
    return new Choice.Named<>(words, count -> possible(unit.multipliedBy(count)));
  }

  private static @Nullable Duration possible(Duration timer) {
    return Timer.isPossible(timer) ? timer : null;
  }
}
