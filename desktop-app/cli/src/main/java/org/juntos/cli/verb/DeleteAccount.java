package org.juntos.cli.verb;

import java.util.Map;
import org.juntos.cli.output.Line;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.model.SessionView;
import org.juntos.wire.AccountId;

/// Deletes the account at the relay, and then the profile.
public record DeleteAccount() implements Verb {
  @Override
  public Rest begin(Desk desk) throws Refusal, InterruptedException {
    var account = account(desk);
    desk.submit(new Intent.DeleteAccount());
    return output ->
        output.print(
            new Line(
                Map.of("deleted", account.toString()),
                "The account " + account + " and its profile are deleted."));
  }

  /// Also whoever is registered elsewhere may want their profile gone.
  private static AccountId account(Desk desk) throws Refusal {
    return desk.session() instanceof SessionView.Deregistered(var account, _)
        ? account
        : desk.ready().account();
  }

  @Override
  public boolean isForNewcomers() {
    return true;
  }
}
