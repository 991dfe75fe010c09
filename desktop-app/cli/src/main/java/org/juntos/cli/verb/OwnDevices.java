package org.juntos.cli.verb;

import java.util.LinkedHashMap;
import java.util.List;
import org.juntos.cli.output.Line;
import org.juntos.cli.output.PlainText;
import org.juntos.engine.intent.DeviceView;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;

/// Lists the devices of the account.
public record OwnDevices() implements Verb {
  @Override
  public Rest begin(Desk desk) throws Refusal {
    desk.ready();
    return output -> {
      for (var device : of(desk)) {
        output.print(line(device));
      }
    };
  }

  static List<DeviceView> of(Desk desk) throws Refusal, InterruptedException {
    return desk.submit(new Intent.LookAtDevices()) instanceof Outcome.Devices(var devices)
        ? devices
        : List.of();
  }

  static Line line(DeviceView device) {
    var json = new LinkedHashMap<String, Object>();
    var linkedAt = device.linkedAt();
    json.put("device", device.device());
    json.put("name", device.name());
    json.put("own", device.own());
    json.put("linkedAt", linkedAt == null ? null : linkedAt.toString());
    var text =
        "%s %3d  %s%s"
            .formatted(
                device.own() ? "*" : " ",
                device.device(),
                device.name().isEmpty() ? "(no name)" : PlainText.safe(device.name()),
                linkedAt == null ? "" : "  since " + linkedAt);
    return new Line(json, text);
  }

  @Override
  public boolean isList() {
    return true;
  }
}
