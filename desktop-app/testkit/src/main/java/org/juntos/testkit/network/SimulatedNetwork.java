package org.juntos.testkit.network;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.connection.RelayLinks;
import org.juntos.testkit.ManualClock;
import org.juntos.testkit.relay.InProcessRelay;

/// What is between people and an in-process relay. Nothing moves unless [#step] is called; which
/// thing moves when, and what gets lost, only the seed decides. Not thread-safe.
public final class SimulatedNetwork {
  private final InProcessRelay relay;
  private final ManualClock clock;
  private final RandomGenerator random;
  private final PriorityQueue<Arrival> arrivals = new PriorityQueue<>();
  private final Map<String, SimulatedLinks> links = new HashMap<>();
  private final List<SimulatedStream> streams = new ArrayList<>();
  private Weather weather = Weather.FAIR;
  private long scheduled;

  /// Fair weather, and everybody connected.
  public SimulatedNetwork(InProcessRelay relay, ManualClock clock, RandomGenerator random) {
    this.relay = relay;
    this.clock = clock;
    this.random = random;
  }

  /// The way of `name` to the relay.
  public RelayLinks links(String name) {
    return linksOf(name);
  }

  private SimulatedLinks linksOf(String name) {
    return links.computeIfAbsent(name, _ -> new SimulatedLinks(this));
  }

  /// Changes the weather for everybody.
  public void weather(Weather now) {
    weather = now;
  }

  /// Nobody gets through between `name` and the relay from now on.
  public void cutOff(String name) {
    var cut = linksOf(name);
    cut.setReachable(false);
    streams.stream().filter(stream -> stream.isOf(cut)).toList().forEach(SimulatedStream::cut);
  }

  /// The way of `name` is open again.
  public void restore(String name) {
    linksOf(name).setReachable(true);
  }

  /// Breaks every stream, as when the relay ends.
  public void cutAll() {
    List.copyOf(streams).forEach(SimulatedStream::cut);
  }

  /// Lets the next thing arrive whose time has come.
  ///
  /// @return whether there was one
  public boolean step() {
    var next = arrivals.peek();
    if (next == null || next.at().isAfter(clock.instant())) {
      return false;
    }
    arrivals.remove();
    next.work().run();
    List.copyOf(streams).forEach(SimulatedStream::pump);
    return true;
  }

  /// When the next thing arrives; null when nothing is on its way.
  public @Nullable Instant nextAt() {
    var next = arrivals.peek();
    return next == null ? null : next.at();
  }

  InProcessRelay relay() {
    return relay;
  }

  ManualClock clock() {
    return clock;
  }

  Weather weather() {
    return weather;
  }

  boolean happens(double chance) {
    return chance > 0 && random.nextDouble() < chance;
  }

  RandomGenerator random() {
    return random;
  }

  Duration delay() {
    long most = weather.longestDelay().toMillis();
    return Duration.ofMillis(most == 0 ? 0 : random.nextLong(most + 1));
  }

  void schedule(Instant at, Runnable work) {
    arrivals.add(new Arrival(at, scheduled++, work));
  }

  void add(SimulatedStream stream) {
    streams.add(stream);
  }

  void remove(SimulatedStream stream) {
    streams.remove(stream);
  }

  private record Arrival(Instant at, long order, Runnable work) implements Comparable<Arrival> {
    @Override
    public int compareTo(Arrival other) {
      int byTime = at.compareTo(other.at);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }
}
