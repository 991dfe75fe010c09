package org.juntos.cli.verb;

import java.time.Duration;

/// Lists statuses that are not over: one's own first.
///
/// @param patience how long to wait until what came meanwhile is here
public record ListStatuses(Duration patience) implements Verb {
  @Override
  public Rest begin(Desk desk) throws Refusal, InterruptedException {
    desk.ready();
    return output -> {
      catchUp(desk, patience);
      for (var found : Statuses.all(desk.models().statuses().value())) {
        output.print(Statuses.line(found));
      }
    };
  }

  /// Waits for what is at the relay.
  static void catchUp(Desk desk, Duration patience) throws InterruptedException {
    var deadline = desk.deadline(patience);
    try (var events = desk.events()) {
      while (!desk.isCaughtUp() && !desk.isOffline() && !deadline.isOver()) {
        events.next(desk.soon(deadline));
      }
    }
  }

  @Override
  public boolean isList() {
    return true;
  }
}
