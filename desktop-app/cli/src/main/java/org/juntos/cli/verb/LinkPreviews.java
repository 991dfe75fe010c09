package org.juntos.cli.verb;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.output.Line;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.PreviewIntent;

/// Whether previews of links are made on this device, when they are asked for.
///
/// @param on null to show it only
public record LinkPreviews(@Nullable Boolean on) implements Verb {
  public LinkPreviews(@Nullable Boolean on) {
    this.on = on;
  }

  @Override
  public Rest begin(Desk desk) throws Refusal, InterruptedException {
    desk.ready();
    var wanted = on;
    var now =
        desk.submit(
            wanted == null
                ? new PreviewIntent.LookAtLinkPreviews()
                : new PreviewIntent.SetLinkPreviews(wanted));
    return output -> output.print(line(now instanceof Outcome.LinkPreviews(var made) && made));
  }

  private static Line line(boolean on) {
    return new Line(
        Map.of("linkPreviews", on), on ? "previews of links are made" : "no previews are made");
  }

  @Override
  public boolean isOnline() {
    return false;
  }
}
