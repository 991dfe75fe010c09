package org.juntos.engine.sticker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import org.juntos.content.StickerPack;
import org.juntos.content.StickerPackCodec;
import org.juntos.content.StickerPackPlace;
import org.juntos.store.Transaction;
import org.juntos.wire.Bytes;

/// The pack that comes with Juntos. It is installed once, on each device that has never heard of
/// it; whoever removes it has removed it.
public final class ShippedPack {
  private static final String TITLE = "Pingo";
  private static final String AUTHOR = "Juntos";
  private static final String FOLDER = "pingo/";

  /// Setting: which version of the pack this device has been given.
  private static final String INSTALLED = "sticker.shipped";

  private static final String VERSION = "1";

  private ShippedPack() {}

  /// Installs it where nothing is known of it. Older than any word of the person.
  public static boolean install(Transaction txn) {
    if (VERSION.equals(txn.settings().get(INSTALLED))) {
      return false;
    }
    txn.settings().put(INSTALLED, VERSION);
    var pack = pack();
    var id = StickerPackCodec.encode(pack).id();
    if (txn.stickerPacks().find(id) != null) {
      return false;
    }
    txn.stickerPacks().choose(StickerPackPlace.nowhere(id), true, Instant.EPOCH);
    txn.stickerPacks().fetched(id, pack);
    return true;
  }

  /// As it is in the program.
  static StickerPack pack() {
    var items = new ArrayList<StickerPack.Item>();
    for (var line : new String(read("stickers.txt"), StandardCharsets.UTF_8).lines().toList()) {
      var fields = line.split("\\|", -1);
      items.add(new StickerPack.Item(fields[1], fields[2], Bytes.of(read(fields[0]))));
    }
    return new StickerPack(TITLE, AUTHOR, items);
  }

  /// The pack when it is this one and has to be had again.
  static boolean is(Bytes id) {
    return StickerPackCodec.encode(pack()).id().equals(id);
  }

  private static byte[] read(String name) {
    try (var stream = ShippedPack.class.getResourceAsStream(FOLDER + name)) {
      if (stream == null) {
        throw new IllegalStateException("missing resource " + name);
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
