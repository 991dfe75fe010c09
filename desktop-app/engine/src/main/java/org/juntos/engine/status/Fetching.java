package org.juntos.engine.status;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Attachment;
import org.juntos.content.MessageId;
import org.juntos.crypto.attachment.DownloadFile;
import org.juntos.crypto.attachment.FileCheck;
import org.juntos.crypto.session.DeviceCrypto;
import org.juntos.engine.attachment.MeasuredSink;
import org.juntos.engine.attachment.OversizeException;
import org.juntos.engine.connection.AccessKey;
import org.juntos.engine.connection.RelayApi;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.device.Self;
import org.juntos.engine.time.Backoff;
import org.juntos.engine.time.Retries;
import org.juntos.engine.time.RetryingTurn;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.store.attachment.AttachmentFiles;
import org.juntos.store.status.StoredStatus;
import org.juntos.store.status.StoredStatus.State;

/// Fetches files of statuses that are wanted, without telling the relay who asks. A file counts as
/// here only when its length and digest are those that its author said.
public final class Fetching extends RetryingTurn<MessageId> {
  private static final String TAMPERED = "status-tampered";

  /// The waits get no longer after so many: whoever is offline tries again when they are back.
  private static final int MOST_FAILURES = 6;

  private final Self self;
  private final Store store;
  private final RelayApi relay;
  private final AttachmentFiles files;

  public Fetching(
      Self self,
      Store store,
      RelayApi relay,
      AttachmentFiles files,
      InstantSource clock,
      Backoff backoff) {
    super(new Retries<>(clock, backoff, MOST_FAILURES));
    this.self = self;
    this.store = store;
    this.relay = relay;
    this.files = files;
  }

  @Override
  public Duration turn() throws InterruptedException {
    var wanted = store.read(txn -> txn.statuses().in(State.WANTED));
    return retries.turn(wanted, StoredStatus::id, this::tried);
  }

  private void tried(StoredStatus status) throws IOException {
    var file = status.content().file();
    var failure = file == null ? "" : fetch(status, file);
    if (failure == null) {
      retries.failed(status.id(), null);
    } else {
      retries.over(status.id());
      move(status, failure.isEmpty() ? State.HERE : State.FAILED, failure);
    }
  }

  private void move(StoredStatus status, State state, String failure) {
    store.write(txn -> {
      txn.statuses().move(status.author(), status.id(), state, failure);
      return true;
    });
  }

  /// The code of what is wrong; empty when the file is here, null to try again.
  private @Nullable String fetch(StoredStatus status, Attachment expected) throws IOException {
    if (files.size(status.file()) >= 0) {
      return ""; // verified before the last run ended
    }
    try (var file = DownloadFile.open(files.partial(status.file()), expected)) {
      if (file.missingBytes() > 0) {
        var refused = ask(status, file);
        if (refused != null) {
          return refused.isEmpty() ? null : refused;
        }
      }
      return switch (file.finish()) {
        case FileCheck.Intact() -> {
          files.complete(status.file());
          yield "";
        }
        case FileCheck.Truncated _ -> null;
        case FileCheck.Tampered _ -> TAMPERED;
      };
    } catch (OversizeException _) {
      return TAMPERED;
    }
  }

  /// Null when bytes have come; otherwise the code of what is wrong, empty to try again.
  private @Nullable String ask(StoredStatus status, DownloadFile file) throws IOException {
    var key = store.read(txn -> key(txn, status));
    var sink = new MeasuredSink(file);
    var from = file.position();
    var answer = relay.statuses().file(status.author(), status.id(), key, from, sink, _ -> {});
    return switch (answer) {
      case RelayResult.Ok<Long> _ -> null;
      case RelayResult.Refused<Long> refused ->
          switch (refused.code()) {
            case NOT_FOUND, METHOD_NOT_ALLOWED -> "status-gone";
            case RANGE_INVALID -> TAMPERED;
            default -> "";
          };
    };
  }

  /// What opens the author; none for oneself, and for a contact whose key is not known, whose file
  /// the relay then does not give.
  private AccessKey key(Transaction txn, StoredStatus status) {
    var theirs = txn.contacts().access(status.author()).key();
    return status.author().equals(self.account()) || theirs.isNone()
        ? AccessKey.NONE
        : new AccessKey(DeviceCrypto.accessKey(theirs));
  }
}
