package org.juntos.cli.verb;

import java.time.Duration;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.PeopleIntent;
import org.juntos.engine.model.ContactView.Standing;
import org.juntos.wire.AccountId;

/// Decides about a contact.
///
/// @param settle how long to stay until the relay has what follows from it
public record Decide(String contact, Decision decision, Duration settle) implements Verb {
  /// What one can decide.
  public enum Decision {
    ACCEPT,
    REFUSE,
    BLOCK,
    UNBLOCK,
    REMOVE;

    private Intent about(AccountId account) {
      return switch (this) {
        case ACCEPT -> new Intent.AcceptContact(account);
        case REFUSE -> new PeopleIntent.RefuseContact(account);
        case BLOCK -> new Intent.BlockContact(account);
        case UNBLOCK -> new Intent.UnblockContact(account);
        case REMOVE -> new Intent.RemoveContact(account);
      };
    }

    /// Whether `standing` may follow from the decision.
    private boolean leadsTo(Standing standing) {
      return switch (this) {
        case ACCEPT -> standing == Standing.ACCEPTED || standing == Standing.REQUESTED;
        case REFUSE -> standing == Standing.REFUSED;
        case BLOCK -> standing == Standing.BLOCKED;
        case UNBLOCK -> standing != Standing.BLOCKED;
        case REMOVE -> standing == Standing.REMOVED;
      };
    }
  }

  @Override
  public Rest begin(Desk desk) throws Refusal, InterruptedException {
    var account = Contacts.find(desk, contact).account();
    desk.submit(decision.about(account));
    return output -> {
      desk.settle(settle);
      var decided = Contacts.await(desk, account, now -> decision.leadsTo(now.standing()));
      output.print(Describe.contact(decided));
    };
  }
}
