package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.engine.intent.Intent;

/// A long queue is drained in the order in which it was written, in batches.
class DrainTest {
  private static final int MESSAGES = 500;

  @TempDir Path folder;

  @Test
  void a_long_queue_is_drained_in_order() throws IOException, InterruptedException {
    try (var town = new Town(folder)) {
      var alice = town.person("Alice");
      var bob = town.person("Bob");
      Town.introduce(alice, bob);
      alice.done(new Intent.GoOffline());
      bob.done(new Intent.GoOffline());
      var texts = WaitingTest.write(alice, bob, MESSAGES);
      alice.done(new Intent.Reconnect());
      alice.until("the relay has all", p -> p.waiting() == 0);
      bob.done(new Intent.Reconnect());
      bob.until("all are here", p -> p.isCaughtUp() && p.texts(alice).size() == MESSAGES);
      assertEquals(texts, bob.texts(alice));
    }
  }
}
