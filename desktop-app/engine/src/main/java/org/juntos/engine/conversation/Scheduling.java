package org.juntos.engine.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Content;
import org.juntos.content.ContentCodec;
import org.juntos.content.MalformedContentException;
import org.juntos.content.Manner;
import org.juntos.content.MessageId;
import org.juntos.content.TextRanges;
import org.juntos.content.Timer;
import org.juntos.engine.attachment.ChosenFiles;
import org.juntos.engine.attachment.FileResult;
import org.juntos.engine.attachment.TakenFile;
import org.juntos.engine.device.CryptoSource;
import org.juntos.engine.device.RandomIds;
import org.juntos.engine.intent.HandlingIntent;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.problem.Problems;
import org.juntos.engine.time.Turn;
import org.juntos.engine.time.Wakeup;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.store.draft.Scheduled;

/// Messages that leave later. They are kept on this device and leave from it: when Juntos is closed
/// at their time, as soon as it is open again, and the person is told. In the transaction in which
/// one becomes a message of the timeline it is scheduled no more: none leaves twice.
public final class Scheduling implements Turn {
  private static final int MOST = 1_000;
  private static final Duration FURTHEST = Duration.ofDays(366);

  /// The clock may be set: it is looked at so often.
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

  /// What leaves later than this has missed its time.
  private static final Duration LATE = Duration.ofMinutes(2);

  private static final Duration LISTENING = Duration.ofSeconds(3);

  private final Store store;
  private final CryptoSource cryptos;
  private final Writing writing;
  private final ChosenFiles files;
  private final Consumer<Problem> trouble;
  private final Wakeup wakeup = new Wakeup();
  private final Set<String> untold = new LinkedHashSet<>();
  private Instant tellAt = Instant.EPOCH;

  /// @param trouble told what the person has to know
  public Scheduling(
      Store store,
      CryptoSource cryptos,
      Writing writing,
      ChosenFiles files,
      Consumer<Problem> trouble) {
    this.store = store;
    this.cryptos = cryptos;
    this.writing = writing;
    this.files = files;
    this.trouble = trouble;
  }

  /// Wakes this loop.
  public Wakeup wakeup() {
    return wakeup;
  }

  /// Lets all leave whose time has come, in the order of their times.
  @Override
  public Duration turn() {
    var told = tell();
    var waiting =
        store.read(
            txn -> txn.schedule().all().stream().filter(one -> one.failure().isEmpty()).toList());
    if (waiting.isEmpty()) {
      return told;
    }
    var next = waiting.getFirst();
    var early = Duration.between(now(), next.dueAt());
    if (early.isPositive()) {
      return shortest(shortest(early, LOOK_AGAIN), told);
    }
    if (sendNow(next.id()) instanceof Outcome.Refused) {
      tellSoon("scheduled-failed");
    } else if (early.negated().compareTo(LATE) > 0) {
      tellSoon("scheduled-late");
    }
    return AGAIN;
  }

