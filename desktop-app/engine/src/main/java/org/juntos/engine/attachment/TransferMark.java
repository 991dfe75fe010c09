package org.juntos.engine.attachment;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.juntos.engine.connection.BlobApi;
import org.juntos.store.Store;

/// Commits how far a transfer is, now and then.
final class TransferMark implements BlobApi.Progress {
  private static final Duration EVERY = Duration.ofMillis(250);

  private final Store store;
  private final InstantSource clock;
  private final TransferKey key;
  private Instant next = Instant.MIN;

  TransferMark(Store store, InstantSource clock, TransferKey key) {
    this.store = store;
    this.clock = clock;
    this.key = key;
  }

  @Override
  public void transferred(long bytes) {
    var now = clock.instant();
    if (now.isBefore(next)) {
      return;
    }
    next = now.plus(EVERY);
    store.write(txn -> {
      txn.attachments().setTransferred(key.message(), key.index(), bytes);
      return true;
    });
  }
}
