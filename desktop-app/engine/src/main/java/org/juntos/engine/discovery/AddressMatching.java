package org.juntos.engine.discovery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.address.AddressTelling;
import org.juntos.engine.discovery.NumberSearch.Answer;
import org.juntos.engine.intent.MatchView;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.online.Line;
import org.juntos.engine.outbox.Jobs;
import org.juntos.engine.time.Turn;
import org.juntos.engine.time.Wakeup;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Looks for the people of the address book at the relay: all whose account is not known, once,
/// whenever the person asks for it, and as many at a time as the relay allows. What is left goes on
/// by itself. Each step is kept with what it found, so nothing is looked for twice.
public final class AddressMatching implements Turn {
  private static final Duration SOON = Duration.ofMinutes(5);

  /// After a failure that patience alone does not mend.
  private static final Duration NOT_SOON = Duration.ofDays(1);

  private final Store store;
  private final Jobs jobs;
  private final NumberSearch search;
  private final Line line;
  private final InstantSource clock;
  private final Wakeup wakeup = new Wakeup();

  public AddressMatching(
      Store store, Jobs jobs, NumberSearch search, Line line, InstantSource clock) {
    this.store = store;
    this.jobs = jobs;
    this.search = search;
    this.line = line;
    this.clock = clock;
  }

  /// Wakes this loop.
  public Wakeup wakeup() {
    return wakeup;
  }

  /// Begins, or goes on with what is left; blocks until it is done or the budget is spent.
  ///
  /// @param country ISO 3166 code of where numbers without a country code are from; may be empty
  public Outcome match(String country) {
    var walked = walk(country);
    wakeup.wake();
    var problem = walked.problem();
    return problem == null || walked.asked() > 0
        ? new Outcome.Matched(
            new MatchView(walked.found(), walked.asked(), walked.left(), walked.nextAt()))
        : new Outcome.Refused(problem);
  }

  @Override
  public Duration turn() {
    var round = store.<@Nullable MatchRound>read(MatchRound::under);
    if (round == null || !line.isOpen()) {
      return IDLE;
    }
    var early = Duration.between(clock.instant(), round.dueAt());
    if (early.isPositive()) {
      return early;
    }
    var nextAt = walk(round.country()).nextAt();
    return nextAt == null ? IDLE : Duration.between(clock.instant(), nextAt);
  }

  /// How far it came.
  ///
  /// @param problem why no further; null when it is the end or the budget
  private record Walked(
      int found, int asked, int left, @Nullable Instant nextAt, @Nullable Problem problem) {}

  private synchronized Walked walk(String country) {
    var under = store.<@Nullable MatchRound>read(MatchRound::under);
    var round = under == null ? MatchRound.begun(country) : under.from(country);
    var wanted = store.read(txn -> wanted(txn, country)).tailMap(round.last(), false);
    var numbers = List.copyOf(wanted.keySet());
    int asked = 0;
    int found = 0;
    while (asked < numbers.size()) {
      var some = numbers.subList(asked, Math.min(numbers.size(), asked + NumberSearch.MOST));
      int left = numbers.size() - asked;
      switch (search.find(some)) {
        case Answer.People(var accounts) -> {
          round = round.after(some.getLast());
          keep(round, wanted, accounts);
          asked += some.size();
          found += accounts.size();
        }
        case Answer.Spent(var wait) -> {
          return new Walked(found, asked, left, later(round, wait), null);
        }
        case Answer.Failed(var problem) -> {
          boolean begun = under != null || asked > 0;
          var wait = problem.code().equals("offline") ? SOON : NOT_SOON;
          return new Walked(found, asked, left, begun ? later(round, wait) : null, problem);
        }
      }
    }
    end();
    return new Walked(found, asked, 0, null, null);
  }

  private void end() {
    store.write(txn -> {
      MatchRound.end(txn);
      return true;
    });
  }

  private Instant later(MatchRound round, Duration wait) {
    var at = clock.instant().plus(wait);
    store.write(txn -> {
      round.due(at).keep(txn);
      return true;
    });
    return at;
  }

  /// Numbers of entries that nobody is known for, with these entries.
  private static NavigableMap<String, List<Bytes>> wanted(Transaction txn, String country) {
    var wanted = new TreeMap<String, List<Bytes>>();
    for (var known : txn.addressBook().all()) {
      if (known.account() == null) {
        for (var phone : known.entry().phones()) {
          var number = PhoneNumbers.e164(phone, country);
          if (number != null) {
            wanted.computeIfAbsent(number, _ -> new ArrayList<>()).add(known.entry().id());
          }
        }
      }
    }
    return wanted;
  }

  private void keep(
      MatchRound round, Map<String, List<Bytes>> wanted, Map<String, AccountId> accounts) {
    var found = new HashMap<Bytes, AccountId>();
    accounts.forEach((number, account) ->
        wanted.getOrDefault(number, List.of()).forEach(id -> found.put(id, account)));
    store.write(txn -> {
      found.forEach(txn.addressBook()::match);
      AddressTelling.found(txn, jobs, found);
      round.keep(txn);
      return true;
    });
  }
}
