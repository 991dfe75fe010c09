package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.AttachmentView;
import org.juntos.testkit.lie.LyingRelay;
import org.juntos.testkit.network.Weather;
import org.juntos.testkit.world.Person;
import org.juntos.testkit.world.World;

/// What a relay can do with files, and what it cannot.
final class LyingBlobsTest {
  private static final int SIZE = 3_000_000;

  private final LyingRelay relay = new LyingRelay();

  @SuppressWarnings("NullAway.Init")
  @TempDir
  private Path folder;

  @SuppressWarnings("NullAway.Init")
  private World world;

  @SuppressWarnings("NullAway.Init")
  private Person alice;

  @SuppressWarnings("NullAway.Init")
  private Person bob;

  @BeforeEach
  void two_contacts() throws Exception {
    world = new World(folder, 42);
    alice = world.person("Alice", relay::over);
    bob = world.person("Bob", relay::over);
    world.introduce(alice, bob);
  }

  @AfterEach
  void end() {
    world.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1_500_000, SIZE})
  void a_file_with_one_byte_changed_is_never_here(long at) throws Exception {
    var message = sent("plan.pdf", 1);
    relay.lie(BlobLies.changedAt(at));
    assertNeverHere(message);

    relay.beHonest();
    assertArrivesWhole(message, "plan.pdf");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 1_048_576, SIZE})
  void a_file_that_is_cut_short_is_never_here(long length) throws Exception {
    var message = sent("plan.pdf", 1);
    relay.lie(BlobLies.cutAt(length));
    assertNeverHere(message);

    relay.beHonest();
    assertArrivesWhole(message, "plan.pdf");
  }

  @Test
  void another_file_in_its_place_is_never_here() throws Exception {
    relay.lie(BlobLies.alwaysTheFirst());
    var first = sent("first.bin", 1);
    var second = sent("second.bin", 2);
    bob.done(new Intent.Download(first, 0));
    world.settle();
    assertEquals(AttachmentView.State.HERE, state(first));

    assertNeverHere(second);
    relay.beHonest();
    assertArrivesWhole(second, "second.bin");
  }

  @Test
  void transfers_in_a_storm_go_on_where_they_broke() throws Exception {
    world.network().weather(Weather.STORM);
    var message = sent("plan.pdf", 1);
    world.network().weather(Weather.FAIR);
    world.network().cutAll();
    world.settle();
    assertArrivesWhole(message, "plan.pdf");
  }

  private MessageId sent(String name, int seed) throws Exception {
    var file = folder.resolve(name);
    var bytes = new byte[SIZE];
    new Random(seed).nextBytes(bytes);
    Files.write(file, bytes);
    var message = alice.send(bob, file);
    world.settle();
    return message;
  }

  private void assertNeverHere(MessageId message) throws Exception {
    bob.done(new Intent.Download(message, 0));
    world.settle();
    assertNotEquals(AttachmentView.State.HERE, state(message));
    var target = folder.resolve("stolen");
    var outcome = bob.submit(new Intent.SaveAttachment(message, 0, target));
    assertInstanceOf(Outcome.Refused.class, outcome);
    assertFalse(Files.exists(target));
  }

  private void assertArrivesWhole(MessageId message, String name) throws Exception {
    bob.done(new Intent.Download(message, 0));
    world.settle();
    assertEquals(AttachmentView.State.HERE, state(message));
    var target = folder.resolve("saved");
    bob.done(new Intent.SaveAttachment(message, 0, target));
    assertArrayEquals(Files.readAllBytes(folder.resolve(name)), Files.readAllBytes(target));
  }

  private AttachmentView.State state(MessageId message) {
    var entry = bob.models().entry(message);
    if (entry == null) {
      throw new AssertionError("no such message");
    }
    return entry.attachments().getFirst().state();
  }
}
