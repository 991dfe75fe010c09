package org.juntos.testkit.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.juntos.content.Choice;
import org.juntos.content.ConversationId;
import org.juntos.content.NoticeSound;
import org.juntos.content.Notices;
import org.juntos.engine.intent.ChoiceIntent;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.ChosenView;
import org.juntos.engine.model.ConversationView;
import org.juntos.testkit.network.Weather;

/// What is chosen on one device counts on the others.
final class ChoicesTest {
  @TempDir Path folder;

  static IntStream seeds() {
    return IntStream.range(0, Integer.getInteger("juntos.choices.seeds", 3));
  }

  private static ConversationView view(Person device, ConversationId conversation) {
    return device.models().conversations().value().stream()
        .filter(one -> one.id().equals(conversation))
        .findFirst()
        .orElseThrow();
  }

  private static ChosenView chosen(Person device, ConversationId conversation) {
    return view(device, conversation).chosen();
  }

  private static void choose(Person device, Choice choice) throws InterruptedException {
    device.done(new ChoiceIntent.Choose(choice));
  }

  private static UUID makeFolder(Person device, String name) throws InterruptedException {
    return assertInstanceOf(
            Outcome.FolderMade.class, device.submit(new ChoiceIntent.MakeFolder(name)))
        .folder();
  }

  private static void refused(Person device, Intent intent, String code)
      throws InterruptedException {
    var outcome = assertInstanceOf(Outcome.Refused.class, device.submit(intent));
    assertEquals(code, outcome.problem().code());
  }

  /// Everything that a device shows of what was chosen.
  private static List<Object> all(Person device) {
    var shown = new ArrayList<Object>();
    shown.add(device.models().personal().value());
    device.models().conversations().value().stream()
        .filter(one -> !one.chosen().equals(ChosenView.NONE))
        .sorted((one, other) -> one.id().value().compareTo(other.id().value()))
        .forEach(one -> shown.add(one.chosen()));
    return shown;
  }

  @Test
  void what_is_chosen_on_one_device_is_chosen_on_the_other_and_on_one_that_joins_later()
      throws Exception {
    try (var world = new World(folder, 1)) {
      var alice = world.alice();
      var bob = world.bob();
      world.introduce(alice, bob);
      var with = alice.with(bob);
      var laptop = world.link(alice, "Laptop");
      var until = world.clock().instant().plus(Duration.ofHours(8));
      choose(alice, new Choice.Muted(with, until));
      choose(alice, new Choice.Notified(with, Notices.MENTIONS));
      choose(laptop, new Choice.Sounds(with, NoticeSound.DROP));
      choose(laptop, new Choice.MarkedUnread(with, true));
      alice.done(new ChoiceIntent.Pin(with, true));
      var family = makeFolder(alice, " Family ");
      alice.done(new ChoiceIntent.PutInFolder(family, with, true));
      choose(laptop, new Choice.QuietUntil(true, until));
      world.settle();
      var seen = chosen(laptop, with);
      assertEquals(until, seen.mutedUntil());
      assertEquals(Notices.MENTIONS, seen.notices());
      assertEquals(NoticeSound.DROP, seen.sound());
      assertTrue(seen.markedUnread() && seen.pinned() > 0);
      assertTrue(seen.folders().contains(family));
      assertEquals("Family", laptop.models().personal().value().folders().getFirst().name());
      assertEquals(all(alice), all(laptop));
      var tablet = world.link(laptop, "Tablet");
      assertEquals(all(alice), all(tablet));
      alice.restart();
      assertEquals(all(laptop), all(alice));
    }
  }

  @Test
  void an_archived_conversation_comes_back_with_a_message_unless_it_is_muted() throws Exception {
    try (var world = new World(folder, 2)) {
      var alice = world.alice();
      var bob = world.bob();
      world.introduce(alice, bob);
      var laptop = world.link(alice, "Laptop");
      var with = alice.with(bob);
      choose(alice, new Choice.Archived(with, true));
      world.settle();
      assertTrue(chosen(laptop, with).archived());
      bob.write(alice, "are you there?");
      world.settle();
      assertFalse(chosen(alice, with).archived());
      assertFalse(chosen(laptop, with).archived());
      choose(alice, new Choice.Archived(with, true));
      choose(alice, new Choice.Muted(with, Choice.FOREVER));
      world.settle();
      bob.write(alice, "hello?");
      world.settle();
      assertTrue(chosen(alice, with).archived());
      assertTrue(chosen(laptop, with).archived());
      choose(alice, new Choice.Muted(with, Instant.EPOCH));
      world.settle();
      bob.write(alice, "at last");
      world.settle();
      assertFalse(chosen(laptop, with).archived());
    }
  }

  @Test
  void a_mark_goes_when_the_conversation_was_looked_at_on_any_device() throws Exception {
    try (var world = new World(folder, 3)) {
      var alice = world.alice();
      var bob = world.bob();
      world.introduce(alice, bob);
      var laptop = world.link(alice, "Laptop");
      bob.write(alice, "one");
      world.settle();
      var with = alice.with(bob);
      choose(alice, new Choice.MarkedUnread(with, true));
      world.settle();
      assertTrue(chosen(laptop, with).markedUnread());
      laptop.done(new Intent.MarkSeen(with, laptop.messages(bob).getLast().id()));
      world.settle();
      assertFalse(chosen(alice, with).markedUnread());
      assertFalse(chosen(laptop, with).markedUnread());
      assertEquals(0, view(alice, with).unread());
    }
  }

