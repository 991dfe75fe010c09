package org.juntos.cli.verb;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.juntos.engine.intent.DeviceView;
import org.juntos.engine.intent.Intent;

/// Takes a device off the account.
///
/// @param wanted its number, or its name
/// @param settle how long to stay until the other devices have been told
public record Unlink(String wanted, Duration settle) implements Verb {
  @Override
  public Rest begin(Desk desk) throws Refusal {
    desk.ready();
    return output -> {
      var device = find(OwnDevices.of(desk));
      desk.submit(new Intent.UnlinkDevice(device.device()));
      if (!device.own()) {
        desk.settle(settle);
      }
      output.print(OwnDevices.line(device));
    };
  }

  private DeviceView find(List<DeviceView> devices) throws Refusal {
    List<Predicate<DeviceView>> ways =
        List.of(
            device -> Integer.toString(device.device()).equals(wanted),
            device -> device.name().equals(wanted),
            device -> device.name().equalsIgnoreCase(wanted));
    for (var way : ways) {
      var found = devices.stream().filter(way).toList();
      if (found.size() == 1) {
        return found.getFirst();
      }
      if (found.size() > 1) {
        throw Refusal.of(
            "device-ambiguous",
            found.size() + " devices are called " + wanted + ".",
            "Give the number.");
      }
    }
    throw Refusal.of(
        "device-unknown",
        "The account has no device " + wanted + ".",
        "The command devices lists them.");
  }
}
