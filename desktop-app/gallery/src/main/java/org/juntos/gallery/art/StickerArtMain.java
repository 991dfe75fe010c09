package org.juntos.gallery.art;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import javax.imageio.ImageIO;

/// Draws the pack into a folder: a picture for each sticker, and a list of them.
public final class StickerArtMain {
  private StickerArtMain() {}

  /// @param arguments the folder
  public static void main(String[] arguments) throws IOException {
    var folder = Files.createDirectories(Path.of(arguments[0]));
    var list = new ArrayList<String>();
    for (var scene : Scenes.all()) {
      var sheet = new Sheet();
      scene.drawing().accept(sheet);
      var file = scene.name() + ".png";
      ImageIO.write(sheet.picture(), "png", folder.resolve(file).toFile());
      list.add(file + "|" + scene.emoji() + "|" + scene.label());
    }
    Files.write(folder.resolve("stickers.txt"), list);
  }
}
