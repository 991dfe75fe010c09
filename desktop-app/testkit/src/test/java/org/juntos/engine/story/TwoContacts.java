package org.juntos.engine.story;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.testkit.lie.LyingRelay;
import org.juntos.testkit.world.Person;
import org.juntos.testkit.world.World;

/// Alice and Bob, who are contacts, over a relay that can be made to lie.
abstract class TwoContacts {
  final LyingRelay relay = new LyingRelay();
  private final int seed;
  @TempDir Path folder;
  World world;
  Person alice;
  Person bob;

  /// @param seed of each story that does not begin again with another
  TwoContacts(int seed) {
    this.seed = seed;
  }

  @BeforeEach
  final void meet() throws Exception {
    begin(seed);
  }

  final void begin(int from) throws Exception {
    world = new World(folder.resolve("world" + from), from);
    alice = world.person("Alice", relay::over);
    bob = world.person("Bob", relay::over);
    world.introduce(alice, bob);
  }

  @AfterEach
  final void end() {
    world.close();
  }
}
