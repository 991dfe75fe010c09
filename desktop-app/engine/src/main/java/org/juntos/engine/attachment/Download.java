package org.juntos.engine.attachment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.juntos.crypto.attachment.DownloadFile;
import org.juntos.crypto.attachment.FileCheck;
import org.juntos.engine.connection.BlobApi;
import org.juntos.engine.connection.RelayResult;
import org.juntos.store.Store;
import org.juntos.store.attachment.AttachmentFiles;
import org.juntos.store.attachment.Attachments.Pending;
import org.juntos.store.attachment.StoredAttachment;

/// Moves a ciphertext file here, from where the last try ended; it counts as here only when its
/// length and digest are those of the message.
final class Download implements Transfer {
  private final Store store;
  private final AttachmentFiles files;
  private final BlobApi blobs;
  private final InstantSource clock;
  private final Cancellation cancellation;

  Download(
      Store store,
      AttachmentFiles files,
      BlobApi blobs,
      InstantSource clock,
      Cancellation cancellation) {
    this.store = store;
    this.files = files;
    this.blobs = blobs;
    this.clock = clock;
    this.cancellation = cancellation;
  }

  @Override
  public boolean outgoing() {
    return false;
  }

  @Override
  public TransferStep move(Pending pending) throws IOException {
    var key = new TransferKey(pending.message(), pending.attachment().index());
    var stored = pending.attachment();
    if (files.size(stored.file()) >= 0) {
      return done(key); // verified before the last run ended
    }
    try (var file = DownloadFile.open(files.partial(stored.file()), stored.attachment())) {
      if (file.missingBytes() > 0) {
        var refused = fetch(key, stored, file);
        if (refused != null) {
          return refused;
        }
      }
      return judge(key, stored, file);
    }
  }

  private @Nullable TransferStep fetch(TransferKey key, StoredAttachment stored, DownloadFile file)
      throws IOException {
    var mark = new TransferMark(store, clock, key);
    var blob = stored.attachment().blobId();
    return switch (blobs.download(blob, file.position(), sink(key, file), mark)) {
      case RelayResult.Ok<Long> _ -> null;
      case RelayResult.Refused<Long> refused -> Refusals.step(refused, "attachment-tampered");
    };
  }

  private TransferStep judge(TransferKey key, StoredAttachment stored, DownloadFile file)
      throws IOException {
    return switch (file.finish()) {
      case FileCheck.Intact() -> {
        files.complete(stored.file());
        yield done(key);
      }
      case FileCheck.Truncated _ -> new TransferStep.Again(null);
      case FileCheck.Tampered _ -> new TransferStep.Failed("attachment-tampered");
    };
  }

  private TransferStep done(TransferKey key) {
    store.write(txn -> {
      var stored = txn.attachments().find(key.message(), key.index());
      if (stored != null && stored.transfer() != StoredAttachment.Transfer.CANCELLED) {
        long all = stored.attachment().ciphertextBytes();
        txn.attachments().setTransferred(key.message(), key.index(), all);
        txn.attachments().setTransfer(key.message(), key.index(), StoredAttachment.Transfer.DONE);
      }
      return true;
    });
    return new TransferStep.Done();
  }

  private WritableByteChannel sink(TransferKey key, DownloadFile file) {
    return new MeasuredSink(file) {
      @Override
      public int write(ByteBuffer source) throws IOException {
        cancellation.check(key);
        return super.write(source);
      }
    };
  }
}
