package org.juntos.testkit.world;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.connection.RelayLinks;
import org.juntos.engine.intent.Intent;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.testkit.ManualClock;
import org.juntos.testkit.SeededRandom;
import org.juntos.testkit.network.SimulatedNetwork;
import org.juntos.testkit.relay.InProcessRelay;
import org.juntos.testkit.world.Person.Home;

/// A relay, a network and people with real engines on real stores, all on the thread of the test.
/// The same seed makes the same things happen in the same order.
public final class World implements AutoCloseable {
  /// Longer than any wait of an engine between two tries.
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private static final Duration MOMENT = Duration.ofSeconds(3);

  private static final int MOST_STEPS = 200_000;
  private static final int SLOWNESS = 6;

  private final Path folder;
  private final ManualClock clock;
  private final SeededRandom random;
  private final InProcessRelay relay;
  private final SimulatedNetwork network;
  private final ManualLoops loops;
  private final Map<String, Person> people = new LinkedHashMap<>();

  /// Keeps all data in `folder`.
  public World(Path folder, long seed) throws IOException {
    this(folder, seed, new ManualClock());
  }

  private World(Path folder, long seed, ManualClock clock) throws IOException {
    this.folder = folder;
    this.clock = clock;
    loops = new ManualLoops(clock);
    random = new SeededRandom(seed);
    relay = new InProcessRelay(folder.resolve("relay"), clock, new SeededRandom(seed + 1));
    network = new SimulatedNetwork(relay, clock, random);
  }

  /// This world, which is closed, once more: the same people and relay with all they know, on a
  /// copy of their data, and with other luck. Any number of times, also at the same time.
  ///
  /// @param seed not that of this world, or ids come again
  public World again(Path copy, long seed) throws IOException, InterruptedException {
    CopiedFolder.copy(folder, copy);
    var world = new World(copy, seed, new ManualClock(clock.instant()));
    for (var person : people.values()) {
      var profile = copy.resolve(folder.relativize(person.profile()));
      var links = world.network.links(person.name());
      world.people.put(person.name(), person.again(profile, links, world));
    }
    return world;
  }

  /// Who has this name.
  public Person known(String name) {
    return Objects.requireNonNull(people.get(name), name);
  }

  /// Alice, registered and online.
  public Person alice() throws IOException, InterruptedException {
    return person("Alice");
  }

  /// Bob, registered and online.
  public Person bob() throws IOException, InterruptedException {
    return person("Bob");
  }

  /// Somebody, registered and online.
  public Person person(String name) throws IOException, InterruptedException {
    return person(name, UnaryOperator.identity());
  }

  /// Somebody whose way to the relay is changed before it is used.
  public Person person(String name, UnaryOperator<RelayLinks> changed)
      throws IOException, InterruptedException {
    var known = people.get(name);
    return known == null ? newcomer(name, changed.apply(network.links(name)), Home.PLAIN) : known;
  }

  /// Somebody whose way to the relay is changed, and whose engine works with something of its own.
  public Person person(String name, UnaryOperator<RelayLinks> changed, Home home)
      throws IOException, InterruptedException {
    return newcomer(name, changed.apply(network.links(name)), home);
  }

  /// Somebody whose engine works with something of its own.
  public Person person(String name, Home home) throws IOException, InterruptedException {
    return newcomer(name, network.links(name), home);
  }

  private Person newcomer(String name, RelayLinks links, Home home)
      throws IOException, InterruptedException {
    var person = new Person(name, folder.resolve(name), links, home, this);
    people.put(name, person);
    person.register("+4915112345" + (100 + people.size()));
    settle();
    return person;
  }

  /// Another device of somebody's account, linked and online.
  public Person link(Person known, String device) throws IOException, InterruptedException {
    return link(known, device, Home.PLAIN);
  }

  /// The same, with an engine that works with something of its own.
  public Person link(Person known, String device, Home home)
      throws IOException, InterruptedException {
    var newcomer = device(device, home);
    var code = newcomer.showLinkCode(device);
    known.done(new Intent.LinkDevice(code));
    while (!newcomer.isLetIn()) {
      steps(1);
    }
    newcomer.join();
    settle();
    return newcomer;
  }

  /// A device without an account.
  public Person device(String name) throws IOException {
    return device(name, Home.PLAIN);
  }

  private Person device(String name, Home home) throws IOException {
    var device = new Person(name, folder.resolve(name), network.links(name), home, this);
    people.put(name, device);
    return device;
  }

  /// Makes contacts of two people.
  public void introduce(Person one, Person other) throws InterruptedException {
    one.add(other);
    settle();
    other.accept(one);
    settle();
  }

  /// Lets everything happen that happens by itself, waits included, until nothing is left to do.
  public void settle() throws InterruptedException {
    settle(PATIENCE);
  }

  /// Lets everything happen that happens by itself within a moment.
  public void soon() throws InterruptedException {
    settle(MOMENT);
  }

  private void settle(Duration within) throws InterruptedException {
    var limit = clock.instant().plus(within);
    for (int steps = 0; steps < MOST_STEPS; steps++) {
      if (!act() && !waitUntil(limit)) {
        return;
      }
    }
    throw new IllegalStateException("this world never settles");
  }

  /// Lets at most `steps` things happen.
  public void steps(int steps) throws InterruptedException {
    var limit = clock.instant().plus(PATIENCE);
    for (int step = 0; step < steps; step++) {
      if (!act() && !waitUntil(limit)) {
        return;
      }
    }
  }

  /// One turn of a loop that is awake, or one arrival. Loops are slow at times: then something
  /// arrives before they have their turn.
  private boolean act() throws InterruptedException {
    var awake = loops.awake();
    var arrival = network.nextAt();
    if (arrival != null && !awake.isEmpty() && random.nextInt(SLOWNESS) == 0) {
      clock.advanceTo(arrival);
      return network.step();
    }
    boolean arrives = arrival != null && !arrival.isAfter(clock.instant());
    int choices = awake.size() + (arrives ? 1 : 0);
    if (choices == 0) {
      return false;
    }
    int choice = random.nextInt(choices);
    if (choice == awake.size()) {
      return network.step();
    }
    awake.get(choice).turn();
    return true;
  }

  private boolean waitUntil(Instant limit) {
    var next = earlier(loops.nextAt(), network.nextAt());
    if (next == null || next.isAfter(limit)) {
      return false;
    }
    clock.advanceTo(next);
    return true;
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }

  /// Ends the relay and starts it again: every stream breaks, what is on disk stays.
  public void restartRelay() throws IOException {
    network.cutAll();
    relay.restart();
  }

  /// The same with other limits.
  public void restartRelay(RelayLimits limits) throws IOException {
    network.cutAll();
    relay.restart(limits);
  }

  /// What is between people and the relay.
  public SimulatedNetwork network() {
    return network;
  }

  /// Everybody's clock.
  public ManualClock clock() {
    return clock;
  }

  /// Chance, decided by the seed.
  public SeededRandom random() {
    return random;
  }

  /// The relay itself.
  public InProcessRelay relay() {
    return relay;
  }

  ManualLoops loops() {
    return loops;
  }

  @Override
  public void close() {
    people.values().forEach(Person::close);
    relay.close();
  }
}
