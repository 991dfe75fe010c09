package org.juntos.engine.contact;

import org.juntos.engine.intent.Outcome;
import org.juntos.engine.outbox.Establisher;
import org.juntos.wire.AccountId;

/// Lets the person stay with a key that they have compared, after another one was met.
public record KnownKeys(ContactChanges decisions, Establisher establisher) {
  /// When the known key has not proved itself yet, the relay is asked which one it hands out now;
  /// blocks until it has answered.
  public Outcome keep(AccountId account) {
    var outcome = decisions.keepIdentity(account);
    boolean unproved =
        outcome instanceof Outcome.Refused(var problem)
            && problem.code().equals(ContactChanges.UNPROVED);
    return unproved && establisher.establish(account) ? decisions.keepIdentity(account) : outcome;
  }
}
