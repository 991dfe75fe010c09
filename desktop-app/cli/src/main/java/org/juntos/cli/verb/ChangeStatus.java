package org.juntos.cli.verb;

import java.time.Duration;
import java.util.function.Function;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.StatusView;

/// Does something to a status: takes it back, tries it again, replies to it.
///
/// @param status its id, or the beginning of it
/// @param settle how long to stay until the relay has what follows from it
public record ChangeStatus(
    String status, String done, Function<StatusView, Intent> change, Duration settle)
    implements Verb {
  /// Takes it back.
  public static ChangeStatus delete(String status, Duration settle) {
    return new ChangeStatus(
        status, "deleted", found -> new Intent.DeleteStatus(found.id()), settle);
  }

  /// Tries one that was refused again.
  public static ChangeStatus retry(String status, Duration settle) {
    return new ChangeStatus(status, "retried", found -> new Intent.RetryStatus(found.id()), settle);
  }

  /// Writes to its author.
  public static ChangeStatus reply(String status, String text, Duration settle) {
    return new ChangeStatus(
        status,
        "replied",
        found -> new Intent.ReplyToStatus(found.author(), found.id(), text),
        settle);
  }

  @Override
  public Rest begin(Desk desk) throws Refusal, InterruptedException {
    desk.ready();
    var found = Statuses.find(desk, status).status();
    var outcome = desk.submit(change.apply(found));
    return output -> {
      desk.settle(settle);
      output.print(
          outcome instanceof Outcome.Queued(_, var message)
              ? Describe.simple("message", message.toString())
              : Describe.simple(done, found.id().toString()));
    };
  }
}
