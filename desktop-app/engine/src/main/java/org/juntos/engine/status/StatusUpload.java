package org.juntos.engine.status;

import java.io.IOException;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.connection.BlobApi;
import org.juntos.engine.connection.RelayResult;
import org.juntos.store.Store;
import org.juntos.store.status.StoredStatus;
import org.juntos.wire.ErrorCode;

/// Moves the file of a status to the relay, from where the last try ended.
record StatusUpload(Store store, BlobApi blobs, StoredStatus status) {
  /// Outcome of one try.
  sealed interface Step {
    /// All of it is there.
    record Whole() implements Step {}

    /// There is more to do at once.
    record Again() implements Step {}

    record Refused(RelayResult.Refused<?> refused) implements Step {}

    /// The file is not here any more.
    record Lost() implements Step {}
  }

  /// Opens the file; null when it is not there.
  @FunctionalInterface
  interface Source {
    @Nullable FileChannel open(StoredStatus status) throws IOException;
  }

  Step move(Source source) throws IOException {
    return status.upload().isEmpty() ? begin() : goOn(source);
  }

  private Step begin() throws IOException {
    return switch (blobs.create(size())) {
      case RelayResult.Ok<String>(var blob) -> {
        remember(blob);
        yield new Step.Again();
      }
      case RelayResult.Refused<String> refused -> new Step.Refused(refused);
    };
  }

  private Step goOn(Source source) throws IOException {
    return switch (blobs.offset(status.upload())) {
      case RelayResult.Ok<Long>(Long there) ->
          there >= size() ? new Step.Whole() : append(source, there);
      case RelayResult.Refused<Long> refused -> lost(refused);
    };
  }

  /// The relay may have expired an upload that rested too long: it begins anew.
  private Step lost(RelayResult.Refused<Long> refused) {
    if (refused.code() != ErrorCode.NOT_FOUND) {
      return new Step.Refused(refused);
    }
    remember("");
    return new Step.Again();
  }

  private Step append(Source source, long offset) throws IOException {
    try (var file = source.open(status)) {
      if (file == null) {
        return new Step.Lost();
      }
      file.position(offset);
      return switch (blobs.upload(status.upload(), offset, size(), file, _ -> {})) {
        case RelayResult.Ok<Long> _ -> new Step.Again();
        case RelayResult.Refused<Long> refused -> lost(refused);
      };
    }
  }

  private long size() {
    var file = status.content().file();
    return file == null ? 0 : file.ciphertextBytes();
  }

  private void remember(String blob) {
    store.write(txn -> {
      txn.statuses().setUpload(status.author(), status.id(), blob);
      return true;
    });
  }
}