  @Test
  void pinned_ones_keep_the_order_that_was_given_them() throws Exception {
    try (var world = new World(folder, 4)) {
      var alice = world.alice();
      var all = List.of(world.bob(), world.person("Carol"), world.person("Dora"));
      for (var one : all) {
        world.introduce(alice, one);
        alice.done(new ChoiceIntent.Pin(alice.with(one), true));
      }
      assertEquals(List.of("Dora", "Carol", "Bob"), pinned(world, alice));
      alice.done(new ChoiceIntent.PlacePinned(alice.with(all.getFirst()), 0));
      assertEquals(List.of("Bob", "Dora", "Carol"), pinned(world, alice));
      alice.done(new ChoiceIntent.Pin(alice.with(all.get(2)), false));
      assertEquals(List.of("Bob", "Carol"), pinned(world, alice));
      refused(
          alice,
          new ChoiceIntent.PlacePinned(alice.with(all.get(2)), 0),
          "conversation-not-pinned");
    }
  }

  private static List<String> pinned(World world, Person device) throws InterruptedException {
    world.settle();
    return device.models().conversations().value().stream()
        .filter(one -> one.chosen().pinned() > 0)
        .sorted((one, other) -> Long.compare(other.chosen().pinned(), one.chosen().pinned()))
        .map(one -> one.contact().name())
        .toList();
  }

  @Test
  void folders_are_made_renamed_and_removed_and_bad_ones_are_refused() throws Exception {
    try (var world = new World(folder, 5)) {
      var alice = world.alice();
      var work = makeFolder(alice, "Work");
      refused(alice, new ChoiceIntent.MakeFolder("work"), "folder-exists");
      refused(alice, new ChoiceIntent.MakeFolder("  "), "folder-name-invalid");
      refused(alice, new ChoiceIntent.MakeFolder("x".repeat(65)), "folder-name-invalid");
      refused(alice, new ChoiceIntent.RemoveFolder(new UUID(9, 9)), "folder-unknown");
      var nobody = new ConversationId(new UUID(9, 9));
      refused(alice, new ChoiceIntent.PutInFolder(work, nobody, true), "conversation-unknown");
      alice.done(new ChoiceIntent.RenameFolder(work, "Office"));
      world.settle();
      assertEquals("Office", alice.models().personal().value().folders().getFirst().name());
      alice.done(new ChoiceIntent.RemoveFolder(work));
      world.settle();
      assertEquals(List.of(), alice.models().personal().value().folders());
      refused(alice, new ChoiceIntent.RenameFolder(work, "Again"), "folder-unknown");
      for (int i = 0; i < 32; i++) {
        makeFolder(alice, "Folder " + i);
      }
      refused(alice, new ChoiceIntent.MakeFolder("one more"), "too-many-folders");
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void devices_end_with_the_same_after_loss_repeats_reorder_partition_and_restarts(int seed)
      throws Exception {
    try (var world = new World(folder, seed)) {
      var alice = world.alice();
      var bob = world.bob();
      world.introduce(alice, bob);
      var with = alice.with(bob);
      var devices = List.of(alice, world.link(alice, "Laptop"));
      var shared = makeFolder(alice, "Shared");
      world.settle();
      world.network().weather(seed % 2 == 0 ? Weather.STORM : Weather.CROOKED);
      for (int round = 0; round < 24; round++) {
        var device = devices.get(world.random().nextInt(2));
        act(world, device, with, shared, round);
        if (world.random().nextInt(6) == 0) {
          bob.write(alice, "message " + round);
        }
        world.steps(world.random().nextInt(30));
        switch (world.random().nextInt(10)) {
          case 0 -> device.restart();
          case 1 -> world.restartRelay();
          case 2 -> world.network().cutAll();
          default -> {}
        }
      }
      world.network().weather(Weather.FAIR);
      world.network().cutAll();
      world.settle();
      assertEquals(all(devices.getFirst()), all(devices.getLast()), "seed " + seed);
    }
  }

  private static void act(World world, Person device, ConversationId with, UUID shared, int round)
      throws InterruptedException {
    boolean so = world.random().nextBoolean();
    switch (world.random().nextInt(8)) {
      case 0 -> choose(device, new Choice.Muted(with, so ? Choice.FOREVER : Instant.EPOCH));
      case 1 -> choose(device, new Choice.Archived(with, so));
      case 2 -> choose(device, new Choice.MarkedUnread(with, so));
      case 3 -> device.done(new ChoiceIntent.Pin(with, so));
      case 4 -> choose(device, new Choice.InFolder(with, shared, so));
      case 5 -> choose(device, new Choice.Folder(shared, so ? "Shared " + round : "", 1));
      case 6 -> choose(device, new Choice.QuietUntil(so, Choice.FOREVER));
      default -> choose(device, new Choice.Notified(with, so ? Notices.ALL : Notices.NOTHING));
    }
  }
}
