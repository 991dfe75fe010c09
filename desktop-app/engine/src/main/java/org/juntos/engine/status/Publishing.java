package org.juntos.engine.status;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.juntos.content.MessageId;
import org.juntos.engine.connection.RelayApi;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.connection.StatusApi;
import org.juntos.engine.device.Self;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.outbox.Jobs;
import org.juntos.engine.problem.Problems;
import org.juntos.engine.time.Backoff;
import org.juntos.engine.time.RelayTime;
import org.juntos.engine.time.Retries;
import org.juntos.engine.time.RetryingTurn;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.store.attachment.AttachmentFiles;
import org.juntos.store.contact.Contact;
import org.juntos.store.status.Statuses.StoredUpload;
import org.juntos.store.status.StoredStatus;
import org.juntos.store.status.StoredStatus.State;
import org.juntos.wire.ErrorCode;

/// Brings the account's own statuses to the relay, oldest first: the file, then the slot, and then,
/// in one transaction, word to everybody who is to see it. Takes files of deleted ones away there.
/// What waits is in the store.
public final class Publishing extends RetryingTurn<MessageId> {
  private final Self self;
  private final Store store;
  private final RelayApi relay;
  private final AttachmentFiles files;
  private final Jobs jobs;
  private final RelayTime time;
  private final Consumer<Problem> trouble;

  /// @param trouble told of what the relay has refused
  public Publishing(
      Self self,
      Store store,
      RelayApi relay,
      AttachmentFiles files,
      Jobs jobs,
      RelayTime time,
      Backoff backoff,
      Consumer<Problem> trouble) {
    super(new Retries<>(time::local, backoff));
    this.self = self;
    this.store = store;
    this.relay = relay;
    this.files = files;
    this.jobs = jobs;
    this.time = time;
    this.trouble = trouble;
  }

  @Override
  public Duration turn() throws InterruptedException {
    var waiting = store.read(txn -> txn.statuses().in(State.WAITING));
    var first = waiting.stream().limit(1).toList(); // the others wait: they are seen in order
    var next = retries.turn(first, StoredStatus::id, one -> tried(one.id(), publish(one)));
    if (next.equals(AGAIN)) {
      return next;
    }
    var uploads = store.read(txn -> txn.statuses().uploads());
    var other = retries.turn(uploads, StoredUpload::id, one -> tried(one.id(), takeAway(one)));
    return next.compareTo(other) < 0 ? next : other;
  }

  /// @param refused null when there is nothing to wait for
  private void tried(MessageId id, RelayResult.@Nullable Refused<?> refused) {
    if (refused == null) {
      retries.over(id);
    } else {
      retries.failed(id, refused.retryAfter());
    }
  }

  private RelayResult.@Nullable Refused<?> publish(StoredStatus status) throws IOException {
    if (!status.file().isEmpty()) {
      var step = new StatusUpload(store, relay.blobs(), status).move(this::file);
      switch (step) {
        case StatusUpload.Step.Whole() -> {} // go on
        case StatusUpload.Step.Again() -> {
          return null;
        }
        case StatusUpload.Step.Refused(var refused) -> {
          return refused(status, refused);
        }
        case StatusUpload.Step.Lost() -> {
          refuse(status, Problems.of("file-unreadable"));
          return null;
        }
      }
    }
    var blob = store.read(txn -> upload(txn, status));
    return switch (relay.statuses().post(status.id(), blob)) {
      case RelayResult.Ok<StatusApi.Slot>(var slot) -> {
        var ahead = time.heard(slot.now());
        store.write(txn -> {
          StatusSettings.keepAhead(txn, ahead);
          return published(txn, status, slot);
        });
        yield null;
      }
      case RelayResult.Refused<StatusApi.Slot> refused -> refused(status, refused);
    };
  }

  private @Nullable FileChannel file(StoredStatus status) throws IOException {
    try {
      return FileChannel.open(files.path(status.file()), StandardOpenOption.READ);
    } catch (NoSuchFileException _) {
      return null;
    }
  }

  private static String upload(Transaction txn, StoredStatus status) {
    var now = txn.statuses().find(status.author(), status.id());
    return now == null ? "" : now.upload();
  }

  /// Null when it is of no use to try again.
  private RelayResult.@Nullable Refused<?> refused(
      StoredStatus status, RelayResult.Refused<?> refused) {
    return switch (refused.code()) {
      case STATUS_LIMIT -> {
        var wait = refused.retryAfter();
        refuse(status, LimitWords.full(wait == null ? StatusRules.LIFE : wait));
        yield null;
      }
      case RATE_LIMITED, UNAVAILABLE, INTERNAL, UNAUTHORIZED -> refused;
      case NOT_FOUND, METHOD_NOT_ALLOWED -> {
        refuse(status, Problems.of("statuses-off"));
        yield null;
      }
      case TOO_LARGE -> {
        refuse(status, Problems.of("status-too-large"));
        yield null;
      }
      default -> {
        refuse(status, Problems.of(refused));
        yield null;
      }
    };
  }

  private void refuse(StoredStatus status, Problem problem) {
    store.write(txn -> {
      txn.statuses().move(status.author(), status.id(), State.REFUSED, problem.code());
      return true;
    });
    trouble.accept(problem);
  }

  /// The relay has it: everybody learns it, unless it was taken back meanwhile.
  private boolean published(Transaction txn, StoredStatus status, StatusApi.Slot slot) {
    if (txn.statuses().find(status.author(), status.id()) == null) {
      return false;
    }
    var posted = status.content().at(slot.now().minus(slot.age()));
    var until = posted.postedAt().plus(StatusRules.LIFE);
    var localUntil = time.local().minus(slot.age()).plus(StatusRules.LIFE);
    txn.statuses().posted(status.author(), status.id(), posted, until, localUntil);
    for (var account : posted.audience()) {
      var contact = txn.contacts().find(account);
      if (contact != null && contact.state() == Contact.State.ACCEPTED) {
        txn.statusPeople().sentTo(status.id(), account);
        jobs.status(txn, contact, status.id(), posted.forOthers());
      }
    }
    jobs.own(txn, status.id(), posted);
    return true;
  }

  private RelayResult.@Nullable Refused<?> takeAway(StoredUpload upload) throws IOException {
    return switch (relay.statuses().delete(upload.id(), upload.blob())) {
      case RelayResult.Ok<RelayResult.Done> _ -> {
        forgotten(upload);
        yield null;
      }
      case RelayResult.Refused<RelayResult.Done> refused
          when refused.code() == ErrorCode.METHOD_NOT_ALLOWED -> {
        forgotten(upload);
        yield null;
      }
      case RelayResult.Refused<RelayResult.Done> refused -> refused;
    };
  }

  private void forgotten(StoredUpload upload) {
    store.write(txn -> {
      txn.statuses().setUpload(self.account(), upload.id(), "");
      return true;
    });
  }
}
