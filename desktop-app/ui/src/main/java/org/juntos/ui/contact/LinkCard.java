package org.juntos.ui.contact;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.QrCode;
import org.kordamp.ikonli.feather.Feather;

/// One's own contact link: as a picture to scan and as text to copy.
public final class LinkCard extends VBox {
  private static final int EDGE = 200;
  private static final Duration CONFIRMED = Duration.seconds(2);

  /// @param link as others add it
  public LinkCard(String link) {
    this(link, "Your contact link", "Whoever has this link can ask to be your contact.");
  }

  /// @param link as others add it
  /// @param save writes its code as a picture
  LinkCard(String link, Runnable save) {
    this(link);
    getChildren().add(Icons.link(Feather.DOWNLOAD, "Save the code as a picture …", save));
  }

  /// Any text that is to be scanned or copied.
  ///
  /// @param name what it is
  /// @param explanation what it is for
  public LinkCard(String link, String name, String explanation) {
    getStyleClass().add("link-card");
    setAlignment(Pos.CENTER);
    var image = QrCode.draw(link, EDGE);
    if (image != null) {
      var view = new ImageView(image);
      view.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
      view.setAccessibleText(name + " as a QR code");
      var frame = new StackPane(view);
      frame.getStyleClass().add("qr-frame");
      frame.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
      getChildren().add(frame);
    }
    getChildren().addAll(explanation(explanation), row(link, name));
  }

  private static Label explanation(String sentence) {
    var text = new Label(sentence);
    text.getStyleClass().add("form-note");
    text.setWrapText(true);
    return text;
  }

  private static HBox row(String link, String name) {
    var field = new TextField(link);
    field.setEditable(false);
    field.setAccessibleText(name);
    HBox.setHgrow(field, Priority.ALWAYS);
    var copy = new Button("Copy", Icons.icon(Feather.COPY));
    copy.setMinWidth(USE_PREF_SIZE);
    copy.setOnAction(_ -> {
      var content = new ClipboardContent();
      content.putString(link);
      Clipboard.getSystemClipboard().setContent(content);
      copy.setText("Copied");
      var back = new PauseTransition(CONFIRMED);
      back.setOnFinished(_ -> copy.setText("Copy"));
      back.play();
    });
    var row = new HBox(field, copy);
    row.getStyleClass().add("link-row");
    return row;
  }
}
