package org.juntos.cli.verb;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.output.Line;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;

/// Takes a user name, goes without one, or only tells it.
///
/// @param intent null only tells
public record UserNames(@Nullable Intent intent) implements Verb {
  /// Tells it.
  public static UserNames show() {
    return new UserNames(null);
  }

  /// @param wanted a nickname, or a whole name such as `ana.42`
  public static UserNames set(String wanted) {
    return new UserNames(new Intent.ChooseUserName(wanted));
  }

  /// Goes without.
  public static UserNames clear() {
    return new UserNames(new Intent.DropUserName());
  }

  @Override
  public Rest begin(Desk desk) throws Refusal, InterruptedException {
    var before = desk.ready().userName();
    var outcome = intent == null ? null : desk.submit(intent);
    var now =
        switch (outcome) {
          case Outcome.Named(var name) -> name;
          case null -> before;
          default -> "";
        };
    return output -> output.print(line(now));
  }

  private static Line line(String name) {
    var json = new LinkedHashMap<String, Object>();
    json.put("userName", name.isEmpty() ? null : name);
    return new Line(json, name.isEmpty() ? "no user name" : name);
  }

  @Override
  public boolean isOnline() {
    return intent != null;
  }
}
