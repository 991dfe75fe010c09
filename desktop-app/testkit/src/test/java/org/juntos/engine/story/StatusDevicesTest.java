package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.model.StatusView.State;

/// Statuses on all devices of an account.
final class StatusDevicesTest extends StatusStory {
  @Test
  void other_devices_of_both_see_the_same() throws Exception {
    var desk = world.link(alice, "Desk");
    var laptop = world.link(bob, "Laptop");
    var id = postFile(alice, "photo.jpg");
    world.settle();
    assertEquals(id, mine(desk).getFirst().id());
    assertArrayEquals(shown("photo.jpg"), content(desk, mine(desk).getFirst()));
    assertEquals(State.HERE, only(laptop, alice).state());

    look(laptop, alice, id);
    assertTrue(only(bob, alice).viewed());
    assertEquals(1, mine(alice).getFirst().seenBy());
    assertEquals(1, mine(desk).getFirst().seenBy());

    desk.done(new Intent.DeleteStatus(id));
    world.settle();
    assertEquals(List.of(), mine(alice));
    assertEquals(List.of(), of(bob, alice));
    assertEquals(List.of(), of(laptop, alice));
    assertEquals(0, filesAtRelay());
    laptop.done(new Intent.MuteStatuses(alice.account(), true));
    desk.done(new Intent.SetStatusAudience(only(bob)));
    post(alice, "again");
    world.settle();
    assertEquals(only(bob), view(alice).audience());
    assertTrue(view(bob).others().getFirst().muted());
  }

  @Test
  void a_device_that_joins_later_sees_what_the_account_has_posted() throws Exception {
    var id = postFile(alice, "photo.jpg");
    world.settle();
    var desk = world.link(alice, "Desk");
    world.settle();
    assertEquals(id, mine(desk).getFirst().id());
    assertEquals(1, mine(desk).getFirst().viewers().size());
    assertArrayEquals(shown("photo.jpg"), content(desk, mine(desk).getFirst()));
  }
}
