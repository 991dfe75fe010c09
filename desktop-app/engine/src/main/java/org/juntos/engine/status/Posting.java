package org.juntos.engine.status;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Attachment;
import org.juntos.content.MessageId;
import org.juntos.content.StatusContent;
import org.juntos.engine.attachment.Readying;
import org.juntos.engine.device.RandomIds;
import org.juntos.engine.device.Self;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.StatusAudience;
import org.juntos.engine.outbox.Jobs;
import org.juntos.engine.problem.Problems;
import org.juntos.engine.time.RelayTime;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.store.contact.Contact;
import org.juntos.store.status.StoredStatus;
import org.juntos.store.status.StoredStatus.State;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.WireLimits;

/// Takes what a person wants to post: everything that can be wrong is said before it is committed.
/// From then on it is published as soon as the relay can be reached.
public final class Posting {
  private final Self self;
  private final Store store;
  private final Jobs jobs;
  private final Readying readying;
  private final RelayTime time;
  private final SecureRandom random;

  public Posting(
      Self self, Store store, Jobs jobs, Readying readying, RelayTime time, SecureRandom random) {
    this.self = self;
    this.store = store;
    this.jobs = jobs;
    this.readying = readying;
    this.time = time;
    this.random = random;
  }

  /// Says whether a file can be a status, and what it will be.
  public Outcome check(Intent.CheckStatusFile intent) throws InterruptedException {
    return switch (readying.look(intent.file(), StatusRules.FILE)) {
      case Readying.Result.Promising(var file) ->
          new Outcome.StatusFile(
              file.width(),
              file.height(),
              file.durationMillis(),
              Bytes.of(file.thumbnail().toArray()));
      case Readying.Result.Refused(var code) -> Problems.refused(code);
      case Readying.Result.Ready _ -> throw new IllegalStateException("it was only looked at");
    };
  }

  /// Commits a status.
  public Outcome post(Intent.PostStatus intent) throws InterruptedException {
    var file = intent.file();
    var refusal = StatusRules.refusal(intent.text(), file == null);
    var early = refusal.isEmpty() ? store.read(txn -> refusal(txn, intent)) : refused(refusal);
    if (early != null) {
      return early;
    }
    return file == null
        ? store.write(txn -> commit(txn, intent, StatusContent.Kind.TEXT, "", null))
        : switch (readying.ready(file, StatusRules.FILE)) {
          case Readying.Result.Refused(var code) -> Problems.refused(code);
          case Readying.Result.Ready(var name, var attachment) ->
              commitOrDiscard(intent, name, attachment);
          case Readying.Result.Promising _ -> throw new IllegalStateException("it was to be done");
        };
  }

  private static @Nullable Outcome refused(String code) {
    return Problems.refused(code);
  }

  private Outcome commitOrDiscard(Intent.PostStatus intent, String file, Attachment attachment) {
    var kind = StatusContent.Kind.valueOf(attachment.kind().name());
    var committed = false;
    try {
      var outcome = store.write(txn -> commit(txn, intent, kind, file, attachment));
      committed = outcome instanceof Outcome.Posted;
      return outcome;
    } finally {
      if (!committed) {
        readying.discard(file);
      }
    }
  }

  private Outcome commit(
      Transaction txn,
      Intent.PostStatus intent,
      StatusContent.Kind kind,
      String file,
      @Nullable Attachment attachment) {
    var refusal = refusal(txn, intent); // it may have changed while the file was prepared
    if (refusal != null) {
      return refusal;
    }
    var audience = intent.audience();
    if (audience != null) {
      remember(txn, with(txn, audience));
    }
    var id = new MessageId(RandomIds.next(random));
    var content =
        new StatusContent.Posted(
            kind,
            intent.text().strip(),
            intent.background(),
            attachment == null ? null : nameless(attachment),
            Instant.EPOCH,
            viewers(txn, intent));
    txn.statuses()
        .add(
            new StoredStatus(
                self.account(),
                id,
                content,
                State.WAITING,
                Instant.EPOCH,
                Instant.EPOCH,
                file,
                "",
                "",
                true));
    return new Outcome.Posted(id);
  }

  /// What the file was called is nobody's business.
  private static Attachment nameless(Attachment file) {
    return new Attachment(
        "",
        file.key(),
        file.digest(),
        file.plaintextBytes(),
        file.ciphertextBytes(),
        "",
        file.mediaType(),
        file.kind(),
        file.preview());
  }

  private @Nullable Outcome refusal(Transaction txn, Intent.PostStatus intent) {
    var counting = StatusRules.counting(txn, self.account(), time.now());
    long waiting = txn.statuses().in(State.WAITING).size();
    if (!counting.isEmpty() && counting.size() + waiting >= WireLimits.MAX_STATUSES) {
      return new Outcome.Refused(LimitWords.full(counting.getFirst().plus(StatusRules.LIFE), time));
    }
    return viewers(txn, intent).isEmpty() ? Problems.refused("status-audience-empty") : null;
  }

  private static List<AccountId> viewers(Transaction txn, Intent.PostStatus intent) {
    var wished = intent.audience();
    var audience = wished == null ? StatusSettings.audience(txn) : with(txn, wished);
    Predicate<Contact> wanted =
        contact -> !audience.selected() || audience.accounts().contains(contact.account());
    return txn.contacts().all().stream()
        .filter(contact -> contact.state() == Contact.State.ACCEPTED)
        .filter(wanted)
        .map(Contact::account)
        .limit(StatusContent.MOST)
        .toList();
  }

  private static StatusContent.Audience with(Transaction txn, StatusAudience wished) {
    boolean secretly = StatusSettings.audience(txn).secretly();
    var accounts = wished.selected() ? wished.accounts() : List.<AccountId>of();
    return new StatusContent.Audience(wished.selected(), accounts, secretly);
  }

  /// Keeps who is to see the next ones.
  Outcome setAudience(StatusAudience audience) {
    return store.write(txn -> {
      if (audience.selected() && audience.accounts().isEmpty()) {
        return Problems.refused("status-audience-empty");
      }
      if (!audience.accounts().stream().allMatch(who -> txn.contacts().find(who) != null)) {
        return Problems.refused("contact-unknown");
      }
      remember(txn, with(txn, audience));
      return new Outcome.Done();
    });
  }

  /// Keeps whether authors learn that theirs were seen.
  Outcome setReceipts(boolean on) {
    return store.write(txn -> {
      var before = StatusSettings.audience(txn);
      remember(txn, new StatusContent.Audience(before.selected(), before.accounts(), !on));
      return new Outcome.Done();
    });
  }

  private void remember(Transaction txn, StatusContent.Audience audience) {
    if (!audience.equals(StatusSettings.audience(txn))) {
      StatusSettings.keep(txn, audience);
      jobs.own(txn, audience);
      txn.statuses().touched();
    }
  }
}
