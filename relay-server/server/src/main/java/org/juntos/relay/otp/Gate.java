package org.juntos.relay.otp;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.juntos.relay.limit.Neighbourhood;
import org.juntos.relay.limit.Pace;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.relay.limit.Verdict;
import org.juntos.wire.Bytes;
import org.juntos.wire.ErrorCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Decides whether a code may be sent now, and counts it: for the number, for where the request
/// comes from, for numbers that begin alike, and for the relay. All of it survives a restart.
final class Gate {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

  private final RelayLimits.Codes rules;
  private final KeyedHash hash;
  private final CompletionBreaker breaker;

  Gate(RelayLimits.Codes rules, KeyedHash hash) {
    this.rules = rules;
    this.hash = hash;
    this.breaker = new CompletionBreaker(rules.budgets().breaker(), hash);
  }

  /// Something that is counted, in the order in which it refuses.
  enum Counted {
    ADDRESS,
    NETWORK,
    PERSON,
    PREFIX,
    RELAY;

    String logged() {
      return name().toLowerCase(Locale.ROOT) + "-budget";
    }
  }

  /// One count that a code is charged to.
  record Charge(Counted what, Bytes key, Pace pace) {}

  /// Counts a code to `to`; what it was counted for.
  Verdict<List<Charge>> enter(
      CodeStore.Rows rows, Destination to, String networkAddress, Instant now) throws IOException {
    var earlier = rows.ofSubject(hash.contact(to.contact()));
    if (earlier != null && now.isBefore(earlier.session().resendAt())) {
      return Verdict.refused(
          ErrorCode.RATE_LIMITED,
          "A code is on its way already.",
          Duration.between(now, earlier.session().resendAt()));
    }
    var closed = breaker.check(rows, to, now);
    return closed.isZero()
        ? charge(rows, charges(to, networkAddress), to, now)
        : Verdict.refused(
            ErrorCode.CODES_PAUSED, "Codes to numbers that begin like this one pause.", closed);
  }

  private List<Charge> charges(Destination to, String networkAddress) {
    var kind = to.contact().kind().text() + " ";
    var budgets = rules.budgets();
    return List.of(
        charge(Counted.ADDRESS, networkAddress, rules.perAddressPerHour(), HOUR),
        charge(
            Counted.NETWORK, Neighbourhood.of(networkAddress), budgets.perNetworkPerHour(), HOUR),
        charge(Counted.PERSON, kind + to.person(), rules.perNumberPerDay(), DAY),
        charge(Counted.PREFIX, kind + to.prefix(), budgets.perPrefixPerHour(), HOUR),
        charge(Counted.RELAY, "", budgets.perDay(), DAY));
  }

  private Charge charge(Counted what, String counted, int permits, Duration window) {
    return new Charge(what, hash.limit(what.logged(), counted), new Pace(permits, window));
  }

  private static Verdict<List<Charge>> charge(
      CodeStore.Rows rows, List<Charge> all, Destination to, Instant now) throws IOException {
    long nanos = Pace.nanos(now);
    var charges = all.stream().filter(charge -> !charge.pace().isOff()).toList();
    for (var charge : charges) {
      var wait = charge.pace().until(rows.fullAt(charge.key()), nanos);
      if (!wait.isZero()) {
        return refused(charge.what(), to, wait);
      }
    }
    for (var charge : charges) {
      rows.setFullAt(charge.key(), charge.pace().taken(rows.fullAt(charge.key()), nanos));
    }
    return Verdict.granted(charges);
  }

  private static Verdict<List<Charge>> refused(Counted what, Destination to, Duration wait) {
    LOG.info("event=code_refused why={} prefix={}", what.logged(), to.loggedPrefix());
    return switch (what) {
      case ADDRESS, NETWORK ->
          Verdict.refused(
              ErrorCode.RATE_LIMITED, "Too many codes were asked for from this network.", wait);
      case PERSON ->
          Verdict.refused(ErrorCode.RATE_LIMITED, "Too many codes were asked for.", wait);
      case PREFIX ->
          Verdict.refused(ErrorCode.CODES_PAUSED, "Codes to addresses like this one pause.", wait);
      case RELAY -> Verdict.refused(ErrorCode.CODES_PAUSED, "The relay sends no code now.", wait);
    };
  }

  /// Takes a count back: the code did not go out.
  void giveBack(CodeStore.Rows rows, List<Charge> charges) throws IOException {
    for (var charge : charges) {
      rows.setFullAt(charge.key(), charge.pace().givenBack(rows.fullAt(charge.key())));
    }
  }

  /// Notes that a code went out.
  void sent(CodeStore.Rows rows, Destination to, Bytes session, Instant now) throws IOException {
    breaker.sent(rows, to, session, now);
  }
}
