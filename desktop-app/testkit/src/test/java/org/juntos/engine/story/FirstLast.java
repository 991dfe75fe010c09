package org.juntos.engine.story;

import java.util.ArrayList;
import java.util.List;
import org.juntos.engine.connection.Delivered;
import org.juntos.testkit.lie.Lies;
import org.juntos.testkit.world.Person;
import org.juntos.wire.DeviceAddress;

/// Gives somebody what comes first after what comes next.
final class FirstLast implements Lies {
  private final Person person;
  private final List<Delivered> held = new ArrayList<>();
  private boolean done;

  FirstLast(Person person) {
    this.person = person;
  }

  @Override
  public List<Delivered> deliveries(DeviceAddress to, List<Delivered> honest) {
    if (done || honest.isEmpty() || !to.account().equals(person.account())) {
      return honest;
    }
    if (held.isEmpty()) {
      held.addAll(honest);
      return List.of();
    }
    done = true;
    var turned = new ArrayList<>(honest);
    turned.addAll(held);
    return turned;
  }
}
