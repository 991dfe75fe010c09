package org.juntos.cli.verb;

import java.time.Duration;
import java.util.LinkedHashMap;
import org.juntos.cli.output.Line;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.PeopleIntent;

/// Lets this account be found by its number, or not, or only tells.
///
/// @param settle how long to stay until own devices know
public record BeingFound(PeopleIntent intent, Duration settle) implements Verb {
  /// @param number the account's own, with its country code
  public static BeingFound on(String number, Duration settle) {
    return new BeingFound(new PeopleIntent.BeFound(number), settle);
  }

  /// From now on it is not found.
  public static BeingFound off(Duration settle) {
    return new BeingFound(new PeopleIntent.BeHidden(), settle);
  }

  /// Nothing is changed.
  public static BeingFound show() {
    return new BeingFound(new PeopleIntent.LookAtBeingFound(), Duration.ZERO);
  }

  @Override
  public Rest begin(Desk desk) throws Refusal, InterruptedException {
    var outcome = desk.submit(intent);
    if (!(outcome instanceof Outcome.Discoverable found)) {
      throw new IllegalStateException("being found ended as " + outcome);
    }
    return output -> {
      desk.settle(settle);
      output.print(line(found));
    };
  }

  private static Line line(Outcome.Discoverable found) {
    var json = new LinkedHashMap<String, Object>();
    json.put("discoverable", found.on());
    json.put("offered", found.offered());
    return new Line(json, text(found));
  }

  private static String text(Outcome.Discoverable found) {
    if (found.on()) {
      return "on: whoever knows this account's number finds it";
    }
    return found.offered()
        ? "off: nobody finds this account by its number"
        : "off: nobody is found by phone number at this relay";
  }
}
