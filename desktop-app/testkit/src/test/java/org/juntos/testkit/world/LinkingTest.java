package org.juntos.testkit.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.model.AttachmentView;
import org.juntos.engine.model.ContactView.Standing;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.SessionView;
import org.juntos.testkit.network.Weather;

/// Two devices of one person show the same.
final class LinkingTest {
  private static final int MESSAGES = 8;

  @TempDir Path folder;

  static IntStream seeds() {
    return IntStream.range(0, Integer.getInteger("juntos.seeds", 6));
  }

  private static List<String> said(Person device, Person other) {
    return device.messages(other).stream()
        .map(entry -> entry.outgoing() + " " + entry.body() + " " + entry.progress().stage())
        .sorted()
        .toList();
  }

  private static boolean hasGap(Person device, Person other) {
    return device.timeline(other).stream().anyMatch(entry -> entry.kind() == EntryView.Kind.GAP);
  }

  private static Person bobOf(World world, Person alice) throws Exception {
    var bob = world.bob();
    world.introduce(alice, bob);
    return bob;
  }

  @Test
  void a_linked_device_knows_the_contacts_and_all_that_is_said_from_then_on() throws Exception {
    try (var world = new World(folder, 1)) {
      var alice = world.alice();
      var bob = bobOf(world, alice);
      alice.write(bob, "before");
      world.settle();
      var laptop = world.link(alice, "Laptop");
      assertEquals("Bob", laptop.contact(bob).name());
      assertEquals(List.of(), laptop.messages(bob));
      alice.write(bob, "from the first");
      laptop.write(bob, "from the second");
      bob.write(alice, "to both");
      world.settle();
      assertEquals(
          List.of(
              "false to both NONE",
              "true from the first DELIVERED",
              "true from the second DELIVERED"),
          said(laptop, bob));
      assertEquals(4, alice.messages(bob).size());
      assertEquals(
          List.of("before", "from the first", "from the second"),
          bob.textsOf(alice).stream().sorted().toList());
      assertTrue(!hasGap(laptop, bob) && !hasGap(alice, bob) && !hasGap(bob, alice));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void both_devices_end_with_the_same_after_loss_repeats_and_restarts(int seed) throws Exception {
    try (var world = new World(folder, seed)) {
      var alice = world.alice();
      var bob = bobOf(world, alice);
      var laptop = world.link(alice, "Laptop");
      world.network().weather(Weather.STORM);
      for (int i = 0; i < MESSAGES; i++) {
        alice.write(bob, "first " + i);
        world.steps(world.random().nextInt(25));
        laptop.write(bob, "second " + i);
        world.steps(world.random().nextInt(25));
        bob.write(alice, "answer " + i);
        world.steps(world.random().nextInt(25));
        switch (world.random().nextInt(8)) {
          case 0 -> alice.restart();
          case 1 -> laptop.restart();
          case 2 -> world.restartRelay();
          case 3 -> bob.restart();
          default -> {}
        }
      }
      world.network().weather(Weather.FAIR);
      world.network().cutAll();
      world.settle();
      assertEquals(said(alice, bob), said(laptop, bob), "seed " + seed);
      assertEquals(3 * MESSAGES, laptop.messages(bob).size(), "seed " + seed);
      assertTrue(
          said(laptop, bob).stream().noneMatch(line -> line.endsWith("SENT")),
          "receipts, seed " + seed);
      assertEquals(2 * MESSAGES, bob.textsOf(alice).size(), "seed " + seed);
    }
  }

  @Test
  void what_was_written_before_the_author_knew_of_the_device_comes_from_the_other_device()
      throws Exception {
    try (var world = new World(folder, 2)) {
      var alice = world.alice();
      var bob = bobOf(world, alice);
      world.network().cutOff("Bob");
      bob.write(alice, "early");
      var laptop = world.link(alice, "Laptop");
      world.network().cutOff("Laptop"); // so that Bob does not hear of it at once
      world.network().restore("Bob");
      world.settle();
      assertEquals(List.of("early"), alice.textsOf(bob));
      world.network().restore("Laptop");
      world.settle();
      bob.write(alice, "late");
      world.settle();
      assertEquals(List.of("early", "late"), laptop.textsOf(bob));
      assertTrue(!hasGap(laptop, bob));
    }
  }

  @Test
  void what_is_decided_about_people_on_one_device_holds_on_the_other() throws Exception {
    try (var world = new World(folder, 3)) {
      var alice = world.alice();
      var bob = bobOf(world, alice);
      var laptop = world.link(alice, "Laptop");
      var carol = world.person("Carol");
      laptop.add(carol);
      world.settle();
      carol.accept(laptop);
      world.settle();
      assertEquals(Standing.ACCEPTED, alice.contact(carol).standing());
      alice.done(new Intent.MarkVerified(bob.account(), true));
      laptop.done(new Intent.Rename("Alicia"));
      world.settle();
      assertTrue(laptop.contact(bob).verified());
      assertEquals("Alicia", nameOf(alice));
      alice.done(new Intent.BlockContact(carol.account()));
      world.settle();
      assertEquals(Standing.BLOCKED, laptop.contact(carol).standing());
      assertEquals(
          alice.contact(bob).safetyNumber().text(), laptop.contact(bob).safetyNumber().text());
    }
  }

  private static String nameOf(Person person) {
    return person.models().session().value() instanceof SessionView.Ready ready ? ready.name() : "";
  }

  @Test
  void what_is_read_on_one_device_is_read_on_the_other() throws Exception {
    try (var world = new World(folder, 4)) {
      var alice = world.alice();
      var bob = bobOf(world, alice);
      var laptop = world.link(alice, "Laptop");
      var question = bob.write(alice, "there?");
      world.settle();
      assertEquals(1, unread(alice, bob));
      laptop.done(new Intent.MarkSeen(laptop.with(bob), question));
      world.settle();
      assertEquals(0, unread(alice, bob));
      assertEquals(EntryView.Stage.SEEN, bob.stage(question));
    }
  }

  private static int unread(Person person, Person other) {
    return person.models().conversations().value().stream()
        .filter(view -> view.id().equals(person.with(other)))
        .findFirst()
        .orElseThrow()
        .unread();
  }

  @Test
  void notes_to_self_and_files_are_on_both_devices() throws Exception {
    try (var world = new World(folder, 5)) {
      var alice = world.alice();
      var bob = bobOf(world, alice);
      var laptop = world.link(alice, "Laptop");
      var file = Files.writeString(folder.resolve("plan.txt"), "the plan");
      var sent = alice.send(bob, file);
      var notes = ConversationId.ofTwo(alice.account(), alice.account());
      var note =
          laptop.send(notes, "buy bread", List.of(new Intent.OutgoingFile(file, true, false)));
      world.settle();
      assertEquals(EntryView.Stage.SEEN, laptop.stage(note));
      assertEquals(EntryView.Stage.SEEN, alice.stage(note));
      assertEquals("the plan", fetched(world, laptop, sent));
      assertEquals("the plan", fetched(world, alice, note));
    }
  }

  private static String fetched(World world, Person person, MessageId message) throws Exception {
    assertEquals(AttachmentView.State.OFFERED, person.attachment(message, 0).state());
    person.done(new Intent.Download(message, 0));
    world.settle();
    return new String(person.content(message, 0), StandardCharsets.UTF_8);
  }
}
