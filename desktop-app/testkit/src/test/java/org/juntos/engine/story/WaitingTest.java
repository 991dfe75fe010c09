package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.model.EntryView;

/// Whoever is away, everything arrives when they are back: once, and in order.
class WaitingTest {
  @TempDir Path folder;

  @Test
  void what_is_written_offline_outlives_the_process_and_leaves_in_order()
      throws IOException, InterruptedException {
    try (var town = new Town(folder)) {
      var alice = town.person("Alice");
      var bob = town.person("Bob");
      Town.introduce(alice, bob);
      alice.done(new Intent.GoOffline());
      var texts = write(alice, bob, 30);
      alice.until("30 wait", p -> p.waiting() == 30);

      alice.restart();
      bob.until("all are here", p -> p.texts(alice).size() == 30);

      assertEquals(texts, bob.texts(alice));
      alice.until("none waits", p -> p.waiting() == 0);
    }
  }

  @Test
  void what_arrives_while_one_is_away_waits_at_the_relay()
      throws IOException, InterruptedException {
    try (var town = new Town(folder)) {
      var alice = town.person("Alice");
      var bob = town.person("Bob");
      Town.introduce(alice, bob);
      bob.done(new Intent.GoOffline());
      var texts = write(alice, bob, 100);
      alice.until("the relay has all", p -> p.waiting() == 0);
      assertEquals(List.of(), bob.texts(alice));

      bob.restart();
      bob.until("all are here", p -> p.texts(alice).size() == 100);
      assertEquals(texts, bob.texts(alice));
      var last = alice.timeline(bob).getLast().id();
      alice.until("delivered", p -> p.stage(last) == EntryView.Stage.DELIVERED);
    }
  }

  @Test
  void both_away_and_the_relay_restarted_in_between() throws IOException, InterruptedException {
    try (var town = new Town(folder)) {
      var alice = town.person("Alice");
      var bob = town.person("Bob");
      Town.introduce(alice, bob);
      alice.done(new Intent.GoOffline());
      bob.done(new Intent.GoOffline());
      var toBob = write(alice, bob, 5);
      var toAlice = write(bob, alice, 5);
      town.stopRelay();
      alice.done(new Intent.Reconnect());
      town.startRelay();
      alice.until("the relay has all", p -> p.waiting() == 0);

      bob.done(new Intent.Reconnect());
      bob.until("all are here", p -> p.received(alice).size() == 5);
      alice.until("all are here", p -> p.received(bob).size() == 5);
      assertEquals(toBob, bob.received(alice));
      assertEquals(toAlice, alice.received(bob));
    }
  }

  static List<String> write(Person from, Person to, int count) throws InterruptedException {
    var texts = IntStream.range(0, count).mapToObj(i -> "number " + i).toList();
    for (var text : texts) {
      from.write(to, text);
    }
    return texts;
  }
}
