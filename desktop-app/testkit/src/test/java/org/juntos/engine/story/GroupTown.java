package org.juntos.engine.story;

import java.nio.file.Path;
import java.util.List;
import org.juntos.content.ConversationId;
import org.juntos.engine.intent.GroupWish;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.GroupView;
import org.juntos.testkit.world.Person;
import org.juntos.testkit.world.World;

/// A group of three people with four devices: Ana, who has made it, has two.
record GroupTown(World world, ConversationId group) implements AutoCloseable {
  private static final long NO_STORY = -1;

  /// Makes it, and leaves it on disk, from where it goes on any number of times.
  static GroupTown founded(Path folder) throws Exception {
    try (var world = new World(folder, NO_STORY)) {
      var ana = world.person("Ana");
      var ben = world.person("Ben");
      var carla = world.person("Carla");
      world.introduce(ana, ben);
      world.introduce(ana, carla);
      world.link(ana, "Ana's laptop");
      var members = List.of(ben.account(), carla.account());
      var outcome = ana.submit(new Intent.CreateGroup("Choir", members));
      if (!(outcome instanceof Outcome.Grouped(var group, var _))) {
        throw new AssertionError("not made: " + outcome);
      }
      world.settle();
      return new GroupTown(world, group);
    }
  }

  GroupTown again(Path folder, long seed) throws Exception {
    return new GroupTown(world.again(folder, seed), group);
  }

  Person ana() {
    return world.known("Ana");
  }

  Person carla() {
    return world.known("Carla");
  }

  /// Devices of those who are in the group all the time.
  List<Person> stayers() {
    return List.of(ana(), world.known("Ana's laptop"), world.known("Ben"));
  }

  List<Person> all() {
    var all = new java.util.ArrayList<>(stayers());
    all.add(carla());
    return all;
  }

  /// Whether it could be written.
  boolean says(Person device, String text) throws InterruptedException {
    return device.submit(new Intent.SendMessage(group, text, List.of())) instanceof Outcome.Queued;
  }

  void tries(Person device, GroupWish wish) throws InterruptedException {
    device.submit(new Intent.ChangeGroup(group, wish));
  }

  /// All messages that a device shows, in its order.
  List<EntryView> messages(Person device) {
    return device.models().history(group, Long.MAX_VALUE, 10_000).stream()
        .filter(entry -> entry.kind() == EntryView.Kind.MESSAGE)
        .toList();
  }

  /// How a device sees the group.
  GroupView seen(Person device) {
    for (var conversation : device.models().conversations().value()) {
      var seen = conversation.group();
      if (conversation.id().equals(group) && seen != null) {
        return seen;
      }
    }
    throw new AssertionError(device.name() + " does not know the group");
  }

  @Override
  public void close() {
    world.close();
  }
}
