package org.juntos.cli.verb;

import java.time.Duration;
import java.util.Map;
import org.juntos.cli.output.Line;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;

/// Says whether this account shares when it is here.
///
/// @param settle how long to stay until the account's other devices can hear of it
public record SharePresence(boolean shared, Duration settle) implements Verb {
  @Override
  public Rest begin(Desk desk) throws Refusal, InterruptedException {
    var now = desk.submit(new Intent.SharePresence(shared));
    return output -> {
      desk.settle(settle);
      output.print(line(now instanceof Outcome.PresenceShared(var shares) && shares));
    };
  }

  private static Line line(boolean shared) {
    return new Line(Map.of("shared", shared), shared ? "shared with contacts" : "not shared");
  }
}
