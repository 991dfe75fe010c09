package org.juntos.engine.story;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.juntos.store.db.DatabaseThread;
import org.juntos.testkit.UntouchedMedia;
import org.juntos.testkit.world.Person;

/// By how much the clocks of devices are wrong, in the world that lives on this thread.
final class Watches {
  private final Map<Thread, Map<String, Duration>> worlds = new ConcurrentHashMap<>();

  private Map<String, Duration> wrong() {
    return worlds.computeIfAbsent(Thread.currentThread(), _ -> new HashMap<>());
  }

  /// A home with a clock of its own.
  Person.Home home(String device) {
    return new Person.Home(
        new UntouchedMedia(), DatabaseThread::calling, time -> shown(device, time));
  }

  private Instant shown(String device, Instant time) {
    return time.plus(wrong(device));
  }

  Duration wrong(String device) {
    return wrong().getOrDefault(device, Duration.ZERO);
  }

  /// Somebody sets the clock of a device.
  void set(String device, Duration by) {
    wrong().put(device, by);
  }

  /// All go right.
  void right() {
    wrong().clear();
  }

  /// By how much somebody sets a clock wrong: by minutes, hours, days or years; or not at all.
  static Duration anyhow(RandomGenerator random) {
    var much =
        switch (random.nextInt(8)) {
          case 0 -> Duration.ZERO;
          case 1, 2, 3 -> Duration.ofHours(1);
          case 4, 5 -> Duration.ofDays(1);
          case 6 -> Duration.ofDays(20);
          default -> Duration.ofDays(1_000);
        };
    long bound = much.toMillis() + 1;
    return Duration.ofMillis(random.nextLong(-bound, bound));
  }
}
