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
    try (var there = town.again(folder.resolve("seed" + seed), seed)) {
      var story = new VanishingStory(there, seed);
      story.happen();
      story.assertTimeIsKept();
      story.assertConverged();
    } catch (AssertionError | RuntimeException e) {
      return () -> {
        throw new AssertionError("seed " + seed + ": " + e, e);
      };
    }
    return () -> {};
  }
}
