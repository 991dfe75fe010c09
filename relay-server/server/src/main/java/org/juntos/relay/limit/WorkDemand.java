package org.juntos.relay.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;

/// Decides how much work a request costs: by how much was lately done for everybody on its route,
/// and asked for by one neighbourhood of addresses. Whoever asks in vain makes it dearer for the
/// own neighbourhood only. Thread-safe.
public final class WorkDemand {
  /// Requests a minute that are free for all together on one route.
  static final int FREE_OF_ROUTE = 300;

  /// The same for one neighbourhood.
  static final int FREE_OF_NEIGHBOURHOOD = 60;

  /// A tenth of a second on a usual machine.
  private static final int LEAST_BITS = 17;

  private static final int MOST_BITS = 22;
  private static final int REMEMBERED = 100_000;
  private static final Duration HALF_LIFE = Duration.ofMinutes(1);

  /// What a steady pace of one a half-life adds up to.
  private static final double STEADY = 1 / Math.log(2);

  private final ProofOfWork mode;
  private final InstantSource clock;
  private final Cache<String, Load> loads;

  public WorkDemand(ProofOfWork mode, InstantSource clock) {
    this.mode = mode;
    this.clock = clock;
    this.loads =
        Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .ticker(() -> Pace.nanos(clock.instant()))
            .expireAfterWrite(Duration.ofSeconds(16 * HALF_LIFE.toSeconds()))
            .build();
  }

  /// A count that halves in each half-life.
  private record Load(double count, long at) {
    double now(long now) {
      double age = Math.max(0, now - at) / (double) HALF_LIFE.toNanos();
      return count * Math.pow(2, -age);
    }
  }

  /// Counts a request, and says how many bits of work it costs; 0 for none.
  public int asked(String route, String networkAddress) {
    return switch (mode) {
      case ProofOfWork.Off() -> 0;
      case ProofOfWork.Fixed(var bits) -> bits;
      case ProofOfWork.Auto() ->
          Math.max(
              bits(count(route), FREE_OF_ROUTE),
              bits(add(route + " " + Neighbourhood.of(networkAddress)), FREE_OF_NEIGHBOURHOOD));
    };
  }

  /// A request of `route` was let through.
  public void served(String route) {
    if (mode instanceof ProofOfWork.Auto) {
      add(route);
    }
  }

  private double count(String key) {
    var load = loads.getIfPresent(key);
    return load == null ? 0 : load.now(Pace.nanos(clock.instant()));
  }

  private double add(String key) {
    long now = Pace.nanos(clock.instant());
    var load =
        loads
            .asMap()
            .compute(key, (_, before) -> new Load((before == null ? 0 : before.now(now)) + 1, now));
    return load.count();
  }

  /// Twice the pace costs two bits, four times the work.
  private static int bits(double count, int free) {
    double times = count / (free * STEADY);
    return times <= 1
        ? 0
        : Math.min(MOST_BITS, LEAST_BITS + (int) (2 * Math.log(times) / Math.log(2)));
  }
}
