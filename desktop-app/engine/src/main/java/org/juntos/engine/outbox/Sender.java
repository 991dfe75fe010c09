package org.juntos.engine.outbox;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.juntos.engine.connection.SendOutcome;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.online.AnonymousConnector;
import org.juntos.engine.online.AnonymousLine;
import org.juntos.engine.online.Line;
import org.juntos.engine.problem.Problems;
import org.juntos.engine.time.ClockWatch;
import org.juntos.engine.time.Turn;
import org.juntos.engine.time.Wakeup;
import org.juntos.store.Store;
import org.juntos.store.outbox.Recipient;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.ErrorCode;

/// Drains the outbox: seals what is due in a transaction, then hands it to a stream, one request
/// for each recipient at a time: to the anonymous one when they have let this account in, else to
/// that of this device. What is under way when a stream ends is sent again on the next, with the
/// same ids and bytes.
public final class Sender implements Turn {
  private static final Duration CERTIFICATE_RETRY = Duration.ofSeconds(5);
  private static final Duration COMPLAINTS = Duration.ofHours(1);

  private final Store store;
  private final Line line;
  private final AnonymousLine anonymous;
  private final SenderParts parts;
  private final Consumer<Problem> trouble;
  private final InstantSource clock;
  private final ClockWatch watch;
  private final Wakeup wakeup = new Wakeup();
  private final Queue<News> news = new ConcurrentLinkedQueue<>();

  private final UnderWay asking;
  private final UnderWay entering;
  private final Set<AccountId> single = new HashSet<>();
  private Instant complainAt = Instant.MIN;

  /// @param trouble told when the relay takes nothing more for strangers
  /// @param clock for what is due
  /// @param watch whether it was set
  public Sender(
      Store store,
      Line line,
      AnonymousLine anonymous,
      SenderParts parts,
      Consumer<Problem> trouble,
      InstantSource clock,
      ClockWatch watch) {
    this.store = store;
    this.line = line;
    this.anonymous = anonymous;
    this.parts = parts;
    this.trouble = trouble;
    this.clock = clock;
    this.watch = watch;
    asking = new UnderWay(line::send, _ -> false);
    entering = new UnderWay(anonymous::send, anonymous::sendToMany);
  }

  /// Wakes this loop.
  public Wakeup wakeup() {
    return wakeup;
  }

  /// The stream of this device is open; nothing is under way on it yet.
  public void online() {
    tell(new News.Fresh(asking));
  }

  /// The relay has answered.
  public void results(List<SendOutcome> outcomes) {
    tell(new News.Results(asking, outcomes));
  }

  /// What is said of the anonymous stream.
  public AnonymousConnector.Sends anonymously() {
    return new AnonymousConnector.Sends() {
      @Override
      public void open() {
        wakeup.wake();
      }

      @Override
      public void results(List<SendOutcome> outcomes) {
        tell(new News.Results(entering, outcomes));
      }

      @Override
      public void lost() {
        tell(new News.Fresh(entering));
      }
    };
  }

  private void tell(News what) {
    news.add(what);
    wakeup.wake();
  }

  @Override
  public Duration turn() {
    hear();
    hurry();
    if (!line.isOpen()) {
      return IDLE;
    }
    var due = nextDue();
    if (!due.equals(Instant.MIN)) {
      return until(due);
    }
    try {
      return send();
    } catch (IOException _) { // no certificate without the relay
      return CERTIFICATE_RETRY;
    }
  }

  /// By a clock that was set nobody knows what is due.
  private void hurry() {
    if (watch.wasSet()) {
      store.write(txn -> {
        txn.outbox().hurry();
        return true;
      });
      complainAt = Instant.MIN;
    }
  }

  private void hear() {
    var answers = new ArrayList<Answer>();
    for (var next = news.poll(); next != null; next = news.poll()) {
      switch (next) {
        case News.Fresh(var stream) -> {
          settle(answers);
          answers.clear();
          stream.forget();
        }
        case News.Results(var stream, var outcomes) ->
            outcomes.forEach(outcome -> answers.add(new Answer(stream, outcome)));
      }
    }
    settle(answers);
  }

  /// Writes down the answers, all in one transaction.
  private void settle(List<Answer> answers) {
    var known = answers.stream().filter(answer -> answer.stream().knows(answer.outcome())).toList();
    if (known.isEmpty()) {
      return;
    }
    store.write(txn -> {
      known.forEach(answer -> parts.verdicts().apply(txn, answer.parcel(), answer.outcome()));
      return true;
    });
    known.forEach(this::settled);
  }

