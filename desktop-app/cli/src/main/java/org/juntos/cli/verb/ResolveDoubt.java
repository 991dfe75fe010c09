package org.juntos.cli.verb;

import java.time.Duration;
import java.util.function.Function;
import org.juntos.engine.intent.Intent;
import org.juntos.wire.AccountId;

/// Looks into a doubt about a contact's devices or key, or decides it.
///
/// @param settle how long to stay until the relay has what follows from it
public record ResolveDoubt(String contact, Function<AccountId, Intent> decision, Duration settle)
    implements Verb {
  @Override
  public Rest begin(Desk desk) throws Refusal, InterruptedException {
    var account = Contacts.find(desk, contact).account();
    desk.submit(decision.apply(account));
    return output -> {
      desk.settle(settle);
      output.print(Describe.contact(Contacts.find(desk, account.toString())));
    };
  }
}
