package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.content.MessageId;
import org.juntos.content.StatusContent;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.model.StatusView;
import org.juntos.engine.model.StatusView.State;
import org.juntos.testkit.network.Weather;
import org.juntos.testkit.world.Person;

/// Statuses through bad networks, restarts and clocks that are wrong.
final class StatusWeatherTest extends StatusStory {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 8})
  void whatever_the_network_does_everybody_ends_with_the_same(long seed) throws Exception {
    world.close();
    begin(1_000 + seed);
    var chance = new Random(seed);
    world.network().weather(seed % 2 == 0 ? Weather.STORM : Weather.CROOKED);
    var posted = new ArrayList<MessageId>();
    for (int i = 0; i < 6; i++) {
      posted.add(i % 3 == 0 ? postFile(alice, "photo" + i + ".jpg") : post(alice, "text " + i));
      world.steps(chance.nextInt(40));
      disturb(chance);
    }
    var taken = posted.remove(chance.nextInt(posted.size()));
    alice.done(new Intent.DeleteStatus(taken));
    world.steps(chance.nextInt(40));
    world.network().weather(Weather.FAIR);
    world.network().cutAll();
    world.settle();

    assertEquals(posted, mine(alice).stream().map(StatusView::id).toList(), "seed " + seed);
    assertEquals(posted.size(), of(bob, alice).size(), "seed " + seed);
    assertEquals(Set.copyOf(posted), ids(of(bob, alice)), "seed " + seed);
    for (var status : of(bob, alice)) {
      assertEquals(State.HERE, status.state(), "seed " + seed);
      if (status.kind() == StatusContent.Kind.IMAGE) {
        assertEquals(content(alice, mine(status)).length, content(bob, status).length);
      }
    }
  }

  private StatusView mine(StatusView theirs) {
    return mine(alice).stream()
        .filter(one -> one.id().equals(theirs.id()))
        .findFirst()
        .orElseThrow();
  }

  private void disturb(Random chance) throws Exception {
    switch (chance.nextInt(6)) {
      case 0 -> world.restartRelay();
      case 1 -> alice.restart();
      case 2 -> bob.restart();
      default -> {} // not each time
    }
  }

  private static Set<MessageId> ids(List<StatusView> statuses) {
    return statuses.stream().map(StatusView::id).collect(Collectors.toSet());
  }

  @Test
  void a_reader_who_was_away_sees_what_lasts_and_nothing_that_is_over() throws Exception {
    world.network().cutOff("Bob");
    post(alice, "early");
    world.settle();
    pass(Duration.ofHours(20));
    postFile(alice, "photo.jpg");
    pass(Duration.ofHours(5));
    world.network().restore("Bob");
    world.settle();
    assertEquals(State.HERE, only(bob, alice).state());
    assertArrayEquals(shown("photo.jpg"), content(bob, only(bob, alice)));
    assertEquals(1, files(bob));
  }

  @Test
  void a_clock_that_is_most_of_a_day_off_changes_nothing() throws Exception {
    for (var off : List.of(Duration.ofHours(20), Duration.ofHours(-20))) {
      var name = off.isNegative() ? "Late" : "Early";
      var other =
          world.person(
              name, new Person.Home(studio, Person.Home.PLAIN.database(), time -> time.plus(off)));
      world.introduce(alice, other);
      post(alice, "to " + name);
      post(other, "from " + name);
      world.settle();
      assertEquals(List.of("to " + name), texts(other, alice), name);
      assertEquals(List.of("from " + name), texts(alice, other), name);
      pass(Duration.ofHours(23));
      assertEquals(List.of("to " + name), texts(other, alice), name);
      pass(Duration.ofHours(2));
      assertEquals(List.of(), texts(other, alice), name);
      assertEquals(List.of(), texts(alice, other), name);
      assertEquals(List.of(), mine(other), name);
    }
  }

  @Test
  void a_clock_that_is_put_back_keeps_nothing_longer() throws Exception {
    var watch = new Watch();
    var carol =
        world.person(
            "Carol", new Person.Home(studio, Person.Home.PLAIN.database(), time -> watch.at(time)));
    world.introduce(alice, carol);
    postFile(alice, "photo.jpg");
    world.settle();
    world.network().cutOff("Carol");
    world.settle();
    watch.off = Duration.ofDays(-9);
    pass(Duration.ofHours(1));
    assertEquals(List.of(), of(carol, alice), "better too early than too late");
    assertEquals(0, files(carol));
  }

  private static final class Watch {
    private Duration off = Duration.ZERO;

    java.time.Instant at(java.time.Instant time) {
      return time.plus(off);
    }
  }
}
