package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertAll;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
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
    int threads = Runtime.getRuntime().availableProcessors();
    try (var executor = Executors.newFixedThreadPool(threads)) {
      var stories =
          LongStream.range(FIRST, FIRST + SEEDS)
              .<Callable<Executable>>mapToObj(seed -> () -> told(seed));
      var told = new ArrayList<Executable>();
      for (var story : executor.invokeAll(stories.toList())) {
        told.add(story.get());
      }
      assertAll(told);
    }
  }

  /// What remains to be said of a story: nothing, or how it went wrong.
  private static Executable told(long seed) throws Exception {
    var own = folder.resolve("seed" + seed);
    try (var there = town.again(own, seed)) {
      var story = new GroupStory(there, seed);
      story.happen();
      story.assertConverged();
    } catch (AssertionError | RuntimeException e) {
      return () -> {
        throw new AssertionError("seed " + seed, e);
      };
    }
    return () -> {};
  }
}
