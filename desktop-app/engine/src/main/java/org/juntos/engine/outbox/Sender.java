package org.juntos.engine.outbox;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.juntos.engine.connection.SendOutcome;
import org.juntos.engine.connection.SendRequest;
import org.juntos.engine.online.Line;
import org.juntos.engine.time.Turn;
import org.juntos.engine.time.Wakeup;
import org.juntos.store.Store;
import org.juntos.wire.AccountId;

/// Drains the outbox: seals what is due in a transaction, then hands it to the stream, one request
/// for each recipient at a time. What is under way when a stream ends is sent again on the next,
/// with the same ids and bytes.
public final class Sender implements Turn {
  private static final Duration CERTIFICATE_RETRY = Duration.ofSeconds(5);

  private final Store store;
  private final Line line;
  private final SenderParts parts;
  private final InstantSource clock;
  private final Wakeup wakeup = new Wakeup();
  private final Queue<News> news = new ConcurrentLinkedQueue<>();

  private final Map<Long, Batch> underWay = new HashMap<>();
  private final Set<AccountId> single = new HashSet<>();
  private long lastRequest;

  /// @param clock for what is due
  public Sender(Store store, Line line, SenderParts parts, InstantSource clock) {
    this.store = store;
    this.line = line;
    this.parts = parts;
    this.clock = clock;
  }

  /// Wakes this loop.
  public Wakeup wakeup() {
    return wakeup;
  }

  /// A stream is open; nothing is under way on it yet.
  public void online() {
    news.add(new News.Online());
    wakeup.wake();
  }

  /// The relay has answered.
  public void results(List<SendOutcome> outcomes) {
    news.add(new News.Results(outcomes));
    wakeup.wake();
  }

  @Override
  public Duration turn() {
    hear();
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

  private void hear() {
    var outcomes = new ArrayList<SendOutcome>();
    for (var next = news.poll(); next != null; next = news.poll()) {
      switch (next) {
        case News.Online() -> {
          settle(outcomes);
          outcomes.clear();
          underWay.clear();
        }
        case News.Results(var results) -> outcomes.addAll(results);
      }
    }
    settle(outcomes);
  }

  /// Writes down the answers, all in one transaction.
  private void settle(List<SendOutcome> outcomes) {
    var known = outcomes.stream().filter(o -> underWay.containsKey(o.requestId())).toList();
    if (known.isEmpty()) {
      return;
    }
    store.write(txn -> {
      known.forEach(o -> parts.verdicts().apply(txn, batch(o), o));
      return true;
    });
    known.forEach(this::settled);
  }

  private void settled(SendOutcome outcome) {
    var batch = batch(outcome);
    underWay.remove(outcome.requestId());
    switch (outcome) {
      case SendOutcome.NoSuchDevice _ -> parts.establisher().establish(batch.to());
      case SendOutcome.Refused _ -> single.add(batch.to());
      case SendOutcome.Accepted _, SendOutcome.Later _, SendOutcome.QueueFull _ ->
          single.remove(batch.to());
    }
  }

  private Batch batch(SendOutcome outcome) {
    var batch = underWay.get(outcome.requestId());
    if (batch == null) {
      throw new IllegalStateException("no request " + outcome.requestId());
    }
    return batch;
  }

  /// Instant.MIN when something may leave now.
  private Instant nextDue() {
    var busy = busy();
    var now = clock.instant();
    return store.read(txn -> {
      var next = Instant.MAX;
      for (var head : txn.outbox().ready(Integer.MAX_VALUE)) {
        if (busy.contains(head.what().to())) {
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
    var plan = store.write(txn -> parts.planner().plan(txn, certificate, busy, Set.copyOf(single)));
    plan.unestablished().forEach(parts.establisher()::establish);
    if (plan.certificateRefused()) {
      parts.certificates().discard();
    }
    boolean sent = dispatch(plan.batches());
    if (plan.certificateRefused()) {
      return CERTIFICATE_RETRY;
    }
    boolean progress = plan.more() || !plan.unestablished().isEmpty() || !plan.batches().isEmpty();
    return progress && (sent || plan.batches().isEmpty()) ? AGAIN : until(plan.nextDue());
  }

  private boolean dispatch(List<Batch> batches) {
    var requests = new ArrayList<SendRequest>();
    for (var batch : batches) {
      lastRequest++;
      underWay.put(lastRequest, batch);
      requests.add(new SendRequest(lastRequest, batch.envelopes()));
    }
    return requests.isEmpty() || line.send(requests);
  }

  private Set<AccountId> busy() {
    var busy = new HashSet<AccountId>();
    underWay.values().forEach(batch -> busy.add(batch.to()));
    return busy;
  }

  private Duration until(Instant due) {
    if (due.equals(Instant.MAX)) {
      return IDLE;
    }
    var wait = Duration.between(clock.instant(), due);
    return wait.isNegative() ? AGAIN : wait;
  }

  /// What the stream said.
  private sealed interface News {
    record Online() implements News {}

    record Results(List<SendOutcome> outcomes) implements News {}
  }
}
