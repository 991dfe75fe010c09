package org.juntos.cli.verb;

import java.time.Duration;
import org.juntos.engine.intent.DeviceView;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.Event;

/// Lets the device that shows a code join this account, and waits until it is there.
public record LinkDevice(String code, Duration timeout) implements Verb {
  @Override
  public Rest begin(Desk desk) throws Refusal {
    desk.ready();
    return output -> {
      try (var events = desk.events()) {
        if (desk.submit(new Intent.LinkDevice(code)) instanceof Outcome.Offered(int device)) {
          output.print(OwnDevices.line(await(desk, events, device)));
        }
      }
      desk.settle(timeout); // what the new device does not know yet
    };
  }

  private DeviceView await(Desk desk, Arrivals<Event> events, int device)
      throws Refusal, InterruptedException {
    var deadline = desk.deadline(timeout);
    while (!deadline.isOver()) {
      if (events.next(deadline) instanceof Event.DevicesChanged) {
        for (var view : OwnDevices.of(desk)) {
          if (view.device() == device && view.linkedAt() != null) {
            return view;
          }
        }
      }
    }
    throw Refusal.of(
        "timeout", "The new device has not joined in time.", "Look whether it is still waiting.");
  }
}
