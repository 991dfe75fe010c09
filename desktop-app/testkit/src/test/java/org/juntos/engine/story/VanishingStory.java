package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.MessageIntent;
import org.juntos.engine.model.EntryView;
import org.juntos.testkit.network.Weather;
import org.juntos.testkit.world.Person;

/// What one seed makes of messages that vanish: both people set timers, write, read, and change
/// what was written, on all their devices, the network is bad, time passes, programs end, and
/// clocks are set.
final class VanishingStory {
  private static final int ROUNDS = 6;
  private static final int STEPS = 40;
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration LONGEST = Duration.ofDays(2);
  private static final List<Duration> TIMERS =
      List.of(Duration.ZERO, MINUTE.multipliedBy(5), HOUR, DAY, LONGEST);
  private static final List<Duration> PAUSES =
      List.of(MINUTE, Duration.ofMinutes(20), HOUR.multipliedBy(2), DAY, DAY.multipliedBy(2));

  private final VanishingTown town;
  private final String seed;
  private final List<Person> devices;
  private final Map<Person, Lives> lives = new LinkedHashMap<>();

  /// The least by which a device's clock was wrong since its program began.
  private final Map<Person, Duration> lowest = new HashMap<>();

  private final Map<MessageId, Duration> said = new LinkedHashMap<>();
  private final Set<MessageId> removed = new HashSet<>();

  VanishingStory(VanishingTown town, long seed) {
    this.town = town;
    this.seed = "seed " + seed;
    devices = town.devices();
    for (var device : devices) {
      lives.put(device, new Lives(device.name(), now()));
      lowest.put(device, town.watches().wrong(device.name()));
    }
  }

  private Instant now() {
    return town.world().clock().instant();
  }

  private int chance(int bound) {
    return town.world().random().nextInt(bound);
  }

  private <T> T any(List<T> all) {
    return all.get(chance(all.size()));
  }

  void happen() throws Exception {
    town.world().network().weather(chance(2) == 0 ? Weather.STORM : Weather.CROOKED);
    for (int round = 0; round < ROUNDS; round++) {
      act(any(devices), round);
      disturb(any(devices));
      town.world().steps(chance(STEPS));
      look();
    }
    town.world().network().weather(Weather.FAIR);
    restoreAll();
    town.world().network().cutAll();
    town.world().settle();
    look();
  }

  private void act(Person device, int round) throws Exception {
    var shown = town.shown(device);
    switch (shown.isEmpty() ? chance(4) : chance(9)) {
      case 0 -> VanishingTest.set(device, town.conversation(), any(TIMERS));
      case 1, 2, 3 -> say(device, "message " + round);
      case 4, 5 -> VanishingTest.read(device, town.conversation());
      default -> change(device, any(shown), round);
    }
  }

  private void say(Person device, String text) throws Exception {
    var message = device.send(town.conversation(), text, List.of());
    var fate = Deeds.entry(device, message).fate();
    said.put(message, fate == null ? Duration.ZERO : fate.after());
  }

  /// Some of it is refused.
  private void change(Person device, EntryView entry, int round) throws Exception {
    var message = entry.id();
    switch (chance(6)) {
      case 0, 1 -> device.submit(new MessageIntent.React(message, "\uD83D\uDC4D"));
      case 2 -> device.submit(new MessageIntent.Reply(message, "reply " + round, List.of()));
      case 3, 4 -> device.submit(new MessageIntent.Edit(message, "edited in " + round));
      default -> remove(device, message);
    }
  }

  private void remove(Person device, MessageId message) throws Exception {
    device.submit(new MessageIntent.Delete(message, chance(2) == 0));
    removed.add(message);
    devices.stream()
        .filter(other -> other.account().equals(device.account()))
        .forEach(other -> livesOf(other).removed(message));
  }

  private void disturb(Person device) throws Exception {
    switch (chance(9)) {
      case 0 -> town.world().restartRelay();
      case 1 -> town.world().network().cutOff(device.name());
      case 2 -> restoreAll();
      case 3 -> setClock(device);
      case 4, 5 -> stop(device);
      case 6, 7 -> town.world().clock().advance(any(PAUSES));
      default -> {}
    }
  }

