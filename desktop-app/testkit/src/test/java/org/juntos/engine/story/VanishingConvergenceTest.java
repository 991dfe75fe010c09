package org.juntos.engine.story;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever clocks show, and whatever the network, the relay and the processes go through: what is
/// to vanish vanishes everywhere and not too early, and all devices have all that stays.
final class VanishingConvergenceTest {
  private static final int SEEDS = Integer.getInteger("juntos.vanishing.seeds", 200);
  private static final long FIRST = Long.getLong("juntos.vanishing.first", 0);

  @TempDir(factory = MemoryFolder.class)
  static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static VanishingTown town;

  @BeforeAll
  static void two_people_with_clocks() throws Exception {
    town = VanishingTown.founded(folder.resolve("founded"));
  }

  @Test
  void nothing_goes_too_early_or_stays_too_long_with_clocks_that_are_wrong() throws Exception {
    Seeds.tell(FIRST, SEEDS, VanishingConvergenceTest::happens);
  }

  private static void happens(long seed) throws Exception {
    try (var there = town.again(folder.resolve("seed" + seed), seed)) {
      var story = new VanishingStory(there, seed);
      story.happen();
      story.assertTimeIsKept();
      story.assertConverged();
    }
  }
}
