package org.juntos.cli.verb;

import java.util.List;
import org.juntos.cli.output.Line;
import org.juntos.cli.output.PlainText;
import org.juntos.engine.model.FoundView;

/// The messages that the person has starred, those that were starred last first.
///
/// @param skip so many of them are left out
public record Starred(int skip, int limit) implements Listing {
  @Override
  public List<Line> lines(Desk desk) throws Refusal {
    desk.ready();
    return desk.models().handling().starred(skip, limit).stream().map(Starred::line).toList();
  }

  private static Line line(FoundView found) {
    var said = Describe.entry(found.conversation(), found.entry()).text();
    return new Line(FoundLines.json(found), PlainText.safe(found.where()) + "  " + said);
  }
}