  private void restoreAll() {
    devices.forEach(device -> town.world().network().restore(device.name()));
  }

  private void setClock(Person device) {
    var wrong = Watches.anyhow(town.world().random());
    town.watches().set(device.name(), wrong);
    lowest.merge(device, wrong, (one, other) -> one.compareTo(other) < 0 ? one : other);
  }

  /// The program ends, time passes, the clock is set perhaps, and it begins again.
  private void stop(Person device) throws Exception {
    device.whileClosed(() -> {
      town.world().clock().advance(any(PAUSES));
      if (chance(2) == 0) {
        town.watches().set(device.name(), Watches.anyhow(town.world().random()));
      }
      return true;
    });
    var wrong = town.watches().wrong(device.name());
    var put = wrong.minus(Objects.requireNonNull(lowest.put(device, wrong)));
    if (put.isPositive()) {
      livesOf(device).putOn(put.compareTo(DAY) < 0 ? put : DAY);
    }
  }

  private Lives livesOf(Person device) {
    return Objects.requireNonNull(lives.get(device));
  }

  private void look() {
    for (var device : devices) {
      var shown = town.shown(device);
      livesOf(device).look(shown, now(), seed);
      for (var entry : shown) {
        var fate = entry.fate();
        var after = said.get(entry.id());
        assertTrue(
            after == null || after.equals(fate == null ? Duration.ZERO : fate.after()),
            () -> entry.body() + " stays for " + fate + at(device));
      }
    }
  }

  private String at(Person device) {
    return " on " + device.name() + ", " + seed;
  }

  /// Whatever clocks show: what is read now has its time, and not more.
  void assertTimeIsKept() throws Exception {
    VanishingTest.set(any(devices), town.conversation(), HOUR);
    town.world().settle();
    for (var device : devices) {
      assertEquals(HOUR, VanishingTest.stay(device, town.conversation()).timer(), at(device));
      say(device, "last of " + device.name());
    }
    town.world().soon();
    assertLast(devices.size());
    VanishingTest.read(devices.getFirst(), town.conversation());
    VanishingTest.read(devices.get(1 + chance(2)), town.conversation());
    pass(Duration.ZERO);
    devices.forEach(this::setClock);
    pass(HOUR.minus(MINUTE));
    assertLast(devices.size());
    devices.forEach(this::setClock);
    pass(MINUTE);
    assertLast(0);
    pass(LONGEST);
  }

  private void pass(Duration time) throws Exception {
    town.world().clock().advance(time);
    town.world().soon();
    look();
  }

  private void assertLast(int count) {
    for (var device : devices) {
      var last =
          town.shown(device).stream()
              .map(EntryView::body)
              .filter(body -> body.startsWith("last of "))
              .toList();
      assertEquals(count, last.size(), () -> last + at(device));
    }
  }

  /// All that stays is everywhere, and nothing else is anywhere.
  void assertConverged() {
    for (var device : devices) {
      for (var entry : town.shown(device)) {
        assertTrue(entry.fate() == null, () -> entry.body() + " is still there" + at(device));
      }
    }
    assertAlike(devices.get(1), devices.get(2), Set.of());
    assertAlike(devices.get(0), devices.get(1), removed);
    var kept = new ArrayList<MessageId>();
    said.forEach((message, after) -> {
      if (after.isZero() && !removed.contains(message)) {
        kept.add(message);
      }
    });
    for (var device : devices) {
      assertTrue(facts(device, Set.of()).keySet().containsAll(kept), () -> "lost" + at(device));
    }
  }

  private void assertAlike(Person one, Person other, Set<MessageId> except) {
    assertEquals(facts(one, except), facts(other, except), () -> one.name() + at(other));
  }

  private Map<MessageId, String> facts(Person device, Set<MessageId> except) {
    var facts = new HashMap<MessageId, String>();
    for (var entry : town.shown(device)) {
      if (!except.contains(entry.id())) {
        facts.put(entry.id(), Deeds.shown(device, entry.id()));
      }
    }
    return facts;
  }
}
