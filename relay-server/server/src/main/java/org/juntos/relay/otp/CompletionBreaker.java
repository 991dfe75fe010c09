package org.juntos.relay.otp;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.juntos.relay.limit.CodeBudgets;
import org.juntos.wire.Bytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Closes a block of phone numbers whose codes nobody enters: people register with theirs, pumpers
/// only have them sent. E-mail costs nothing, and a domain is shared by too many, so mail has none.
final class CompletionBreaker {
  private static final Logger LOG = LoggerFactory.getLogger(CompletionBreaker.class);

  private final CodeBudgets.Breaker rule;
  private final KeyedHash hash;

  CompletionBreaker(CodeBudgets.Breaker rule, KeyedHash hash) {
    this.rule = rule;
    this.hash = hash;
  }

  /// How long the prefix of `to` is closed; zero when it is open.
  Duration check(CodeStore.Rows rows, Destination to, Instant now) throws IOException {
    if (!watches(to)) {
      return Duration.ZERO;
    }
    var prefix = key(to);
    var until = rows.closedUntil(prefix);
    if (now.isBefore(until)) {
      return Duration.between(now, until);
    }
    var seen = rows.outcomes(prefix, now.minus(rule.grace()), rule.codes());
    if (seen.codes() < rule.codes() || seen.entered() * 100 >= rule.percent() * rule.codes()) {
      return Duration.ZERO;
    }
    LOG.warn(
        "event=codes_paused prefix={} entered={} of={} minutes={}",
        to.loggedPrefix(),
        seen.entered(),
        seen.codes(),
        rule.pause().toMinutes());
    rows.close(prefix, now.plus(rule.pause()));
    return rule.pause();
  }

  void sent(CodeStore.Rows rows, Destination to, Bytes session, Instant now) throws IOException {
    if (watches(to)) {
      rows.sent(key(to), session, now);
    }
  }

  private boolean watches(Destination to) {
    return rule.isOn() && to.contact().kind() == ContactKind.PHONE;
  }

  private Bytes key(Destination to) {
    return hash.limit("completion", to.prefix());
  }
}
