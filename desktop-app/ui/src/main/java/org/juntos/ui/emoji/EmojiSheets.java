package org.juntos.ui.emoji;

import java.util.HashMap;
import java.util.Map;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;

/// The pictures of the emoji, in sheets that are decoded when first needed. JavaFX thread only.
public final class EmojiSheets {
  private static final int EDGE = 48;
  private static final int GAP = 2;
  private static final int SIDE = 8;

  private final EmojiCatalog catalog;
  private final Map<Integer, Image> sheets = new HashMap<>();

  private final ToneChoice tones;

  /// Draws the emoji of `catalog`, and offers those of people in the tone of `tones`.
  public EmojiSheets(EmojiCatalog catalog, ToneChoice tones) {
    this.catalog = catalog;
    this.tones = tones;
  }

  /// The same, in yellow until a tone is chosen, which is not remembered.
  public EmojiSheets(EmojiCatalog catalog) {
    this(catalog, new ToneChoice(SkinTone.NONE, _ -> {}));
  }

  /// In which tone people are offered.
  public ToneChoice tones() {
    return tones;
  }

  /// The one to offer for `emoji`.
  public Emoji offered(Emoji emoji) {
    return catalog.toned(emoji, tones.chosen().get());
  }

  /// What can be drawn.
  public EmojiCatalog catalog() {
    return catalog;
  }

  /// A node that shows `emoji`.
  ///
  /// @param size width and height in pixels
  public ImageView view(Emoji emoji, double size) {
    var sheet = sheets.computeIfAbsent(emoji.picture() / (SIDE * SIDE), EmojiSheets::decode);
    var cell = emoji.picture() % (SIDE * SIDE);
    var view = new ImageView(sheet);
    view.setViewport(new Rectangle2D(place(cell % SIDE), place(cell / SIDE), EDGE, EDGE));
    view.setFitWidth(size);
    view.setFitHeight(size);
    view.setSmooth(true);
    return view;
  }

  private static double place(int cell) {
    return cell * (EDGE + 2.0 * GAP) + GAP;
  }

  private static Image decode(int sheet) {
    var stream = EmojiSheets.class.getResourceAsStream(sheet + ".png");
    if (stream == null) {
      throw new IllegalStateException("emoji sheet " + sheet + " is not on the class path");
    }
    return new Image(stream);
  }
}
