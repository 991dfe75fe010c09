package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertAll;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.function.Executable;

/// Tells a story once for each seed, as many at a time as there are processors.
final class Seeds {
  private Seeds() {}

  /// What happens as a seed says.
  @FunctionalInterface
  interface Story {
    void happens(long seed) throws Exception;
  }

  /// Fails with all seeds whose story went wrong.
  static void tell(long first, int seeds, Story story) throws Exception {
    int threads = Runtime.getRuntime().availableProcessors();
    try (var executor = Executors.newFixedThreadPool(threads)) {
      var stories =
          LongStream.range(first, first + seeds)
              .<Callable<Executable>>mapToObj(seed -> () -> told(seed, story));
      var told = new ArrayList<Executable>();
      for (var one : executor.invokeAll(stories.toList())) {
        told.add(one.get());
      }
      assertAll(told);
    }
  }

  /// What remains to be said of a story: nothing, or how it went wrong.
  private static Executable told(long seed, Story story) throws Exception {
    try {
      story.happens(seed);
    } catch (AssertionError | RuntimeException e) {
      return () -> {
        throw new AssertionError("seed " + seed + ": " + e, e);
      };
    }
    return () -> {};
  }
}
