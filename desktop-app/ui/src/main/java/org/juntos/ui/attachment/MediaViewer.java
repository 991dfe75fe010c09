package org.juntos.ui.attachment;

import java.time.Duration;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Attachment;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.SafeText;
import org.kordamp.ikonli.feather.Feather;

/// Pictures and videos over the whole window, one at a time. The arrows lead to the next one; space
/// plays and pauses, and the arrows skip five seconds of a video that is alone, or with shift.
public final class MediaViewer extends BorderPane implements AutoCloseable {
  private static final Duration SKIP = Duration.ofSeconds(5);
  private static final int LONGEST_CAPTION = 2000;
  private static final KeyCombination SAVE =
      new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination SAVE_ALL =
      new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

  private final AttachmentNodes.Parts parts;
  private final Viewed viewed;
  private final Label name = new Label();
  private final Label number = new Label();
  private final Label caption = new Label();
  private final StackPane stage = new StackPane();
  private final VBox foot = new VBox();
  private final Button before =
      Icons.button(Feather.CHEVRON_LEFT, "Previous (Left)", () -> step(-1));
  private final Button after = Icons.button(Feather.CHEVRON_RIGHT, "Next (Right)", () -> step(1));
  private int at = -1;
  private @Nullable MediaFrame frame;

  /// @param close leads back to the conversation
  public MediaViewer(AttachmentNodes.Parts parts, Viewed viewed, Runnable close) {
    this.parts = parts;
    this.viewed = viewed;
    getStyleClass().add("viewer");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.DIALOG);
    setTop(bar(close));
    setCenter(middle());
    setBottom(foot);
    addEventFilter(KeyEvent.KEY_PRESSED, this::moved);
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    show(viewed.first());
  }

  @Override
  public void close() {
    if (frame != null) {
      frame.close();
    }
  }

  private Node bar(Runnable close) {
    name.getStyleClass().add("viewer-name");
    name.setMaxWidth(Double.MAX_VALUE);
    name.setMinWidth(0);
    HBox.setHgrow(name, Priority.ALWAYS);
    number.getStyleClass().add("viewer-name");
    number.setMinWidth(USE_PREF_SIZE);
    number.setVisible(isAlbum());
    var save = Icons.button(Feather.DOWNLOAD, "Save as … (Ctrl+S)", this::save);
    var all = Icons.button(Feather.FOLDER_PLUS, "Save all … (Ctrl+Shift+S)", this::saveAll);
    all.setVisible(isAlbum());
    all.setManaged(isAlbum());
    var bar = new HBox(name, number, save, all, Icons.button(Feather.X, "Close (Esc)", close));
    bar.getStyleClass().add("viewer-bar");
    bar.setAlignment(Pos.CENTER_LEFT);
    return bar;
  }

  private void save() {
    parts.actions().save(item().view().get(), getScene().getWindow(), _ -> {});
  }

  private void saveAll() {
    var album = viewed.items().stream().map(item -> item.view().get()).toList();
    parts.actions().saveAll(album, getScene().getWindow());
  }

  private Node middle() {
    for (var button : new Button[] {before, after}) {
      button.getStyleClass().add("viewer-step");
      button.setVisible(isAlbum());
      button.setFocusTraversable(false); // the arrow keys do the same
      StackPane.setMargin(button, new Insets(0, 12, 0, 12));
    }
    StackPane.setAlignment(before, Pos.CENTER_LEFT);
    StackPane.setAlignment(after, Pos.CENTER_RIGHT);
    var room = new StackPane(stage, before, after);
    room.setMinSize(0, 0);
    stage.setMinSize(0, 0);
    caption.getStyleClass().add("viewer-caption");
    caption.setWrapText(true);
    caption.setText(SafeText.line(viewed.caption(), LONGEST_CAPTION));
    SafeText.fitFont(caption, caption.getText());
    return room;
  }

  private boolean isAlbum() {
    return viewed.items().size() > 1;
  }

  private AttachmentItem item() {
    return viewed.items().get(Math.max(0, at));
  }

  private void step(int by) {
    show(Math.clamp(at + by, 0, viewed.items().size() - 1));
  }

  private void show(int wanted) {
    if (wanted == at) {
      return;
    }
    close();
    at = wanted;
    var shown = new MediaFrame(item(), viewed.own(), parts);
    frame = shown;
    stage.getChildren().setAll(shown);
    name.setText(SafeText.name(item().view().get().fileName()));
    number.setText(at + 1 + " of " + viewed.items().size());
    before.setDisable(at == 0);
    after.setDisable(at == viewed.items().size() - 1);
    foot.getChildren().clear();
    if (!caption.getText().isEmpty()) {
      foot.getChildren().add(caption);
    }
    shown.whenPlaying(playback -> foot.getChildren().add(new VideoBar(playback)));
    setAccessibleText(said());
    notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
  }

  private String said() {
    var kind = item().view().get().kind() == Attachment.Kind.VIDEO ? "Video" : "Photo";
    return kind + (isAlbum() ? " " + number.getText() : "") + ", " + name.getText();
  }

  /// Before whatever has the focus: arrows lead through the album, not from button to button.
  private void moved(KeyEvent event) {
    if (event.isAltDown() || event.isShortcutDown()) {
      return;
    }
    switch (event.getCode()) {
      case LEFT -> move(event.isShiftDown(), -1);
      case RIGHT -> move(event.isShiftDown(), 1);
      case PAGE_UP -> step(-1);
      case PAGE_DOWN -> step(1);
      case HOME -> show(0);
      case END -> show(viewed.items().size() - 1);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void move(boolean within, int by) {
    var playback = frame == null ? null : frame.playback();
    if (playback != null && (within || !isAlbum())) {
      playback.skip(SKIP.multipliedBy(by));
    } else {
      step(by);
    }
  }

  private void pressed(KeyEvent event) {
    if (SAVE.match(event)) {
      save();
      event.consume();
    } else if (SAVE_ALL.match(event) && isAlbum()) {
      saveAll();
      event.consume();
    } else if (frame != null
        && (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER)) {
      frame.activate();
      event.consume();
    }
  }
}
