package org.juntos.ui.sticker;

import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.model.PackView;
import org.juntos.engine.model.StickerView;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.SafeText;
import org.juntos.ui.control.Wrapped;
import org.juntos.wire.Bytes;
import org.kordamp.ikonli.feather.Feather;

/// The card on which a sticker is chosen: a pack, and in it one. The arrow keys walk, Enter sends.
public final class StickerPicker extends VBox {
  private static final double EDGE = 84;

  private final StickersModel model;
  private final StickerImages images;
  private final BiConsumer<Bytes, Integer> chosen;
  private final Runnable make;
  private final ToggleGroup group = new ToggleGroup();
  private final FlowPane packs = new FlowPane();
  private final TilePane grid = new TilePane();
  private final HBox below = new HBox();
  private final Label note = Wrapped.note("");

  /// @param chosen gets the pack and the number of the sticker
  /// @param make leads to a pack of one's own
  public StickerPicker(
      StickersModel model, StickerImages images, BiConsumer<Bytes, Integer> chosen, Runnable make) {
    this.model = model;
    this.images = images;
    this.chosen = chosen;
    this.make = make;
    getStyleClass().addAll("dialog-body", "sticker-picker");
    packs.getStyleClass().add("sticker-packs");
    grid.getStyleClass().add("sticker-grid");
    grid.setPrefColumns(4);
    below.getStyleClass().add("sticker-below");
    below.setAlignment(Pos.CENTER_LEFT);
    var scroll = new ScrollPane(grid);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("sticker-scroll");
    scroll.setFocusTraversable(false);
    getChildren().addAll(packs, note, scroll, below);
    look(null);
  }

  private void look(@Nullable Bytes wanted) {
    model.packs(found -> show(found, wanted));
  }

  private void show(List<PackView> found, @Nullable Bytes wanted) {
    packs.getChildren().setAll(found.stream().map(this::tab).toList());
    packs.setVisible(found.size() > 1);
    packs.setManaged(found.size() > 1);
    var open =
        found.stream()
            .filter(pack -> wanted == null || pack.id().equals(wanted))
            .findFirst()
            .orElse(found.isEmpty() ? null : found.getFirst());
    open(open);
  }

  private ToggleButton tab(PackView pack) {
    var tab = new ToggleButton(title(pack));
    tab.setUserData(pack.id());
    tab.setToggleGroup(group);
    tab.setMaxWidth(180);
    tab.getStyleClass().add("sticker-tab");
    tab.setOnAction(_ -> open(pack));
    return tab;
  }

  private static String title(PackView pack) {
    return pack.fetched() ? SafeText.name(pack.title()) : "Coming …";
  }

  private void open(@Nullable PackView pack) {
    for (var tab : group.getToggles()) {
      tab.setSelected(pack != null && pack.id().equals(tab.getUserData()));
    }
    grid.getChildren()
        .setAll(pack == null ? List.of() : pack.stickers().stream().map(this::choice).toList());
    below.getChildren().setAll(Icons.link(Feather.PLUS, "Make a pack …", make));
    if (pack == null) {
      note("There are no stickers here. Install a pack from one that you were sent, or make one.");
    } else {
      note(pack.fetched() ? "" : "This pack is fetched when the relay can be reached.");
      below.getChildren().add(remove(pack));
      if (!grid.getChildren().isEmpty()) {
        grid.getChildren().getFirst().requestFocus();
      }
    }
  }

  private void note(String text) {
    note.setText(text);
    note.setVisible(!text.isEmpty());
    note.setManaged(!text.isEmpty());
  }

  private Node choice(StickerView sticker) {
    var button = new Button("", new StickerNode(sticker, images, EDGE));
    button.getStyleClass().add("sticker-choice");
    button.defaultButtonProperty().bind(button.focusedProperty()); // Enter, too
    button.setAccessibleText(SafeText.line(sticker.words(), 200));
    button.setTooltip(new Tooltip(SafeText.line(sticker.words(), 200)));
    button.setOnAction(_ -> chosen.accept(sticker.pack(), sticker.number()));
    return button;
  }

  private Node remove(PackView pack) {
    var question = "Remove “" + title(pack) + "”";
    return Icons.link(Feather.TRASH_2, question, () -> ask(pack));
  }

  /// What was sent of it stays; others of the person's devices lose it, too.
  private void ask(PackView pack) {
    var keep = new Button("Keep");
    keep.setOnAction(_ -> open(pack));
    var remove = new Button("Remove");
    remove.getStyleClass().add("dangerous");
    remove.setOnAction(_ -> model.remove(pack.id(), () -> look(null)));
    note("Remove this pack from all of your devices? What you have sent of it stays.");
    below.getChildren().setAll(keep, remove);
    keep.requestFocus();
  }
}
