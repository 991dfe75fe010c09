package org.juntos.cli.verb;

import java.time.Duration;
import org.juntos.cli.output.Line;
import org.juntos.crypto.name.UserName;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;

/// Adds the person of a contact link or of a user name.
///
/// @param settle how long to stay until the relay has the request
public record Add(String link, Duration settle) implements Verb {
  @Override
  public Rest begin(Desk desk) throws Refusal, InterruptedException {
    var outcome = desk.submit(new Intent.AddContact(link.strip()));
    if (!(outcome instanceof Outcome.Added(var account, var _))) {
      throw new IllegalStateException("adding a contact ended as " + outcome);
    }
    return output -> {
      desk.settle(settle);
      var line = Describe.contact(Contacts.await(desk, account, _ -> true));
      output.print(UserName.looksLike(link) ? unproved(line) : line);
    };
  }

  private static Line unproved(Line line) {
    return new Line(
        line.json(),
        line.text()
            + "\nTheir key is what the relay says: compare safety numbers before you trust it.");
  }
}
