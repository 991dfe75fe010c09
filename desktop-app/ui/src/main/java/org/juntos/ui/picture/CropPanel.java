package org.juntos.ui.picture;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Slider;
import javafx.scene.image.Image;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.juntos.media.Square;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.PlainButton;
import org.juntos.ui.control.Wrapped;
import org.kordamp.ikonli.feather.Feather;

/// A picture, and what is needed to choose a part of it.
public final class CropPanel extends VBox {
  private final CropView part;

  /// @param use takes the part
  /// @param cancel chooses nothing
  public CropPanel(Image image, Consumer<Square> use, Runnable cancel) {
    part = new CropView(image);
    getStyleClass().add("crop-panel");
    var take = new PlainButton("Use this part", () -> use.accept(part.crop().get().square()));
    take.getStyleClass().add("primary");
    var buttons = new HBox(new PlainButton("Cancel", cancel), take);
    buttons.getStyleClass().add("link-row");
    buttons.setAlignment(Pos.CENTER_RIGHT);
    getChildren()
        .addAll(
            Wrapped.note("Drag the circle, or move it with the arrow keys."),
            part,
            sizes(),
            buttons);
  }

  /// The arrow keys move the part from now on.
  public void focusPart() {
    part.requestFocus();
  }

  private HBox sizes() {
    var size = new Slider(Square.SMALLEST, 1, 1);
    size.setBlockIncrement(0.05);
    size.setAccessibleText("Size of the part that is shown");
    size.valueProperty()
        .subscribe(now -> part.crop().set(part.crop().get().sized(now.doubleValue())));
    part.crop().subscribe(now -> size.setValue(now.size()));
    HBox.setHgrow(size, Priority.ALWAYS);
    var sizes = new HBox(Icons.icon(Feather.ZOOM_IN), size, Icons.icon(Feather.ZOOM_OUT));
    sizes.getStyleClass().add("link-row");
    sizes.setAlignment(Pos.CENTER);
    return sizes;
  }
}
