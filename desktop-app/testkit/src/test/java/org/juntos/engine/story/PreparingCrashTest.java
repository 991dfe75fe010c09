package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.model.AttachmentView.State;
import org.juntos.engine.model.EntryView;
import org.juntos.testkit.StudioMedia;
import org.juntos.testkit.world.Person;
import org.juntos.testkit.world.World;

/// The process ends between any two steps of taking, preparing and sending files; the next one goes
/// on.
class PreparingCrashTest {
  private static final int MOST_STEPS = 400;

  @TempDir private Path folder;
  private final MortalDatabase database = new MortalDatabase();

  @Test
  void whenever_it_ends_what_is_shown_arrives_once() throws IOException, InterruptedException {
    try (var world = new World(folder, 12)) {
      var alice = world.person("Alice", new Person.Home(new StudioMedia(), () -> database));
      var bob = world.bob();
      world.introduce(alice, bob);
      int step = 0;
      while (dies(world, alice, bob, step)) {
        step++;
        assertTrue(step < MOST_STEPS, "it never gets through");
      }
      assertTrue(step > 30, "only " + step + " steps");
    }
  }

  /// Whether it ended before everything had arrived.
  private boolean dies(World world, Person alice, Person bob, int step)
      throws IOException, InterruptedException {
    var which = "step " + step;
    var before = alice.messages(bob).size();
    var photo = Files.writeString(folder.resolve("photo.jpg"), which);
    var copy = folder.resolve("Alice-" + step);
    database.dieAfter(step, alice.profile(), copy);
    try {
      alice.send(alice.with(bob), "photo", List.of(new Intent.OutgoingFile(photo, false, false)));
      alice.write(bob, "text");
      Files.delete(photo);
      world.settle();
    } catch (MortalDatabase.KilledException _) {
      Files.deleteIfExists(photo);
    }
    var died = database.revive();
    if (died) {
      alice.restart(copy);
    }
    world.settle();
    var shown = alice.messages(bob);
    assertTrue(died || shown.size() == before + 2, which);
    assertEquals(
        shown.stream().map(EntryView::id).toList(),
        bob.messages(alice).stream().map(EntryView::id).toList(),
        which);
    for (var entry : shown.subList(before, shown.size())) {
      assertEquals(EntryView.Stage.DELIVERED, entry.progress().stage(), which);
      assertArrived(entry, alice, bob, which);
    }
    assertNothingIsLeftOver(alice, bob, which);
    return died;
  }

  private static void assertArrived(EntryView entry, Person alice, Person bob, String which)
      throws IOException {
    for (var attachment : entry.attachments()) {
      assertEquals(State.HERE, attachment.state(), which);
      var cleaned = (StudioMedia.CLEANED + which).getBytes(StandardCharsets.UTF_8);
      assertArrayEquals(cleaned, bob.content(entry.id(), attachment.index()), which);
      assertArrayEquals(cleaned, alice.content(entry.id(), attachment.index()), which);
    }
  }

  private static void assertNothingIsLeftOver(Person alice, Person bob, String which)
      throws IOException {
    long attachments =
        alice.messages(bob).stream().mapToLong(entry -> entry.attachments().size()).sum();
    assertEquals(attachments, count(alice.profile().resolve("attachments")), which);
    assertEquals(0, count(alice.profile().resolve("work")), which);
  }

  private static long count(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.count();
    }
  }
}
