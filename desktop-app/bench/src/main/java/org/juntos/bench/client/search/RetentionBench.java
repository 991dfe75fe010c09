package org.juntos.bench.client.search;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import org.juntos.content.Keeping;
import org.juntos.engine.time.SteadyTime;
import org.juntos.engine.vanishing.Retaining;
import org.juntos.store.Store;

/// Removes the older half of a long history as the engine does, while messages come in.
public final class RetentionBench {
  private static final long SEED = 8;
  private static final int OLDEST_DAYS = 2000;
  private static final int MESSAGES_A_DAY = 24 * 60;
  private static final Duration BREATH = Duration.ofSeconds(1);

  private final Path folder;
  private final int messages;

  /// @param folder for the profile
  public RetentionBench(Path folder, int messages) {
    this.folder = folder.resolve("kept");
    this.messages = messages;
  }

  /// Runs it all.
  public RetentionFigures run() throws IOException, InterruptedException {
    try (var profile = LongRun.create(folder)) {
      var store = profile.store();
      var random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
      var now = InstantSource.system().instant();
      var start = now.minus(Duration.ofDays(OLDEST_DAYS));
      var history = new LongHistory(store, random, new Vocabulary(random), start);
      say("writing and indexing " + messages + " messages");
      history.write(messages);
      LongRun.index(store);
      var undisturbed = new ArrayList<Long>();
      LongRun.incoming(history, undisturbed, () -> LongRun.pause(Duration.ofSeconds(2)));
      return removed(store, history, now, undisturbed);
    }
  }

  private RetentionFigures removed(
      Store store, LongHistory history, Instant now, List<Long> undisturbed)
      throws InterruptedException {
    int days = OLDEST_DAYS - messages / 2 / MESSAGES_A_DAY;
    store.write(txn -> txn.retention().put(null, new Keeping(days), now));
    long older = older(store, history, now.minus(Duration.ofDays(days)));
    say("removing " + older + " of them while messages come in");
    var clock = InstantSource.system();
    var retaining = new Retaining(store, new SteadyTime(clock, clock, null));
    var disturbed = new ArrayList<Long>();
    var turns = new ArrayList<Long>();
    var cpu = cpu();
    var began = System.nanoTime();
    LongRun.incoming(history, disturbed, () -> remove(retaining, turns));
    var took = Duration.ofNanos(System.nanoTime() - began);
    return new RetentionFigures(
        messages,
        older,
        older(store, history, now.minus(Duration.ofDays(days))),
        took,
        cpu().minus(cpu),
        Times.of(turns),
        Times.of(undisturbed),
        Times.of(disturbed));
  }

  private static void remove(Retaining retaining, List<Long> turns) {
    var pause = new Duration[] {Duration.ZERO};
    while (pause[0].compareTo(BREATH) < 0) {
      LongRun.pause(pause[0]);
      turns.add(LongRun.micros(() -> pause[0] = retaining.turn()));
    }
  }

  private static long older(Store store, LongHistory history, Instant before) {
    return history.conversations().stream()
        .mapToLong(one ->
            store.read(txn -> txn.oldEntries().count(one, before, 0, Integer.MAX_VALUE).messages()))
        .sum();
  }

  private static Duration cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static void say(String what) {
    System.err.println("retention: " + what);
  }
}
