package org.juntos.engine.attachment;

import java.time.InstantSource;
import java.util.function.Consumer;
import org.juntos.content.MessageId;
import org.juntos.engine.connection.BlobApi;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.outbox.TakingBack;
import org.juntos.engine.problem.Problems;
import org.juntos.engine.time.Backoff;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.store.attachment.AttachmentFiles;
import org.juntos.store.attachment.StoredAttachment;
import org.juntos.store.attachment.StoredAttachment.Transfer;

/// Both directions, and what a person decides about transfers.
public final class Transfers {
  private final Store store;
  private final Cancellation cancellation;
  private final TransferLoop uploads;
  private final TransferLoop downloads;

  /// @param trouble told about transfers that have failed for good
  public Transfers(
      Store store,
      AttachmentFiles files,
      BlobApi blobs,
      Cancellation cancellation,
      InstantSource clock,
      Backoff backoff,
      Consumer<Problem> trouble) {
    this.store = store;
    this.cancellation = cancellation;
    var up = new Upload(store, files, blobs, clock, cancellation);
    var down = new Download(store, files, blobs, clock, cancellation);
    uploads = new TransferLoop(store, up, cancellation, clock, backoff, trouble);
    downloads = new TransferLoop(store, down, cancellation, clock, backoff, trouble);
  }

  /// Files to the relay.
  public TransferLoop uploads() {
    return uploads;
  }

  /// Files from the relay.
  public TransferLoop downloads() {
    return downloads;
  }

  /// There may be something to move.
  public void wake() {
    uploads.wakeup().wake();
    downloads.wakeup().wake();
  }

  /// The relay can be reached again.
  public void hurry() {
    uploads.hurry();
    downloads.hurry();
  }

  /// Fetches a file that was offered, stopped or has failed.
  public Outcome download(MessageId message, int index) {
    return store.write(txn -> download(txn, message, index));
  }

  /// Stops a transfer; of an outgoing file, also while it is prepared, takes its message back.
  public Outcome cancel(MessageId message, int index) {
    var outcome = store.write(txn -> cancel(txn, message, index));
    var entry = store.read(txn -> txn.history().find(message));
    if (outcome instanceof Outcome.Done && entry != null && isUpload(message, index)) {
      cancellation.cancel(entry);
    } else if (outcome instanceof Outcome.Done) {
      cancellation.cancel(new TransferKey(message, index));
    }
    return outcome;
  }

  private boolean isUpload(MessageId message, int index) {
    return store.read(txn -> txn.attachments().isUpload(message, index));
  }

  private static Outcome download(Transaction txn, MessageId message, int index) {
    var stored = txn.attachments().find(message, index);
    var entry = txn.history().find(message);
    if (stored == null || entry == null || txn.attachments().isUpload(message, index)) {
      return Problems.refused("attachment-unknown");
    }
    return switch (stored.transfer()) {
      case OFFERED, CANCELLED, FAILED -> {
        txn.attachments().setTransfer(message, index, Transfer.WAITING);
        yield new Outcome.Done();
      }
      case WAITING, RUNNING -> new Outcome.Done();
      case PREPARING, DONE -> Problems.refused("attachment-not-offered");
    };
  }

  private static Outcome cancel(Transaction txn, MessageId message, int index) {
    var stored = txn.attachments().find(message, index);
    var entry = txn.history().find(message);
    if (stored == null || entry == null) {
      return Problems.refused("attachment-unknown");
    }
    if (!isMoving(stored)) {
      return Problems.refused("attachment-finished");
    }
    if (!txn.attachments().isUpload(message, index)) {
      txn.attachments().setTransfer(message, index, Transfer.CANCELLED);
    } else if (TakingBack.isOnItsWay(txn, entry)) {
      return Problems.refused("message-on-its-way");
    } else {
      TakingBack.takeBack(txn, entry, "cancelled", Transfer.CANCELLED);
    }
    return new Outcome.Done();
  }

  private static boolean isMoving(StoredAttachment stored) {
    return switch (stored.transfer()) {
      case PREPARING, WAITING, RUNNING -> true;
      case OFFERED, DONE, CANCELLED, FAILED -> false;
    };
  }
}
