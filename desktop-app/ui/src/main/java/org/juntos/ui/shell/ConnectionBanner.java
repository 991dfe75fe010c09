package org.juntos.ui.shell;

import java.util.List;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.model.ConnectionView;
import org.juntos.engine.model.ConnectionView.State;
import org.juntos.engine.model.RelayView.Health;
import org.juntos.ui.control.Banner;
import org.juntos.ui.control.Times;
import org.kordamp.ikonli.feather.Feather;

/// Says when the relay is not reached, what waits for it and when it is tried again.
final class ConnectionBanner {
  private static final String UNLINKED =
      "This device was unlinked. What is here stays readable; nothing more comes or goes.";

  private final Banner banner = new Banner();
  private final ShellViewModel model;
  private final Timeline clock;
  private final Subscription watch;
  private String shown = "";

  ConnectionBanner(ShellViewModel model) {
    this.model = model;
    banner.getStyleClass().add("connection-banner");
    clock = new Timeline(new KeyFrame(Duration.seconds(1), _ -> draw()));
    clock.setCycleCount(Timeline.INDEFINITE);
    watch = model.connection().subscribe(_ -> draw()).and(model.gone().subscribe(_ -> draw()));
  }

  Banner node() {
    return banner;
  }

  void close() {
    watch.unsubscribe();
    clock.stop();
  }

  private void draw() {
    if (model.gone().get()) {
      banner.show(Banner.Tone.DANGER, Feather.SLASH, UNLINKED, List.of());
      clock.stop();
      return;
    }
    var view = model.connection().get();
    var sentence = sentence(view, model.times());
    if (view == null || sentence.isEmpty()) {
      banner.hide();
      clock.stop();
    } else if (!sentence.equals(shown) || !banner.isVisible()) {
      show(view, sentence);
    }
    shown = sentence;
  }

  private void show(ConnectionView view, String sentence) {
    switch (view.state()) {
      case State.Offline _ -> {
        banner.show(Banner.Tone.WARNING, Feather.WIFI_OFF, sentence, List.of(retry("Try now")));
        clock.play();
      }
      case State.Resting _ ->
          banner.show(Banner.Tone.NEUTRAL, Feather.MOON, sentence, List.of(retry("Go online")));
      case State.Connecting _ ->
          banner.show(Banner.Tone.NEUTRAL, Feather.WIFI, sentence, List.of());
      case State.Online _ when view.unopened() == 0 ->
          banner.show(Banner.Tone.NEUTRAL, Feather.SHUFFLE, sentence, List.of());
      case State.Online _ ->
          banner.show(
              Banner.Tone.WARNING,
              Feather.ALERT_TRIANGLE,
              sentence,
              List.of(link("Try again", model::openSetAside)));
    }
  }

  private Button retry(String name) {
    return link(name, model::reconnect);
  }

  private static Button link(String name, Runnable action) {
    var button = new Button(name);
    button.getStyleClass().add("link");
    button.setMinWidth(Button.USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    return button;
  }

  /// Empty when there is nothing to say.
  static String sentence(@Nullable ConnectionView view, Times times) {
    if (view == null) {
      return "";
    }
    return switch (view.state()) {
      case State.Online _ -> view.unopened() == 0 ? detour(view) : unopened(view.unopened());
      case State.Connecting _ -> "Connecting" + to(view) + waiting(view.waiting()) + " …";
      case State.Resting _ -> "Offline, as you wish" + waiting(view.waiting());
      case State.Offline offline ->
          "Offline" + waiting(view.waiting()) + again(times.until(offline.retryAt()).toSeconds());
    };
  }

  private static String to(ConnectionView view) {
    var current = view.current();
    return current == null || view.relays().size() < 2 ? "" : " to " + current.address();
  }

  /// Says when another address is used because one does not answer.
  private static String detour(ConnectionView view) {
    var current = view.current();
    var failing =
        view.relays().stream().filter(relay -> relay.health() == Health.FAILING).findFirst();
    return current == null || failing.isEmpty() || failing.get().current()
        ? ""
        : "Connected through "
            + current.address()
            + ", because "
            + failing.get().address()
            + " does not answer.";
  }

  private static String unopened(int messages) {
    return messages == 0
        ? ""
        : messages == 1
            ? "1 message could not be opened."
            : messages + " messages could not be opened.";
  }

  private static String waiting(int messages) {
    return messages == 0
        ? ""
        : messages == 1 ? ", 1 message waiting" : ", " + messages + " messages waiting";
  }

  private static String again(long seconds) {
    return seconds <= 0
        ? ". Trying …"
        : ". Next try in " + Times.length(java.time.Duration.ofSeconds(seconds));
  }
}
