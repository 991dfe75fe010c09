package org.juntos.engine.story;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever the network, the relay and the processes go through: in the end all devices of all
/// members know the same group, and have every message once and in its author's order.
final class GroupConvergenceTest {
  private static final int SEEDS = Integer.getInteger("juntos.group.seeds", 200);
  private static final long FIRST = Long.getLong("juntos.group.first", 0);

  @TempDir(factory = MemoryFolder.class)
  static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static GroupTown town;

  @BeforeAll
  static void people_in_a_group() throws Exception {
    town = GroupTown.founded(folder.resolve("founded"));
  }

  @Test
  void all_devices_have_the_same_group_and_all_messages_once_after_whatever_happened()
      throws Exception {
    Seeds.tell(FIRST, SEEDS, GroupConvergenceTest::happens);
  }

  private static void happens(long seed) throws Exception {
    try (var there = town.again(folder.resolve("seed" + seed), seed)) {
      var story = new GroupStory(there, seed);
      story.happen();
      story.assertConverged();
    }
  }
}
