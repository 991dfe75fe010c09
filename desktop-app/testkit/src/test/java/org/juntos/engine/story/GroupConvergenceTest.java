package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.engine.intent.GroupWish;
import org.juntos.testkit.network.Weather;

/// Whatever the network goes through: in the end all members know the same group, and have every
/// message once.
final class GroupConvergenceTest {
  private static final int ROUNDS = 4;
  private static final int STEPS = 60;

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void all_have_everything_once_after_loss_repeats_and_restarts(long seed, @TempDir Path folder)
      throws Exception {
    try (var circle = new Circle(folder, seed)) {
      circle.made(circle.ben(), circle.carla());
      circle.world().network().weather(seed % 2 == 0 ? Weather.STORM : Weather.CROOKED);
      var said = new ArrayList<String>();
      for (int round = 0; round < ROUNDS; round++) {
        for (var person : circle.all()) {
          said.add(person.name() + " " + round);
          circle.says(person, person.name() + " " + round);
          circle.world().steps(circle.world().random().nextInt(STEPS));
        }
        circle.all().get(circle.world().random().nextInt(3)).restart();
        circle.tries(circle.ana(), new GroupWish.Describe("Choir " + round, null));
      }
      circle.world().network().weather(Weather.FAIR);
      circle.world().network().cutAll();
      circle.world().settle();
      circle.says(circle.ana(), "the end");
      said.add("the end");
      circle.world().settle();
      for (var person : circle.all()) {
        var heard = circle.heard(person);
        assertEquals(heard.size(), new HashSet<>(heard).size(), "once, seed " + seed);
        var others = said.stream().filter(text -> !isOf(person.name(), text)).toList();
        assertEquals(new HashSet<>(others), new HashSet<>(heard), person.name() + ", seed " + seed);
        assertEquals("", circle.trouble(person));
      }
      var names = circle.all().stream().map(person -> circle.seen(person).name()).distinct();
      assertEquals(1, names.count());
    }
  }

  private static boolean isOf(String name, String text) {
    return text.startsWith(name + " ") || (name.equals("Ana") && text.equals("the end"));
  }
}
