package org.juntos.cli.verb;

import java.time.Duration;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.OwnProfileView;

/// Changes what this account shares of itself, and stays a moment until the relay has it.
public record ChangeProfile(Intent.ChangeProfile change, Duration settle) implements Verb {
  @Override
  public Rest begin(Desk desk) throws Refusal, InterruptedException {
    var changed = ShowProfile.own(desk.submit(change));
    return output -> output.print(ShowProfile.line(desk, uploaded(desk, changed), null));
  }

  private OwnProfileView uploaded(Desk desk, OwnProfileView changed)
      throws Refusal, InterruptedException {
    var deadline = desk.deadline(settle);
    var now = changed;
    try (var connection = new Arrivals<>(desk.models().connection()::watch)) {
      while (now.due() && !desk.isOffline() && !deadline.isOver()) {
        connection.next(desk.soon(deadline));
        now = ShowProfile.own(desk.submit(new Intent.LookAtProfile()));
      }
    }
    return now;
  }
}
