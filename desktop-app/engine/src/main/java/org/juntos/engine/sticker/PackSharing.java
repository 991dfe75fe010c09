package org.juntos.engine.sticker;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.juntos.content.StickerPack;
import org.juntos.content.StickerPackCodec;
import org.juntos.content.StickerPackPlace;
import org.juntos.crypto.attachment.AttachmentCipher;
import org.juntos.crypto.attachment.EncryptedFile;
import org.juntos.engine.connection.RelayApi;
import org.juntos.engine.connection.RelayResult;
import org.juntos.store.Store;
import org.juntos.store.attachment.AttachmentFiles;
import org.juntos.store.sticker.StoredPack;
import org.juntos.wire.Bytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings packs to the relay, so that those who see a sticker can have the others. Each device
/// brings its own copy, under a key of its own, and again before the relay lets go of it: so the
/// relay does not see who has the same pack.
final class PackSharing {
  private static final Logger LOG = LoggerFactory.getLogger(PackSharing.class);

  /// The relay keeps files for longer than this.
  private static final Duration FRESH = Duration.ofDays(14);

  private final Store store;
  private final RelayApi relay;
  private final AttachmentFiles files;
  private final AttachmentCipher cipher;
  private final InstantSource clock;

  PackSharing(
      Store store,
      RelayApi relay,
      AttachmentFiles files,
      AttachmentCipher cipher,
      InstantSource clock) {
    this.store = store;
    this.relay = relay;
    this.files = files;
    this.cipher = cipher;
    this.clock = clock;
  }

  /// Where the pack can be fetched now; as it is known when the relay cannot be reached.
  StickerPackPlace place(StoredPack pack, StickerPack stickers) throws InterruptedException {
    var uploadedAt = pack.uploadedAt();
    if (uploadedAt != null && clock.instant().isBefore(uploadedAt.plus(FRESH))) {
      return pack.place();
    }
    try {
      var place = uploaded(pack.place().id(), stickers);
      return place == null ? pack.place() : place;
    } catch (IOException e) {
      if (Thread.interrupted()) {
        var interrupted = new InterruptedException("closed");
        interrupted.initCause(e);
        throw interrupted;
      }
      LOG.info("a pack of stickers was not brought to the relay: {}", e.getClass().getName());
      return pack.place();
    }
  }

  private @Nullable StickerPackPlace uploaded(Bytes id, StickerPack stickers) throws IOException {
    var name = files.newName();
    try {
      var plain = new ByteArrayInputStream(StickerPackCodec.encode(stickers).file().toArray());
      var encrypted = cipher.encrypt(plain, files.path(name), _ -> {});
      var blob = upload(name, encrypted);
      if (blob.isEmpty()) {
        return null;
      }
      var place =
          new StickerPackPlace(
              id, blob, encrypted.key(), encrypted.digest(), encrypted.ciphertextBytes());
      store.write(txn -> {
        txn.stickerPacks().uploaded(place, clock.instant());
        return true;
      });
      return place;
    } finally {
      files.delete(name);
    }
  }

  /// The name of the blob; empty when the relay did not take it.
  private String upload(String name, EncryptedFile encrypted) throws IOException {
    long size = encrypted.ciphertextBytes();
    if (!(relay.blobs().create(size) instanceof RelayResult.Ok<String>(String blob))) {
      return "";
    }
    try (var file = FileChannel.open(files.path(name), StandardOpenOption.READ)) {
      var answer = relay.blobs().upload(blob, 0, size, file, _ -> {});
      return answer instanceof RelayResult.Ok<Long>(Long there) && there >= size ? blob : "";
    }
  }
}
