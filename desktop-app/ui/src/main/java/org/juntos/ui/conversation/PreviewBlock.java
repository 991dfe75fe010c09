package org.juntos.ui.conversation;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.juntos.content.LinkPreview;
import org.juntos.ui.control.SafeText;

/// What a link leads to, as its sender has seen it: a picture, a title, a few words, and the
/// address, below the text of the message.
final class PreviewBlock extends HBox {
  private static final double PICTURE = 64;
  private static final int TITLE = 120;
  private static final int DESCRIPTION = 180;

  PreviewBlock(LinkPreview preview, LinkDesk links) {
    getStyleClass().add("link-preview");
    setAlignment(Pos.CENTER_LEFT);
    var title = line(SafeText.line(preview.title(), TITLE), "link-preview-title");
    var words = new VBox(title);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    var about = SafeText.line(preview.description(), DESCRIPTION);
    if (!about.isEmpty()) {
      words.getChildren().add(line(about, "link-preview-about"));
    }
    words.getChildren().add(line(SafeText.line(preview.address(), TITLE), "link-preview-address"));
    getChildren().add(words);
    if (!preview.picture().jpeg().isEmpty()) {
      picture(preview, links);
    }
    setAccessibleRole(AccessibleRole.HYPERLINK);
    setAccessibleText(words(preview));
    setCursor(Cursor.HAND);
    setFocusTraversable(true);
    setOnMouseClicked(event -> {
      if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
        links.open(preview.address());
        event.consume();
      }
    });
    setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER) {
        links.open(preview.address());
        event.consume();
      }
    });
  }

  /// "Link: A page, example.org/a".
  static String words(LinkPreview preview) {
    return "Link: "
        + SafeText.line(preview.title(), TITLE)
        + ", "
        + SafeText.line(preview.address(), TITLE);
  }

  private void picture(LinkPreview preview, LinkDesk links) {
    var view = new ImageView();
    view.setFitWidth(PICTURE);
    view.setFitHeight(PICTURE);
    view.setPreserveRatio(true);
    var frame = new HBox(view);
    frame.getStyleClass().add("link-preview-picture");
    frame.setMinSize(PICTURE, PICTURE);
    links.picture(preview, view::setImage);
    getChildren().addFirst(frame);
  }

  private static Label line(String text, String look) {
    var label = new Label(text);
    label.getStyleClass().add(look);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    SafeText.fitFont(label, text);
    return label;
  }
}
