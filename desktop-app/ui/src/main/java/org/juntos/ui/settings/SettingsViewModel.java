package org.juntos.ui.settings;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.util.Subscription;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.model.ConnectionView;
import org.juntos.engine.model.RelayView;
import org.juntos.engine.model.SessionView;
import org.juntos.ui.compose.QualitySetting;
import org.juntos.ui.fx.EngineLink;
import org.juntos.ui.theme.Theme;

/// The person's own name, looks and link.
public final class SettingsViewModel {
  private final EngineLink engine;
  private final Theme theme;
  private final Consumer<Theme> wear;
  private final QualitySetting quality;
  private final Consumer<Problem> complain;
  private final ReadOnlyBooleanWrapper saved = new ReadOnlyBooleanWrapper();

  /// @param theme worn now
  /// @param wear changes it, and remembers
  /// @param quality in which files usually leave
  /// @param complain told what went wrong
  public SettingsViewModel(
      EngineLink engine,
      Theme theme,
      Consumer<Theme> wear,
      QualitySetting quality,
      Consumer<Problem> complain) {
    this.quality = quality;
    this.engine = engine;
    this.theme = theme;
    this.wear = wear;
    this.complain = complain;
  }

  Theme theme() {
    return theme;
  }

  void wear(Theme chosen) {
    wear.accept(chosen);
  }

  /// Whether photos, videos and sound usually leave as they are.
  boolean original() {
    return quality.isOriginal();
  }

  void original(boolean wanted) {
    try {
      quality.keep(wanted);
    } catch (UncheckedIOException _) {
      complain.accept(
          Problem.local(
              "setting-not-kept",
              "This choice could not be kept.",
              "It holds until Juntos is closed; look whether the disk is full."));
    }
  }

  String name() {
    return engine.models().session().value() instanceof SessionView.Ready ready ? ready.name() : "";
  }

  /// Empty when there is none.
  String userName() {
    return engine.models().session().value() instanceof SessionView.Ready ready
        ? ready.userName()
        : "";
  }

  String relay() {
    return engine.models().session().value() instanceof SessionView.Ready ready
        ? ready.relay()
        : "";
  }

  String link() {
    return engine.models().session().value() instanceof SessionView.Ready ready ? ready.link() : "";
  }

  /// Whether the last new name is kept.
  ReadOnlyBooleanProperty saved() {
    return saved.getReadOnlyProperty();
  }

  void rename(String name) {
    saved.set(false);
    if (name.isBlank()) {
      complain.accept(
          Problem.local("name-missing", "Your name is missing.", "Type what people call you."));
    } else {
      engine.submit(new Intent.Rename(name.strip()), this::answered);
    }
  }

  /// Whether the person wants to be away from the relay.
  boolean resting() {
    return engine.models().connection().value().state() instanceof ConnectionView.State.Resting;
  }

  void rest(boolean away) {
    engine.submit(away ? new Intent.GoOffline() : new Intent.Reconnect(), this::connection);
  }

  /// Every address of the relay, on the JavaFX thread, now and after changes. Whoever watches ends
  /// it.
  Subscription watchRelays(Consumer<List<RelayView>> observer) {
    return engine.watch(engine.models().connection(), view -> observer.accept(view.relays()));
  }

  /// Measures them anew.
  void measure(Runnable whenDone) {
    engine.submit(
        new Intent.MeasureRelays(),
        outcome -> {
          connection(outcome);
          whenDone.run();
        });
  }

  /// Asks the relay for all that it holds on this account.
  void lookAtHeld(Consumer<Outcome> whenKnown) {
    engine.submit(new Intent.LookAtHeld(), whenKnown);
  }

  private void answered(Outcome outcome) {
    saved.set(!(outcome instanceof Outcome.Refused));
    connection(outcome);
  }

  private void connection(Outcome outcome) {
    if (outcome instanceof Outcome.Refused(var problem)) {
      complain.accept(problem);
    }
  }
}
