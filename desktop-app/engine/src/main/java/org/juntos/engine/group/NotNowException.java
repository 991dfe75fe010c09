package org.juntos.engine.group;

import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.problem.Problems;

/// Why something about a group was not done.
final class NotNowException extends Exception {
  private final transient Outcome outcome;

  private NotNowException(Outcome outcome) {
    super(String.valueOf(outcome));
    this.outcome = outcome;
  }

  static NotNowException of(String code) {
    return new NotNowException(Problems.refused(code));
  }

  static NotNowException of(RelayResult.Refused<?> refused) {
    return new NotNowException(Problems.refused(refused));
  }

  Outcome outcome() {
    return outcome;
  }
}
