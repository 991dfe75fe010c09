package org.juntos.cli.verb;

import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import org.juntos.cli.output.Line;
import org.juntos.cli.output.PlainText;
import org.juntos.engine.intent.HeldView;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Problem;

/// Tells all that the relay holds on this account, and where that is not as expected.
public record LookAtHeld() implements Verb {
  @Override
  public Rest begin(Desk desk) throws Refusal {
    desk.ready();
    return output -> {
      if (desk.submit(new Intent.LookAtHeld()) instanceof Outcome.Held(var held)) {
        output.print(line(held));
        if (!held.differences().isEmpty()) {
          throw new Refusal(
              Problem.local(
                  "held-differs",
                  "What the relay holds is not what this device expects.",
                  "Look at the differences; ask the relay's admin."));
        }
      }
    };
  }

  private static Line line(HeldView held) {
    var json = new LinkedHashMap<String, Object>();
    json.put("at", held.at().toString());
    json.put("differences", held.differences());
    var kinds = new LinkedHashMap<String, Object>();
    held.kinds().forEach(kind -> kinds.put(kind.name(), kind.rows()));
    json.put("held", kinds);
    var text = new StringBuilder("signed by the relay at ").append(held.at());
    held.differences().forEach(one -> text.append("\ndiffers: ").append(PlainText.safe(one)));
    text.append(
        held.kinds().stream()
            .map(kind -> "\n" + PlainText.safe(kind.title()))
            .collect(Collectors.joining()));
    return new Line(json, text.toString());
  }
}
