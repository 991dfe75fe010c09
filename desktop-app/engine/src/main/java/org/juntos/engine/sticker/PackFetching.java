package org.juntos.engine.sticker;

import java.io.IOException;
import java.nio.channels.Channels;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Attachment;
import org.juntos.content.MalformedContentException;
import org.juntos.content.StickerPack;
import org.juntos.content.StickerPackCodec;
import org.juntos.content.StickerPackPlace;
import org.juntos.crypto.attachment.AttachmentCipher;
import org.juntos.crypto.attachment.DownloadFile;
import org.juntos.crypto.attachment.FileCheck;
import org.juntos.engine.attachment.MeasuredSink;
import org.juntos.engine.attachment.OversizeException;
import org.juntos.engine.connection.RelayApi;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.problem.Problems;
import org.juntos.engine.time.Backoff;
import org.juntos.engine.time.Retries;
import org.juntos.engine.time.RetryingTurn;
import org.juntos.store.Store;
import org.juntos.store.attachment.AttachmentFiles;
import org.juntos.store.sticker.StoredPack;
import org.juntos.wire.Bytes;
import org.juntos.wire.ErrorCode;

/// Fetches packs that were installed, here or on another device. What comes counts only when it is
/// the file that the sticker named, and the pack of that name; else the pack is not installed any
/// more on this device, and the person is told.
public final class PackFetching extends RetryingTurn<Bytes> {
  private static final String TAMPERED = "sticker-pack-tampered";

  private final Store store;
  private final RelayApi relay;
  private final AttachmentFiles files;
  private final AttachmentCipher cipher;
  private final Consumer<Problem> trouble;

  /// @param trouble told of packs that cannot be had
  PackFetching(
      Store store,
      RelayApi relay,
      AttachmentFiles files,
      AttachmentCipher cipher,
      InstantSource clock,
      Backoff backoff,
      Consumer<Problem> trouble) {
    super(new Retries<>(clock, backoff));
    this.store = store;
    this.relay = relay;
    this.files = files;
    this.cipher = cipher;
    this.trouble = trouble;
  }

  @Override
  public Duration turn() throws InterruptedException {
    var awaited =
        store.read(txn -> txn.stickerPacks().all().stream().filter(StoredPack::isAwaited).toList());
    return retries.turn(awaited, one -> one.place().id(), this::fetch);
  }

  private void fetch(StoredPack pack) throws IOException {
    var id = pack.place().id();
    if (ShippedPack.is(id)) {
      done(id, ShippedPack.pack());
      return;
    }
    if (!pack.place().isSomewhere()) {
      giveUp(pack, "sticker-pack-nowhere");
      return;
    }
    var name = files.newName();
    try {
      var code = downloaded(pack.place(), name);
      if (code == null) {
        retries.failed(id, null);
      } else if (!code.isEmpty()) {
        giveUp(pack, code);
      } else {
        taken(pack, name);
      }
    } finally {
      files.delete(name);
    }
  }

  /// The code of what is wrong; empty when it is here, null to try again.
  private @Nullable String downloaded(StickerPackPlace place, String name) throws IOException {
    try (var file = DownloadFile.open(files.path(name), described(place))) {
      var answer = relay.blobs().download(place.blob(), 0, new MeasuredSink(file), _ -> {});
      if (answer instanceof RelayResult.Refused<Long> refused) {
        return refused.code() == ErrorCode.NOT_FOUND ? "sticker-pack-gone" : null;
      }
      return file.finish() instanceof FileCheck.Intact ? "" : TAMPERED;
    } catch (OversizeException _) {
      return TAMPERED;
    }
  }

  /// Its plaintext is as long as its ciphertext says; if no file has such a one, none is taken.
  private static Attachment described(StickerPackPlace place) {
    long plain = place.ciphertextBytes();
    for (int step = 0; step < 4; step++) {
      plain =
          Math.max(0, plain + place.ciphertextBytes() - AttachmentCipher.ciphertextBytes(plain));
    }
    return new Attachment(
        place.blob(),
        place.key(),
        place.digest(),
        plain,
        place.ciphertextBytes(),
        "",
        "",
        Attachment.Kind.FILE,
        Attachment.Preview.NONE);
  }

  private void taken(StoredPack pack, String name) throws IOException {
    var id = pack.place().id();
    try (var plain = cipher.open(files.path(name), pack.place().key())) {
      done(id, StickerPackCodec.decode(id, Channels.newInputStream(plain).readAllBytes()));
    } catch (MalformedContentException | IllegalArgumentException _) { // or it has no usable key
      giveUp(pack, TAMPERED);
    }
  }

  private void done(Bytes id, StickerPack stickers) {
    retries.over(id);
    store.write(txn -> {
      var now = txn.stickerPacks().find(id);
      if (now != null && now.isAwaited()) {
        txn.stickerPacks().fetched(id, stickers);
      }
      return true;
    });
  }

  /// Other devices may have it: they are not told.
  private void giveUp(StoredPack pack, String code) {
    retries.over(pack.place().id());
    store.write(
        txn -> txn.stickerPacks().choose(pack.place(), false, pack.changedAt().plusMillis(1)));
    trouble.accept(Problems.of(code));
  }
}
