package org.juntos.testkit.world;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.EntryView;

final class WorldTest {
  @Test
  void two_people_meet_and_talk(@TempDir Path folder) throws Exception {
    try (var world = new World(folder, 1)) {
      var alice = world.alice();
      var bob = world.bob();
      world.introduce(alice, bob);
      var hello = alice.write(bob, "hello");
      var answer = bob.write(alice, "hello yourself");
      world.settle();

      assertEquals(ContactView.Standing.ACCEPTED, alice.contact(bob).standing());
      assertEquals(List.of("hello"), bob.textsOf(alice));
      assertEquals(List.of("hello yourself"), alice.textsOf(bob));
      assertEquals(EntryView.Stage.DELIVERED, alice.stage(hello));
      assertEquals(EntryView.Stage.DELIVERED, bob.stage(answer));
    }
  }

  @Test
  void what_is_written_offline_arrives_later(@TempDir Path folder) throws Exception {
    try (var world = new World(folder, 2)) {
      var alice = world.alice();
      var bob = world.bob();
      world.introduce(alice, bob);
      world.network().cutOff("Alice");
      var hello = alice.write(bob, "hello");
      world.settle();
      assertEquals(EntryView.Stage.WAITING, alice.stage(hello));
      alice.restart();
      world.restartRelay();
      world.network().restore("Alice");
      world.settle();

      assertEquals(List.of("hello"), bob.textsOf(alice));
      assertEquals(EntryView.Stage.DELIVERED, alice.stage(hello));
    }
  }
}
