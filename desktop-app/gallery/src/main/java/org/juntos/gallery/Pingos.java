package org.juntos.gallery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.juntos.engine.model.Models;
import org.juntos.engine.model.PackView;
import org.juntos.engine.model.StickerShelf;
import org.juntos.engine.model.StickerView;
import org.juntos.wire.Bytes;

/// The pack that comes with Juntos, and one that is still to come.
final class Pingos {
  private static final String FOLDER = "/org/juntos/engine/sticker/pingo/";
  private static final Bytes ID = Bytes.of(new byte[32]);

  private Pingos() {}

  static StickerShelf shelf() {
    var coming = new PackView(Bytes.of(new byte[31]), "", "", false, List.of());
    var named = new PackView(ID, "Pingo", "Juntos", true, stickers());
    var lengthy =
        new PackView(
            Bytes.of(new byte[30]),
            "The cats of the harbour, and the one that came from the ferry",
            "Ana",
            true,
            stickers().subList(0, 2));
    return () -> List.of(named, lengthy, coming);
  }

  /// All of them, in order.
  static List<StickerView> stickers() {
    var stickers = new ArrayList<StickerView>();
    for (var line : new String(read("stickers.txt"), StandardCharsets.UTF_8).lines().toList()) {
      var fields = line.split("\\|", -1);
      var image = Bytes.of(read(fields[0]));
      stickers.add(
          new StickerView(ID, stickers.size(), fields[1], fields[2], image, "image/png", true));
    }
    return stickers;
  }

  private static byte[] read(String name) {
    try (var stream = Models.class.getResourceAsStream(FOLDER + name)) {
      if (stream == null) {
        throw new IllegalStateException("missing resource " + name);
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
