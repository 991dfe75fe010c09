package org.juntos.engine.attachment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import org.juntos.engine.connection.BlobApi;
import org.juntos.engine.connection.RelayResult;
import org.juntos.store.Store;
import org.juntos.store.attachment.AttachmentFiles;
import org.juntos.store.attachment.Attachments.Pending;
import org.juntos.wire.ErrorCode;

/// Moves a ciphertext file to the relay, from where the last try ended.
final class Upload implements Transfer {
  private final Store store;
  private final AttachmentFiles files;
  private final BlobApi blobs;
  private final InstantSource clock;
  private final Cancellation cancellation;

  Upload(
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
    return true;
  }

  @Override
  public TransferStep move(Pending pending) throws IOException {
    var key = new TransferKey(pending.message(), pending.attachment().index());
    var begun = store.read(txn -> txn.attachments().upload(key.message(), key.index()));
    if (begun.isEmpty()) {
      return begin(key, pending);
    }
    return switch (blobs.offset(begun)) {
      case RelayResult.Ok<Long>(Long offset) -> append(key, pending, begun, offset);
      case RelayResult.Refused<Long> refused -> lost(key, refused);
    };
  }

  private TransferStep begin(TransferKey key, Pending pending) throws IOException {
    long size = pending.attachment().attachment().ciphertextBytes();
    return switch (blobs.create(size)) {
      case RelayResult.Ok<String>(String blob) -> {
        remember(key, blob);
        yield append(key, pending, blob, 0);
      }
      case RelayResult.Refused<String> refused -> Refusals.step(refused, "file-too-large");
    };
  }

  /// The relay may have expired an upload that rested too long: it begins anew.
  private TransferStep lost(TransferKey key, RelayResult.Refused<Long> refused) {
    if (refused.code() != ErrorCode.NOT_FOUND) {
      return Refusals.step(refused, "refused");
    }
    remember(key, "");
    return new TransferStep.Again(null);
  }

  private TransferStep append(TransferKey key, Pending pending, String blob, long offset)
      throws IOException {
    long size = pending.attachment().attachment().ciphertextBytes();
    if (offset >= size) {
      return done(key, blob);
    }
    try (var file = open(pending)) {
      file.position(offset);
      var mark = new TransferMark(store, clock, key);
      return switch (blobs.upload(blob, offset, size, stoppable(file, key), mark)) {
        case RelayResult.Ok<Long>(Long there) ->
            there >= size ? done(key, blob) : new TransferStep.Again(null);
        case RelayResult.Refused<Long> refused -> lost(key, refused);
      };
    } catch (NoSuchFileException _) {
      return new TransferStep.Failed("file-unreadable");
    }
  }

  private FileChannel open(Pending pending) throws IOException {
    return FileChannel.open(files.path(pending.attachment().file()), StandardOpenOption.READ);
  }

  private TransferStep done(TransferKey key, String blob) {
    store.write(txn -> {
      txn.attachments().uploaded(key.message(), key.index(), blob);
      return true;
    });
    return new TransferStep.Done();
  }

  private void remember(TransferKey key, String blob) {
    store.write(txn -> {
      txn.attachments().setUpload(key.message(), key.index(), blob);
      return true;
    });
  }

  private ReadableByteChannel stoppable(FileChannel file, TransferKey key) {
    return new ReadableByteChannel() {
      @Override
      public int read(ByteBuffer target) throws IOException {
        cancellation.check(key);
        return file.read(target);
      }

      @Override
      public boolean isOpen() {
        return file.isOpen();
      }

      @Override
      public void close() throws IOException {
        file.close();
      }
    };
  }
}
