package org.juntos.ui.status;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.juntos.content.MessageId;
import org.juntos.content.StatusContent;
import org.juntos.engine.model.StatusView;
import org.juntos.ui.control.Avatar;
import org.juntos.ui.control.EmojiLine;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.SafeText;
import org.juntos.wire.AccountId;
import org.kordamp.ikonli.feather.Feather;

/// Statuses over the whole window, one after another. Left and right go back and on, space pauses,
/// Escape closes. Time stands still while a reply is written and while a file is loading.
public final class StatusViewer extends BorderPane implements AutoCloseable {
  private static final Duration TICK = Duration.millis(50);
  private static final double SHOWN_SECONDS = 6;
  private static final double PICTURE = 36;

  private final StatusViewerModel model;
  private final Runnable close;
  private final String ownName;
  private final AccountId self;
  private final StatusStage stage;
  private final StatusBars bars = new StatusBars();
  private final Avatar avatar;
  private final EmojiLine name;
  private final Label time = new Label();
  private final Button pause = Icons.button(Feather.PAUSE, "Pause (Space)", this::toggle);
  private final HBox tools = new HBox();
  private final StatusFoot foot;
  private final Timeline clock = new Timeline();
  private final Subscription watch;
  private @Nullable MessageId shown;
  private double seconds;
  private boolean paused;

  /// @param author whose statuses come first
  /// @param close leads back
  public StatusViewer(
      StatusesViewModel statuses, StatusStage.Materials materials, Viewed viewed, Runnable close) {
    this.model = new StatusViewerModel(statuses, viewed.author());
    this.close = close;
    this.self = viewed.self();
    this.ownName = viewed.ownName();
    stage = new StatusStage(materials, statuses.engine().models());
    name = new EmojiLine(materials.texts());
    avatar = new Avatar(PICTURE, materials.faces());
    foot = new StatusFoot(statuses, materials.texts(), materials.faces());
    getStyleClass().addAll("viewer", "status-viewer");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.DIALOG);
    setTop(head());
    setCenter(middle());
    setBottom(foot);
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    clock.getKeyFrames().add(new KeyFrame(TICK, _ -> tick()));
    clock.setCycleCount(Animation.INDEFINITE);
    watch = model.place().subscribe(this::show);
    clock.play();
  }

  /// Who looks at whose.
  public record Viewed(AccountId author, AccountId self, String ownName) {}

  @Override
  public void close() {
    clock.stop();
    watch.unsubscribe();
    model.close();
    stage.close();
  }

  private Node head() {
    name.getStyleClass().add("status-author");
    time.getStyleClass().add("status-time");
    var lines = new VBox(new HBox(name), time);
    lines.setAlignment(Pos.CENTER_LEFT);
    lines.setMinWidth(0);
    HBox.setHgrow(lines, Priority.ALWAYS);
    tools.setAlignment(Pos.CENTER);
    var row = new HBox(avatar, lines, pause, tools, Icons.button(Feather.X, "Close (Esc)", close));
    row.getStyleClass().add("status-head");
    row.setAlignment(Pos.CENTER_LEFT);
    var head = new VBox(bars, row);
    head.getStyleClass().add("status-top");
    return head;
  }

  private Node middle() {
    var back = side(Feather.CHEVRON_LEFT, "Previous (Left)", model::previous);
    var on = side(Feather.CHEVRON_RIGHT, "Next (Right)", model::next);
    HBox.setHgrow(stage, Priority.ALWAYS);
    var row = new HBox(back, stage, on);
    row.setAlignment(Pos.CENTER);
    row.getStyleClass().add("status-middle");
    return row;
  }

  private static Button side(Feather icon, String name, Runnable action) {
    var button = Icons.button(icon, name, action);
    button.setMinWidth(Button.USE_PREF_SIZE);
    return button;
  }

  private void show(StatusViewerModel.@Nullable Place place) {
    if (place == null) {
      close.run();
      return;
    }
    var status = place.status();
    boolean another = !status.id().equals(shown);
    boolean mine = status.author().equals(self);
    if (another) {
      shown = status.id();
      seconds = 0;
      setPaused(false);
      model.statuses().viewed(status);
      var who = mine ? "My status" : SafeText.name(model.statuses().name(status.author()));
      avatar.show(status.author(), mine ? ownName : who);
      name.show(who);
      setAccessibleText(who + ": " + StatusWords.excerpt(status));
    }
    time.setText(StatusWords.state(model.statuses().times(), status));
    bars.show(place.index(), place.of());
    stage.show(status, () -> model.statuses().viewed(status));
    tools(status, mine);
    foot.show(status, mine);
  }

  private void tools(StatusView status, boolean mine) {
    tools.getChildren().clear();
    if (mine) {
      if (status.state() == StatusView.State.REFUSED) {
        tools
            .getChildren()
            .add(
                Icons.button(
                    Feather.REFRESH_CW, "Try again", () -> model.statuses().retry(status.id())));
      }
      tools
          .getChildren()
          .add(
              Icons.button(
                  Feather.TRASH_2,
                  "Delete for everyone",
                  () -> model.statuses().delete(status.id())));
    } else {
      boolean muted = isMuted(status);
      tools
          .getChildren()
          .add(
              Icons.button(
                  muted ? Feather.BELL : Feather.BELL_OFF,
                  muted ? "Unmute" : "Mute their statuses",
                  () -> model.statuses().mute(status.author(), !muted)));
    }
  }

  private boolean isMuted(StatusView status) {
    var now = model.statuses().view().get();
    return now != null
        && now.others().stream()
            .anyMatch(other -> other.muted() && other.account().equals(status.author()));
  }

  private void tick() {
    var place = model.place().get();
    if (place == null || paused || foot.isBusy() || !stage.isReady()) {
      return;
    }
    double played = stage.played();
    boolean film = place.status().kind() == StatusContent.Kind.VIDEO && played >= 0;
    seconds += film ? 0 : TICK.toSeconds();
    double fraction = film ? played : seconds / SHOWN_SECONDS;
    bars.fill(place.index(), place.of(), fraction);
    if (fraction >= 1) {
      model.next();
    }
  }

  private void toggle() {
    setPaused(!paused);
  }

  private void setPaused(boolean now) {
    paused = now;
    stage.pause(now);
    Icons.dress(pause, now ? Feather.PLAY : Feather.PAUSE, now ? "Go on (Space)" : "Pause (Space)");
  }

  private void pressed(KeyEvent event) {
    if (foot.isBusy()) {
      return;
    }
    if (event.getCode() == KeyCode.SPACE) {
      toggle();
    } else if (event.getCode() == KeyCode.LEFT) {
      model.previous();
    } else if (event.getCode() == KeyCode.RIGHT) {
      model.next();
    } else {
      return;
    }
    event.consume();
  }
}