  private static Duration shortest(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /// Once of several, and when whoever opens the profile has had time to listen.
  private void tellSoon(String code) {
    if (untold.isEmpty()) {
      tellAt = now().plus(LISTENING);
    }
    untold.add(code);
  }

  /// Returns how long it is until there is something to tell.
  private Duration tell() {
    var early = Duration.between(now(), tellAt);
    if (untold.isEmpty() || early.isPositive()) {
      return untold.isEmpty() ? IDLE : early;
    }
    untold.forEach(code -> trouble.accept(Problems.of(code)));
    untold.clear();
    return IDLE;
  }

  Outcome schedule(HandlingIntent.Schedule schedule) throws InterruptedException {
    var words = schedule.words();
    var message = new Intent.SendMessage(schedule.conversation(), words.body(), words.files());
    var refusal = store.read(txn -> refusal(txn, message, words.ranges(), schedule.at()));
    var quoting = Quoting.of(store, schedule.conversation(), words.replyTo());
    if (!refusal.isEmpty() || !quoting.refusal().isEmpty()) {
      return Problems.refused(refusal.isEmpty() ? quoting.refusal() : refusal);
    }
    return switch (files.take(words.files())) {
      case FileResult.Refused(var problem) -> new Outcome.Refused(problem);
      case FileResult.Taken(var taken) -> keepOrDiscard(schedule, taken, quoting);
    };
  }

  private String refusal(
      Transaction txn, Intent.SendMessage message, TextRanges ranges, Instant at) {
    var wrong = writing.refusal(txn, message, ranges);
    if (!wrong.isEmpty()) {
      return wrong;
    }
    return txn.schedule().all().size() >= MOST ? "scheduled-too-many" : wrongTime(at);
  }

  private String wrongTime(Instant at) {
    var now = now();
    if (!at.isAfter(now)) {
      return "scheduled-past";
    }
    return at.isAfter(now.plus(FURTHEST)) ? "scheduled-too-far" : "";
  }

  private Outcome keepOrDiscard(
      HandlingIntent.Schedule schedule, List<TakenFile> taken, Quoting quoting) {
    return files.keepOrDiscard(
        taken,
        () -> {
          var id = new MessageId(RandomIds.next(cryptos.random()));
          store.write(txn -> {
            txn.schedule().add(scheduled(id, schedule, taken, quoting), now());
            return true;
          });
          wakeup.wake();
          return new Outcome.Scheduled(id);
        });
  }

  private static Scheduled scheduled(
      MessageId id, HandlingIntent.Schedule schedule, List<TakenFile> taken, Quoting quoting) {
    var words = schedule.words();
    var content =
        new Content.Message(
                words.body(),
                schedule.at(),
                taken.stream().map(TakenFile::attachment).toList(),
                null,
                quoting.quote(),
                Timer.NONE, // the conversation's, once it leaves
                new Manner(false, words.silent()))
            .saying(words.ranges(), About.standing(words.body(), words.preview()));
    return new Scheduled(
        id,
        schedule.conversation(),
        ContentCodec.encodeContent(content),
        schedule.at(),
        taken.stream().map(one -> new Scheduled.File(one.file(), one.preparation())).toList(),
        "");
  }

  Outcome change(HandlingIntent.Reschedule change) {
    var outcome = store.write(txn -> change(txn, change));
    wakeup.wake();
    return outcome;
  }

  private Outcome change(Transaction txn, HandlingIntent.Reschedule change) {
    var known = txn.schedule().find(change.scheduled());
    if (known == null) {
      return Problems.refused("scheduled-unknown");
    }
    var wrong = wrongTime(change.at());
    if (!wrong.isEmpty()) {
      return Problems.refused(wrong);
    }
    var message = message(known);
    var body = change.body();
    if (body == null || message == null) {
      txn.schedule().change(known.at(change.at()));
      return new Outcome.Scheduled(known.id());
    }
    if (body.isEmpty() && message.attachments().isEmpty()) {
      return Problems.refused("message-empty");
    }
    if (!Content.Message.fits(body)) {
      return Problems.refused("message-too-long");
    }
    txn.schedule().change(saying(known, message, body).at(change.at()));
    return new Outcome.Scheduled(known.id());
  }

  private static Scheduled saying(Scheduled known, Content.Message message, String body) {
    var content =
        new Content.Message(
                body,
                message.sentAt(),
                message.attachments(),
                null,
                message.quote(),
                Timer.NONE,
                message.manner())
            .saying(
                message.ranges().following(message.body(), body),
                About.standing(body, message.preview()));
    return new Scheduled(
        known.id(),
        known.conversation(),
        ContentCodec.encodeContent(content),
        known.dueAt(),
        known.files(),
        known.failure());
  }

  Outcome sendNow(MessageId scheduled) {
    return store.write(txn -> leave(txn, scheduled));
  }

  Outcome cancel(MessageId scheduled) {
    return store.write(txn -> {
      var known = txn.schedule().find(scheduled);
      if (known == null) {
        return Problems.refused("scheduled-unknown");
      }
      txn.schedule().cancel(known);
      return new Outcome.Done();
    });
  }

  private Outcome leave(Transaction txn, MessageId scheduled) {
    var known = txn.schedule().find(scheduled);
    var message = known == null ? null : message(known);
    if (known == null || message == null) {
      return Problems.refused("scheduled-unknown");
    }
    var outcome =
        writing.commit(
            txn,
            new Intent.SendMessage(known.conversation(), message.body(), List.of()),
            taken(known, message),
            About.message(message.quote(), message.manner())
                .saying(named(txn, known, message), message.preview()));
    if (outcome instanceof Outcome.Refused(var problem)) {
      txn.schedule().failed(known, problem.code());
    } else {
      txn.schedule().left(known);
    }
    return outcome;
  }

  /// Whoever has left meanwhile is named in words.
  private TextRanges named(Transaction txn, Scheduled known, Content.Message message) {
    return message.ranges().naming(writing.participants(txn, known.conversation()));
  }

  private static List<TakenFile> taken(Scheduled known, Content.Message message) {
    var taken = new ArrayList<TakenFile>();
    for (int index = 0; index < known.files().size(); index++) {
      var file = known.files().get(index);
      taken.add(new TakenFile(file.file(), message.attachments().get(index), file.preparation()));
    }
    return taken;
  }

  /// Null when a newer version has written it.
  public static Content.@Nullable Message message(Scheduled scheduled) {
    try {
      return ContentCodec.decodeContent(scheduled.content()) instanceof Content.Message message
          ? message
          : null;
    } catch (MalformedContentException _) {
      return null;
    }
  }

  private Instant now() {
    return cryptos.clock().instant();
  }
}
