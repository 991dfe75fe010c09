package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.juntos.engine.intent.ChoiceIntent;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.model.PersonalView.FolderView;
import org.juntos.engine.model.SessionView;
import org.juntos.testkit.network.Weather;
import org.juntos.testkit.world.Person;

/// Names that are changed again and again within seconds: the last one is everywhere in the end.
final class NameBurstTest extends TwoContacts {
  private static final int CHANGES = 300;
  private static final String LAST = "Alice " + (CHANGES - 1);

  private Person laptop;
  private UUID shelf;

  NameBurstTest() {
    super(76);
  }

  @BeforeEach
  void alice_has_two_devices_and_a_folder() throws Exception {
    laptop = world.link(alice, "Laptop");
    alice.done(new ChoiceIntent.MakeFolder("Folder"));
    world.settle();
    shelf = folders(laptop).getFirst().id();
  }

  private static List<FolderView> folders(Person device) {
    return device.models().personal().value().folders();
  }

  private static String name(Person device) {
    return assertInstanceOf(SessionView.Ready.class, device.models().session().value()).name();
  }

  private void rename(Person device, int number) throws Exception {
    var name = "Alice " + number;
    device.done(new Intent.ChangeProfile(name, null, new Intent.ChosenPicture.Same()));
    device.done(new ChoiceIntent.RenameFolder(shelf, name));
    world.clock().advance(Duration.ofMillis(7));
    world.steps(world.random().nextInt(12));
  }

  /// For a third of the changes nothing gets to the laptop.
  private void partition(int number) {
    if (number == CHANGES / 3) {
      world.network().cutOff("Laptop");
    } else if (number == 2 * CHANGES / 3) {
      world.network().restore("Laptop");
    }
  }

  private void assertLastEverywhere() throws Exception {
    world.network().weather(Weather.FAIR);
    world.network().cutAll();
    world.settle();
    alice.write(bob, "look at my name");
    world.settle();
    for (var device : List.of(alice, laptop)) {
      assertEquals(LAST, name(device), device.name());
      assertEquals(LAST, folders(device).getFirst().name(), device.name());
    }
    assertEquals(LAST, bob.contact(alice).name());
  }

  @Test
  void the_last_of_many_names_is_everywhere_after_a_partition() throws Exception {
    for (int number = 0; number < CHANGES; number++) {
      partition(number);
      rename(alice, number);
    }
    assertLastEverywhere();
  }

  @Test
  void the_last_of_many_names_is_everywhere_when_much_is_lost_and_mixed_up() throws Exception {
    world.network().weather(Weather.CROOKED);
    for (int number = 0; number < CHANGES; number++) {
      partition(number);
      rename(alice, number);
    }
    assertLastEverywhere();
  }

  @Test
  void the_last_of_many_names_is_everywhere_when_two_devices_change_it() throws Exception {
    for (int number = 0; number < CHANGES; number++) {
      partition(number);
      rename(number % 2 == 0 ? alice : laptop, number);
    }
    assertLastEverywhere();
  }
}
