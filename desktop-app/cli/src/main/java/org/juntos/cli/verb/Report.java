package org.juntos.cli.verb;

import java.time.Duration;
import org.juntos.engine.intent.PeopleIntent;
import org.juntos.engine.model.ContactView.Standing;
import org.juntos.wire.ReportReason;

/// Blocks somebody and reports them to the relay.
///
/// @param settle how long to stay until own devices have been told
public record Report(String contact, ReportReason reason, Duration settle) implements Verb {
  @Override
  public Rest begin(Desk desk) throws Refusal, InterruptedException {
    var account = Contacts.find(desk, contact).account();
    desk.submit(new PeopleIntent.ReportContact(account, reason));
    return output -> {
      desk.settle(settle);
      var blocked = Contacts.await(desk, account, now -> now.standing() == Standing.BLOCKED);
      output.print(Describe.contact(blocked));
    };
  }
}
