package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.testkit.lie.LyingRelay;
import org.juntos.testkit.world.World;

/// What cannot be opened is set aside, and stops nothing.
class PoisonTest {
  @TempDir Path folder;

  @Test
  void what_cannot_be_opened_is_acknowledged_and_the_rest_arrives()
      throws IOException, InterruptedException {
    var relay = new LyingRelay();
    try (var world = new World(folder, 3)) {
      var bob = world.person("Bob", relay::over);
      var alice = world.alice();
      world.introduce(alice, bob);
      var poison = new MailboxLies.Poison(bob.account(), world.random());
      relay.lie(poison);
      for (int i = 0; i < 10; i++) {
        alice.write(bob, "m" + i);
      }
      world.settle();
      bob.restart();
      world.settle();

      assertEquals(10, bob.textsOf(alice).size());
      assertTrue(poison.ids().size() >= 2, "nothing was poisoned");
      assertTrue(relay.acknowledged().containsAll(poison.ids()));
    }
  }
}
