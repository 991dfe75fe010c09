package org.juntos.content;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.juntos.wire.Bytes;

/// Stickers and voice messages.
final class StickerSamples {
  static final String WAVE = "\uD83D\uDC4B";
  static final StickerPackPlace PLACE =
      new StickerPackPlace(
          Samples.filled(32, 0x66),
          "blob-7",
          Samples.filled(32, 0x77),
          Samples.filled(32, 0x88),
          4096);

  private StickerSamples() {}

  static void addTo(Map<String, Content> golden) {
    golden.put("sticker", message());
    golden.put("sticker-packs", chosen());
    golden.put("messages-played", new Linking.Played(List.of(ChangeSamples.MESSAGE)));
  }

  /// As long as it is wanted, and a PNG as far as its first bytes go.
  static Bytes image(int size) {
    var bytes = new byte[size];
    Arrays.fill(bytes, (byte) 0x5A);
    var magic = new byte[] {(byte) 0x89, 'P', 'N', 'G'};
    System.arraycopy(magic, 0, bytes, 0, Math.min(size, magic.length));
    return Bytes.of(bytes);
  }

  static Content.Message message() {
    return message(new Sticker(PLACE, 3, WAVE, "waves", image(40)));
  }

  static Content.Message message(Sticker sticker) {
    return Samples.message("", null, sticker);
  }

  static Content chosen() {
    return new Linking.StickerPacks(
        List.of(
            new Linking.StickerPacks.Choice(PLACE, true, Samples.NOON),
            new Linking.StickerPacks.Choice(
                StickerPackPlace.nowhere(Samples.filled(32, 0x99)), false, Samples.NOON)));
  }

  static StickerPack pack(int stickers) {
    var items = new StickerPack.Item[stickers];
    for (int number = 0; number < stickers; number++) {
      items[number] = new StickerPack.Item(WAVE, "number " + number, image(100 + number));
    }
    return new StickerPack("Cats", "Alice", List.of(items));
  }
}
