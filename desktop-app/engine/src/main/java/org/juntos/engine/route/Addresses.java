package org.juntos.engine.route;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.connection.AddressList;
import org.juntos.engine.connection.AddressList.Place;
import org.juntos.engine.connection.RelayAddress;
import org.juntos.engine.model.RelayView;
import org.juntos.engine.model.RelayView.Health;

/// The addresses of the relay, and which one is used: the nearest that answers, and when it stops
/// to, each of the others once before anybody waits. The address that the account was registered at
/// is always one of them, and the last when the relay does not list it. Thread-safe.
public final class Addresses {
  /// What is gained by going elsewhere, at least: less is not worth another connection.
  private static final Duration WORTH = Duration.ofMillis(20);

  private final RelayAddress home;
  private final Consumer<List<RelayView>> shown;
  private final Map<RelayAddress, Seen> seen = new HashMap<>();
  private final Set<RelayAddress> tried = new HashSet<>();
  private AddressList list;
  private RelayAddress current;

  /// @param list as it was last kept
  /// @param last the address that was last of use; null when none is kept
  /// @param shown told of each change, under a lock: must be quick
  public Addresses(
      RelayAddress home,
      AddressList list,
      @Nullable RelayAddress last,
      Consumer<List<RelayView>> shown) {
    this.home = home;
    this.list = list;
    this.shown = shown;
    current = last != null && all().contains(last) ? last : all().getFirst();
    show();
  }

  /// What was last seen of one address.
  ///
  /// @param roundTrip null when it is not known
  private record Seen(Health health, @Nullable Duration roundTrip) {
    static final Seen NOTHING = new Seen(Health.UNKNOWN, null);
  }

  /// The one to use.
  public synchronized RelayAddress current() {
    return current;
  }

  /// Whether there is a choice.
  public synchronized boolean several() {
    return all().size() > 1;
  }

  /// All of them, best first as the relay sees it.
  public synchronized List<RelayAddress> all() {
    var all = new ArrayList<RelayAddress>();
    list.places().forEach(place -> all.add(place.address()));
    if (!all.contains(home)) {
      all.add(home);
    }
    return all;
  }

  /// Whether it is the one that the account was registered at.
  public boolean isHome(RelayAddress address) {
    return home.equals(address);
  }

  /// When the list was made that is used now.
  public synchronized Instant madeAt() {
    return list.madeAt();
  }

  /// `address` is of no use now: another one is from here on, if there is one that was not tried
  /// since something worked last.
  ///
  /// @return whether there was; when not, it is time to wait, and to begin with the best again
  public synchronized boolean failed(RelayAddress address) {
    seen.put(address, new Seen(Health.FAILING, null));
    tried.add(address);
    var next = best(tried);
    if (next == null) {
      tried.clear();
    }
    var first = next == null ? best(tried) : next;
    current = first == null ? home : first;
    show();
    return next != null;
  }

  /// The current one is of use.
  public synchronized void worked(RelayAddress address) {
    tried.clear();
    seen.merge(
        address,
        new Seen(Health.GOOD, null),
        (old, now) -> old.health() == Health.GOOD ? old : now);
    show();
  }

  /// All may be tried again.
  public synchronized void forgive() {
    tried.clear();
  }

  /// `address` took so long to answer; null when it did not.
  public synchronized void measured(RelayAddress address, @Nullable Duration roundTrip) {
    var health = roundTrip == null ? Health.FAILING : Health.GOOD;
    seen.put(address, new Seen(health, roundTrip));
    show();
  }

  /// Whether one that answers is so much nearer than the current one that it is worth to move, or
  /// the relay does not list the current one any more.
  public synchronized boolean isWorthMoving() {
    var best = best(Set.of());
    var there = best == null ? null : see(best).roundTrip();
    return !all().contains(current) || (there != null && isMuchNearer(there));
  }

  private boolean isMuchNearer(Duration there) {
    var here = see(current).roundTrip();
    return here != null
        && here.minus(there).compareTo(WORTH) > 0
        && here.compareTo(there.multipliedBy(2)) > 0;
  }

  /// Uses the best one from here on.
  public synchronized void moveToBest() {
    var best = best(Set.of());
    current = best == null ? current : best;
    show();
  }

  /// Whether one of them did not answer when it was last looked at.
  public synchronized boolean anyFailing() {
    return all().stream().anyMatch(address -> see(address).health() == Health.FAILING);
  }

  /// Takes a list that is newer than the one before.
  public synchronized void replace(AddressList newer) {
    list = newer;
    seen.keySet().retainAll(all());
    tried.retainAll(all());
    show();
  }

  private @Nullable RelayAddress best(Set<RelayAddress> without) {
    return all().stream()
        .filter(address -> !without.contains(address))
        .min(Comparator.comparingInt(this::rank).thenComparing(this::distance))
        .orElse(null);
  }

  /// Those that answer, those that nothing is known of, those that do not; the home address, when
  /// it is not listed, after all that do not fail.
  private int rank(RelayAddress address) {
    boolean listed = list.places().stream().anyMatch(place -> place.address().equals(address));
    return switch (see(address).health()) {
      case GOOD -> listed ? 0 : 2;
      case UNKNOWN -> listed ? 1 : 3;
      case FAILING -> 4;
    };
  }

  private Duration distance(RelayAddress address) {
    var roundTrip = see(address).roundTrip();
    return roundTrip == null ? Duration.ofDays(1) : roundTrip;
  }

  private Seen see(RelayAddress address) {
    return seen.getOrDefault(address, Seen.NOTHING);
  }

  private void show() {
    shown.accept(
        all().stream()
            .map(address ->
                new RelayView(
                    address.authority(),
                    region(address),
                    address.equals(current),
                    address.equals(home),
                    see(address).health(),
                    see(address).roundTrip()))
            .toList());
  }

  private String region(RelayAddress address) {
    return list.places().stream()
        .filter(place -> place.address().equals(address))
        .map(Place::region)
        .findFirst()
        .orElse("");
  }
}
