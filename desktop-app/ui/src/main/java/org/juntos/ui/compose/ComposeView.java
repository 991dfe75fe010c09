package org.juntos.ui.compose;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.RichText;
import org.juntos.ui.platform.Device;
import org.kordamp.ikonli.feather.Feather;

/// Where messages are written: files to come along, text, send.
public final class ComposeView extends VBox implements AutoCloseable {
  private final ComposeViewModel model;
  private final Device device;
  private final GrowingTextArea text;
  private final FileStrip strip;
  private Subscription preparing = Subscription.EMPTY;

  /// @param texts draws emoji
  public ComposeView(ComposeViewModel model, RichText texts, Device device) {
    this.model = model;
    this.device = device;
    getStyleClass().add("composer");
    text = new GrowingTextArea(texts.sheets(), model::send);
    text.area().textProperty().bindBidirectional(model.text());
    text.area().setPromptText("Write a message");
    text.area().setAccessibleText("Message");
    HBox.setHgrow(text, Priority.ALWAYS);
    strip = new FileStrip(model);
    var paste = new ImagePaste(model, device);
    text.area().addEventFilter(KeyEvent.KEY_PRESSED, paste::pressed);
    getChildren().addAll(preparing(), strip, row());
  }

  /// Puts the caret into the text.
  public void focusText() {
    text.area().requestFocus();
    text.area().end();
  }

  /// Asks for files to attach.
  public void chooseFiles() {
    model.attach(device.chooseFiles(getScene().getWindow()));
    focusText();
  }

  @Override
  public void close() {
    text.area().textProperty().unbindBidirectional(model.text());
    strip.close();
    preparing.unsubscribe();
  }

  private Node preparing() {
    var wait = new ProgressIndicator();
    wait.getStyleClass().add("wait-small");
    var notice = new Label("", wait);
    notice.getStyleClass().add("preparing");
    preparing =
        model
            .preparing()
            .subscribe(number -> {
              var files = number.intValue();
              notice.setText(files == 1 ? "Preparing a file …" : "Preparing " + files + " files …");
              notice.setVisible(files > 0);
              notice.setManaged(files > 0);
            });
    return notice;
  }

  private Node row() {
    var attach = Icons.button(Feather.PAPERCLIP, "Attach files (Ctrl+O)", this::chooseFiles);
    var send = Icons.button(Feather.SEND, "Send (Enter)", this::send);
    send.getStyleClass().setAll("send-button");
    disableWhenEmpty(send);
    var row = new HBox(attach, text, send);
    row.getStyleClass().add("composer-row");
    row.setAlignment(Pos.BOTTOM_LEFT);
    return row;
  }

  private void send() {
    model.send();
    focusText();
  }

  private void disableWhenEmpty(Button send) {
    Runnable check = () -> send.setDisable(model.isEmpty());
    text.area().textProperty().subscribe(_ -> check.run());
    strip.whenChanged(check);
  }
}
