package org.juntos.engine.story;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.juntos.content.ConversationId;
import org.juntos.engine.model.EntryView;
import org.juntos.testkit.world.Person;
import org.juntos.testkit.world.World;

/// Two people who know each other, one of them with two devices; each device has its own clock.
record VanishingTown(World world, Watches watches) implements AutoCloseable {
  private static final long NO_STORY = -1;
  private static final String ALICE = "Alice";
  private static final String BOB = "Bob";
  private static final String LAPTOP = "Bob's laptop";

  /// Makes it, and leaves it on disk, from where it goes on any number of times.
  static VanishingTown founded(Path folder) throws Exception {
    var watches = new Watches();
    try (var world = new World(folder, NO_STORY)) {
      var alice = world.person(ALICE, watches.home(ALICE));
      var bob = world.person(BOB, watches.home(BOB));
      world.introduce(alice, bob);
      world.link(bob, LAPTOP, watches.home(LAPTOP));
      world.settle();
      return new VanishingTown(world, watches);
    }
  }

  /// In another world, whose clocks are wrong as the seed says.
  VanishingTown again(Path folder, long seed) throws Exception {
    watches.right();
    var random = new SplittableRandom(seed);
    for (var name : List.of(ALICE, BOB, LAPTOP)) {
      watches.set(name, Watches.anyhow(random));
    }
    return new VanishingTown(world.again(folder, seed), watches);
  }

  /// Alice's device, and both of Bob's.
  List<Person> devices() {
    return List.of(world.known(ALICE), world.known(BOB), world.known(LAPTOP));
  }

  ConversationId conversation() {
    return world.known(ALICE).with(world.known(BOB));
  }

  /// All that was said, as far as a device shows it or that it was deleted.
  List<EntryView> shown(Person device) {
    return device.models().history(conversation(), Long.MAX_VALUE, 1_000).stream()
        .filter(entry ->
            entry.kind() == EntryView.Kind.MESSAGE || entry.kind() == EntryView.Kind.DELETED)
        .toList();
  }

  @Override
  public void close() {
    world.close();
  }
}
