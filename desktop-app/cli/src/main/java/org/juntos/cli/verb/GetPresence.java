package org.juntos.cli.verb;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.juntos.cli.output.Line;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.PresenceView;
import org.juntos.engine.model.PresenceView.State;
import org.juntos.wire.AccountId;

/// Asks whether a contact is here.
///
/// @param patience how long the relay has to answer
public record GetPresence(String contact, Duration patience) implements Verb {
  @Override
  public Rest begin(Desk desk) throws Refusal, InterruptedException {
    var account = Contacts.find(desk, contact).account();
    if (desk.submit(new Intent.LookAtSharing()) instanceof Outcome.PresenceShared(var shared)
        && !shared) {
      throw Refusal.of(
          "presence-off",
          "This account does not share when it is here, so it is not told of others.",
          "Turn it on with presence set on.");
    }
    desk.submit(new Intent.WatchPresence(Set.of(account)));
    return output -> output.print(line(account, await(desk, account)));
  }

  private State await(Desk desk, AccountId account) throws Refusal, InterruptedException {
    var deadline = desk.deadline(patience);
    try (var changes =
        new Arrivals<Map<AccountId, PresenceView>>(desk.models().presence()::watch)) {
      for (var known = changes.next(deadline); known != null; known = changes.next(deadline)) {
        var view = known.get(account);
        if (view != null && !(view.state() instanceof State.Unknown)) {
          return view.state();
        }
      }
    } finally {
      desk.submit(new Intent.WatchPresence(Set.of()));
    }
    throw Refusal.of(
        "timeout",
        "The relay did not tell in time.",
        "See whether it can be reached, and try again.");
  }

  private static Line line(AccountId account, State state) {
    var json = new LinkedHashMap<String, Object>();
    json.put("account", account.toString());
    var text =
        switch (state) {
          case State.Online() -> "online";
          case State.Away(var from, var span) ->
              "last seen between " + from + " and " + from.plus(span);
          case State.Hidden(), State.Unknown() -> "not told";
        };
    json.put(
        "presence",
        switch (state) {
          case State.Online() -> "online";
          case State.Away _ -> "away";
          case State.Hidden(), State.Unknown() -> "hidden";
        });
    boolean away = state instanceof State.Away;
    json.put("seenFrom", away ? ((State.Away) state).from().toString() : null);
    json.put("seenSpanSeconds", away ? ((State.Away) state).span().toSeconds() : null);
    return new Line(json, text);
  }
}
