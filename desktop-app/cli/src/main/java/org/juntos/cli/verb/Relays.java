package org.juntos.cli.verb;

import java.util.LinkedHashMap;
import org.juntos.cli.output.Line;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.model.RelayView;
import org.juntos.engine.model.RelayView.Health;

/// Measures every address of the relay and lists them.
public record Relays() implements Verb {
  @Override
  public Rest begin(Desk desk) throws Refusal {
    desk.ready();
    return output -> {
      desk.submit(new Intent.MeasureRelays());
      var relays = desk.models().connection().value().relays();
      for (var relay : relays) {
        output.print(line(relay));
      }
      if (relays.stream().noneMatch(relay -> relay.health() == Health.GOOD)) {
        throw new Refusal(
            Problem.local(
                "offline",
                "The relay answers at none of its addresses.",
                "Check the network, then try again."));
      }
    };
  }

  private static Line line(RelayView relay) {
    var json = new LinkedHashMap<String, Object>();
    var roundTrip = relay.roundTrip();
    json.put("address", relay.address());
    json.put("region", relay.region());
    json.put("inUse", relay.current());
    json.put("home", relay.home());
    json.put("health", Describe.lower(relay.health()));
    json.put("roundTripMs", roundTrip == null ? null : roundTrip.toMillis());
    var text =
        "%s %s  %s%s%s"
            .formatted(
                relay.current() ? "*" : " ",
                relay.address(),
                roundTrip != null
                    ? roundTrip.toMillis() + " ms"
                    : relay.health() == Health.FAILING ? "does not answer" : "not measured",
                relay.region().isEmpty() ? "" : "  (" + relay.region() + ")",
                relay.home() ? "  registered here" : "");
    return new Line(json, text);
  }

  @Override
  public boolean isList() {
    return true;
  }
}
