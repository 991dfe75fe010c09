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
import org.juntos.content.MessageId;
import org.juntos.engine.intent.CardIntent;
import org.juntos.engine.model.EntryView;
import org.juntos.testkit.network.Weather;
import org.juntos.testkit.world.Person;

/// Whatever the network and the processes go through, all devices of all members see the same of
/// every poll in the end.
final class PollConvergenceTest {
  private static final int ROUNDS = 24;
  private static final int STEPS = 60;

  static IntStream seeds() {
    return IntStream.range(0, Integer.getInteger("juntos.polls.seeds", 4));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void all_see_the_same_after_loss_repeats_reorder_and_restarts(int seed, @TempDir Path folder)
      throws Exception {
    try (var town =
        GroupTown.founded(folder.resolve("founded")).again(folder.resolve("on"), seed)) {
      var world = town.world();
      world.settle();
      world.network().weather(seed % 2 == 0 ? Weather.STORM : Weather.CROOKED);
      var polls = new ArrayList<MessageId>();
      for (int round = 0; round < ROUNDS; round++) {
        var person = town.all().get(world.random().nextInt(town.all().size()));
        if (polls.isEmpty() || world.random().nextInt(6) == 0) {
          polls.add(Polls.ask(person, town.group()));
        } else {
          act(town, person, polls.get(world.random().nextInt(polls.size())));
        }
        world.steps(world.random().nextInt(STEPS));
        if (world.random().nextInt(6) == 0) {
          person.restart();
        }
      }
      world.network().weather(Weather.FAIR);
      world.network().cutAll();
      world.settle();
      for (var person : town.all()) {
        town.says(person, "what is missing, is missed now");
      }
      world.settle();
      assertAlike(town, polls, "seed " + seed);
    }
  }

  private static void act(GroupTown town, Person person, MessageId poll)
      throws InterruptedException {
    var entry = person.models().entry(poll);
    if (entry == null || entry.kind() != EntryView.Kind.MESSAGE) {
      return;
    }
    if (entry.outgoing() && town.world().random().nextInt(4) == 0) {
      person.submit(new CardIntent.ClosePoll(poll));
      return;
    }
    int option = town.world().random().nextInt(Polls.TOWNS.size() + 1);
    List<Integer> chosen = option == Polls.TOWNS.size() ? List.of() : List.of(option);
    person.submit(new CardIntent.Vote(poll, chosen));
  }

  private static void assertAlike(GroupTown town, List<MessageId> polls, String seed) {
    for (var poll : polls) {
      var first = Polls.shown(town.all().getFirst(), poll);
      for (var person : town.all()) {
        assertEquals(first, Polls.shown(person, poll), seed + ", " + person.name());
      }
    }
    for (var person : town.all()) {
      assertTrue(
          person.models().history(town.group(), Long.MAX_VALUE, 1000).stream()
              .noneMatch(entry -> entry.kind() == EntryView.Kind.GAP),
          seed);
    }
  }
}
