package org.juntos.ui.settings;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.util.Subscription;
import org.juntos.content.Choice;
import org.juntos.content.NoticeSound;
import org.juntos.engine.intent.ChoiceIntent;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.model.PersonalView;
import org.juntos.engine.model.Quiet;
import org.juntos.ui.control.Times;
import org.juntos.ui.fx.EngineLink;
import org.juntos.ui.notice.NoticeSettings;
import org.juntos.ui.notice.Shown;
import org.juntos.ui.platform.notifier.Chimes;

/// What this device shows, and when the person is not disturbed.
public final class NotificationsViewModel {
  private final EngineLink engine;
  private final NoticeSettings settings;
  private final Times times;
  private final Chimes chimes;
  private final Consumer<Problem> complain;

  /// @param chimes a sound that is chosen is heard
  /// @param complain told what went wrong
  public NotificationsViewModel(
      EngineLink engine,
      NoticeSettings settings,
      Times times,
      Chimes chimes,
      Consumer<Problem> complain) {
    this.engine = engine;
    this.settings = settings;
    this.times = times;
    this.chimes = chimes;
    this.complain = complain;
    chimes.prepare();
  }

  /// Calls on the JavaFX thread, now and after changes. Whoever watches ends it.
  Subscription watch(Consumer<PersonalView> observer) {
    return engine.watch(engine.models().personal(), observer);
  }

  Locale locale() {
    return times.locale();
  }

  boolean isOn() {
    return settings.isOn();
  }

  void turn(boolean on) {
    keep(() -> settings.turn(on));
  }

  Shown shown() {
    return settings.shown();
  }

  void show(Shown shown) {
    keep(() -> settings.show(shown));
  }

  NoticeSound sound() {
    return settings.sound();
  }

  void sound(NoticeSound sound) {
    chimes.play(sound);
    keep(() -> settings.sound(sound));
  }

  private void keep(Runnable change) {
    try {
      change.run();
    } catch (UncheckedIOException e) {
      complain.accept(
          Problem.local(
              "settings-unwritable",
              "This holds until Juntos ends: the file of its settings cannot be written.",
              "Check the folder's permissions and the free space."));
    }
  }

  Quiet quiet() {
    return engine.models().personal().value().quiet();
  }

  boolean isQuiet() {
    return quiet().isQuiet(times.now(), times.zone());
  }

  /// How it stands, in a sentence.
  String words() {
    var now = times.now();
    var said = quiet().until();
    if (said.until().isAfter(now)) {
      var end =
          said.until().equals(Choice.FOREVER)
              ? " until you say otherwise."
              : " until " + times.stamp(said.until()) + ".";
      return (said.quiet() ? "Nothing notifies" : "Notifications are on") + end;
    }
    var end = quiet().hoursEnd(now, times.zone());
    return end == null
        ? "Notifications are on."
        : "Nothing notifies until " + times.clock(end) + ".";
  }

  void hour() {
    until(times.now().plus(Duration.ofHours(1)));
  }

  void tomorrow() {
    until(Quiet.tomorrow(times.now(), times.zone()));
  }

  void always() {
    until(Choice.FOREVER);
  }

  private void until(Instant end) {
    choose(new Choice.QuietUntil(true, end));
  }

  void off() {
    choose(quiet().off(times.now(), times.zone()));
  }

  void choose(Choice choice) {
    engine.attempt(new ChoiceIntent.Choose(choice), complain);
  }
}