  private void settled(Answer answer) {
    var parcel = answer.parcel();
    answer.stream().settled(answer.outcome());
    switch (parcel.recipient()) {
      case Recipient.Person(var to) -> settled(to, answer.outcome());
      case Recipient.Group _ -> settledMany(answer.outcome());
    }
  }

  private void settledMany(SendOutcome outcome) {
    if (outcome instanceof SendOutcome.NoSuchDevice(_, var unknown, var missing)) {
      Stream.concat(unknown.stream(), missing.stream())
          .map(DeviceAddress::account)
          .distinct()
          .forEach(parts.establisher()::establish);
    }
  }

  private void settled(AccountId to, SendOutcome outcome) {
    switch (outcome) {
      case SendOutcome.NoSuchDevice _ -> parts.establisher().establish(to);
      case SendOutcome.Refused _ -> single.add(to);
      case SendOutcome.AskedTooOften _ -> {
        single.add(to);
        complain();
      }
      case SendOutcome.Accepted _,
          SendOutcome.Later _,
          SendOutcome.QueueFull _,
          SendOutcome.Denied _,
          SendOutcome.EndorsementDenied _ ->
          single.remove(to);
    }
  }

  /// Once in a while: many requests may wait.
  private void complain() {
    var now = clock.instant();
    if (!now.isBefore(complainAt)) {
      complainAt = now.plus(COMPLAINTS);
      trouble.accept(Problems.of(ErrorCode.ASKED_TOO_OFTEN.text()));
    }
  }

  /// Instant.MIN when something may leave now.
  private Instant nextDue() {
    var busy = busy();
    var now = clock.instant();
    return store.read(txn -> {
      var next = Instant.MAX;
      for (var head : txn.outbox().ready(Integer.MAX_VALUE)) {
        if (busy.contains(head.what().recipient())) {
          continue;
        }
        if (!head.dueAt().isAfter(now)) {
          return Instant.MIN;
        }
        next = head.dueAt().isBefore(next) ? head.dueAt() : next;
      }
      return next;
    });
  }

  private Duration send() throws IOException {
    var certificate = parts.certificates().newest();
    if (certificate.isEmpty()) {
      return CERTIFICATE_RETRY;
    }
    var busy = busy();
    var alone = Set.copyOf(single);
    var plan = store.write(txn -> parts.planner().plan(txn, certificate, anonymous, busy, alone));
    if (plan.anonymous()) {
      anonymous.want();
    }
    plan.groups().forEach(parts.posts()::refresh);
    plan.unestablished().forEach(this::establish);
    if (plan.certificateRefused()) {
      parts.certificates().discard();
    }
    boolean sent = dispatch(plan.parcels());
    if (plan.certificateRefused()) {
      return CERTIFICATE_RETRY;
    }
    boolean progress =
        plan.more()
            || !plan.groups().isEmpty()
            || !plan.unestablished().isEmpty()
            || !plan.parcels().isEmpty();
    return progress && (sent || plan.parcels().isEmpty()) ? AGAIN : until(plan.nextDue());
  }

  private void establish(AccountId account) {
    if (parts.establisher().establish(account)) {
      parts.posts().answered(account);
    }
  }

  /// Whether all of them were handed over.
  private boolean dispatch(List<Parcel> parcels) {
    var ways =
        parcels.stream()
            .collect(
                Collectors.partitioningBy(
                    parcel -> parcel instanceof Batch batch && batch.isNamed()));
    boolean asked = asking.send(ways.getOrDefault(true, List.of()));
    boolean entered = entering.send(ways.getOrDefault(false, List.of()));
    return asked && entered;
  }

  private Set<Recipient> busy() {
    return Stream.concat(asking.parcels().stream(), entering.parcels().stream())
        .map(Parcel::recipient)
        .collect(Collectors.toSet());
  }

  private Duration until(Instant due) {
    if (due.equals(Instant.MAX)) {
      return IDLE;
    }
    var wait = Duration.between(clock.instant(), due);
    return wait.isNegative() ? AGAIN : wait;
  }

  /// An outcome with the stream that it came over.
  private record Answer(UnderWay stream, SendOutcome outcome) {
    Parcel parcel() {
      return stream.of(outcome);
    }
  }

  /// What a stream said.
  private sealed interface News {
    /// Nothing is under way on it.
    record Fresh(UnderWay stream) implements News {}

    record Results(UnderWay stream, List<SendOutcome> outcomes) implements News {}
  }
}
