package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.juntos.content.LinkPreview;
import org.juntos.content.MessageId;
import org.juntos.content.TextRanges;
import org.juntos.engine.intent.HandlingIntent;
import org.juntos.engine.intent.HandlingIntent.Words;
import org.juntos.engine.model.EntryView;
import org.juntos.testkit.network.Weather;
import org.juntos.testkit.world.Person;
import org.juntos.testkit.world.World;

/// Whatever the network and the processes go through, both sides see the same of every message in
/// the end.
final class DeedsConvergenceTest {
  private static final int ROUNDS = 14;
  private static final int STEPS = 60;
  private static final List<String> EMOJI =
      List.of("\uD83D\uDC4D", "\u2764\uFE0F", "\uD83D\uDE02", "");

  private static final String LINK = "https://example.org/";
  private static final TextRanges BOLD =
      new TextRanges(List.of(new TextRanges.Mark(TextRanges.Style.BOLD, 0, 3)), List.of());

  static IntStream seeds() {
    return IntStream.range(0, Integer.getInteger("juntos.deeds.seeds", 4));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void both_see_the_same_after_loss_repeats_reorder_and_restarts(int seed, @TempDir Path folder)
      throws Exception {
    try (var world = new World(folder, seed)) {
      var both = List.of(world.alice(), world.bob());
      world.introduce(both.getFirst(), both.getLast());
      world.network().weather(seed % 2 == 0 ? Weather.STORM : Weather.CROOKED);
      var messages = new ArrayList<MessageId>();
      for (int round = 0; round < ROUNDS; round++) {
        var person = both.get(world.random().nextInt(2));
        var other = person.equals(both.getFirst()) ? both.getLast() : both.getFirst();
        if (messages.isEmpty() || world.random().nextInt(3) == 0) {
          messages.add(written(person, other, round));
        } else {
          act(world, person, messages.get(world.random().nextInt(messages.size())), round);
        }
        world.steps(world.random().nextInt(STEPS));
        if (world.random().nextInt(5) == 0) {
          person.restart();
        }
      }
      world.network().weather(Weather.FAIR);
      world.network().cutAll();
      world.settle();
      assertAlike(both, messages, "seed " + seed);
    }
  }

  /// With marks, and a preview that goes with the first edit that has its link no more.
  private static MessageId written(Person person, Person other, int round)
      throws InterruptedException {
    var preview = new LinkPreview(LINK, "A page", "", LinkPreview.Picture.NONE);
    var words = Words.of("message " + round + " " + LINK).saying(BOLD, preview);
    return Deeds.spread(person, new HandlingIntent.Send(List.of(person.with(other)), words))
        .queued()
        .getFirst()
        .message();
  }

  private static void act(World world, Person person, MessageId message, int round)
      throws InterruptedException {
    var entry = person.models().entry(message);
    if (entry == null || entry.kind() != EntryView.Kind.MESSAGE) {
      return;
    }
    if (world.random().nextInt(4) == 0) {
      Deeds.pin(person, message, !entry.marks().handled().pinned());
      return;
    }
    switch (entry.outgoing() ? world.random().nextInt(4) : 0) {
      case 1 -> Deeds.edit(person, message, "edited in " + round, BOLD);
      case 2 -> Deeds.edit(person, message, "again " + LINK + " in " + round);
      case 3 -> Deeds.delete(person, message);
      default -> Deeds.react(person, message, EMOJI.get(world.random().nextInt(EMOJI.size())));
    }
  }

  private static void assertAlike(List<Person> both, List<MessageId> messages, String seed) {
    for (var message : messages) {
      assertEquals(
          Deeds.shown(both.getFirst(), message), Deeds.shown(both.getLast(), message), seed);
    }
    for (var person : both) {
      var other = person.equals(both.getFirst()) ? both.getLast() : both.getFirst();
      assertTrue(
          person.timeline(other).stream().noneMatch(entry -> entry.kind() == EntryView.Kind.GAP),
          seed);
    }
  }
}
