package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.juntos.engine.intent.GroupWish;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.GroupView;
import org.juntos.testkit.network.Weather;
import org.juntos.testkit.world.Person;

/// What one seed makes of a group: everybody writes, the network is bad, programs end in the
/// middle, and some come and go.
final class GroupStory {
  private static final int ROUNDS = 4;
  private static final int STEPS = 40;

  private final GroupTown town;
  private final long seed;
  private final Map<Person, List<String>> said = new HashMap<>();
  private final Person last;
  private int round;

  GroupStory(GroupTown town, long seed) {
    this.town = town;
    this.seed = seed;
    town.all().forEach(device -> said.put(device, new ArrayList<>()));
    last = town.stayers().get((int) (seed % town.stayers().size()));
  }

  /// Whether Carla is taken out and let in again; the others are in the group all the time.
  private boolean comesAndGoes() {
    return seed % 2 == 1;
  }

  private int chance(int bound) {
    return town.world().random().nextInt(bound);
  }

  private Person anybody() {
    var all = town.all();
    return all.get(chance(all.size()));
  }

  void happen() throws Exception {
    town.world().network().weather(seed % 4 < 2 ? Weather.STORM : Weather.CROOKED);
    for (round = 0; round < ROUNDS; round++) {
      say(anybody());
      disturb();
      town.world().steps(chance(STEPS));
      disturb();
      town.world().steps(chance(STEPS));
    }
    end();
  }

  private void say(Person device) throws InterruptedException {
    var text = device.name() + " " + round;
    if (town.says(device, text)) {
      saidBy(device).add(text);
    }
  }

  private void disturb() throws Exception {
    switch (chance(9)) {
      case 0 -> town.world().restartRelay();
      case 1, 2 -> anybody().restart();
      case 3 -> town.world().network().cutOff(anybody().name());
      case 4 -> restoreAll();
      case 5, 6 -> change(anybody());
      default -> {}
    }
  }

  private void change(Person device) throws InterruptedException {
    boolean there = town.seen(town.ana()).members().size() == 3;
    var carla = town.carla().account();
    if (!comesAndGoes()) {
      town.tries(device, new GroupWish.Describe("Choir " + round, null));
    } else if (there) {
      town.tries(town.ana(), new GroupWish.Remove(carla, false));
    } else {
      town.tries(town.ana(), new GroupWish.Add(List.of(carla)));
    }
  }

  private void restoreAll() {
    town.all().forEach(device -> town.world().network().restore(device.name()));
  }

  private void end() throws InterruptedException {
    town.world().network().weather(Weather.FAIR);
    restoreAll();
    town.world().network().cutAll();
    town.world().settle();
    if (comesAndGoes()) {
      comeBack();
    }
  }

  private void comeBack() throws InterruptedException {
    if (town.seen(town.ana()).members().size() < 3) {
      town.tries(town.ana(), new GroupWish.Add(List.of(town.carla().account())));
      town.world().settle();
    }
    say(last);
    town.world().settle();
  }

  void assertConverged() {
    var group = facts(town.seen(town.ana()));
    for (var device : town.all()) {
      assertEquals(group, facts(town.seen(device)), at(device));
      assertNull(town.seen(device).trouble(), at(device));
      assertOnceAndInOrder(device);
      assertComplete(device);
    }
    assertDelivered();
  }

  private String at(Person device) {
    return device.name() + ", seed " + seed;
  }

  private static List<Object> facts(GroupView seen) {
    var members = new TreeSet<String>();
    seen.members().forEach(one -> members.add(one.account() + " " + one.admin()));
    return List.of(seen.name(), seen.standing(), members, seen.rules(), seen.linked());
  }

  private List<String> saidBy(Person device) {
    return Objects.requireNonNull(said.get(device));
  }

  private List<String> shown(Person device, Person author) {
    return town.messages(device).stream()
        .map(EntryView::body)
        .filter(text -> saidBy(author).contains(text))
        .toList();
  }

  private void assertOnceAndInOrder(Person device) {
    var all = town.messages(device).stream().map(EntryView::body).toList();
    assertEquals(all.size(), new HashSet<>(all).size(), () -> "twice: " + all + at(device));
    for (var author : town.all()) {
      var written = new ArrayList<>(saidBy(author));
      var shown = shown(device, author);
      written.retainAll(shown);
      assertEquals(written, shown, () -> "order of " + author.name() + " at " + at(device));
    }
  }

  /// Who was in the group all the time has all of those who were; who came back has all since.
  private void assertComplete(Person device) {
    boolean always = !comesAndGoes() || !device.equals(town.carla());
    if (!always) {
      assertTrue(shown(device, last).contains(saidBy(last).getLast()), () -> at(device));
      return;
    }
    for (var author : comesAndGoes() ? town.stayers() : town.all()) {
      assertEquals(
          saidBy(author), shown(device, author), () -> author.name() + " at " + at(device));
    }
  }

  private void assertDelivered() {
    if (comesAndGoes()) {
      return;
    }
    for (var device : town.all()) {
      for (var entry : town.messages(device)) {
        if (entry.outgoing()) {
          assertEquals(
              EntryView.Stage.DELIVERED,
              entry.progress().stage(),
              () -> entry.body() + " at " + at(device));
        }
      }
    }
  }
}
