package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.engine.connection.Delivered;
import org.juntos.engine.connection.RelayLinks;
import org.juntos.engine.connection.RelayStream;
import org.juntos.engine.connection.StreamListener;
import org.juntos.testkit.world.World;
import org.juntos.wire.Bytes;

/// What cannot be opened is set aside, and stops nothing.
class PoisonTest {
  @TempDir Path folder;

  @Test
  void what_cannot_be_opened_is_acknowledged_and_the_rest_arrives()
      throws IOException, InterruptedException {
    try (var world = new World(folder, 3)) {
      var poisoned = new Poisoned[1];
      var bob =
          world.person(
              "Bob",
              links -> {
                poisoned[0] = new Poisoned(links);
                return poisoned[0];
              });
      var alice = world.alice();
      world.introduce(alice, bob);
      poisoned[0].poisoning = true;
      for (int i = 0; i < 10; i++) {
        alice.write(bob, "m" + i);
      }
      world.settle();
      bob.restart();
      world.settle();

      assertEquals(10, bob.textsOf(alice).size());
      assertTrue(poisoned[0].poison.size() >= 2, "nothing was poisoned");
      assertTrue(poisoned[0].acknowledged.containsAll(poisoned[0].poison));
    }
  }

  /// Puts garbage of several kinds before every delivery.
  private static final class Poisoned extends MeddlingLinks {
    final Set<UUID> poison = Collections.synchronizedSet(new HashSet<>());
    final Set<UUID> acknowledged = Collections.synchronizedSet(new HashSet<>());
    volatile boolean poisoning;

    Poisoned(RelayLinks real) {
      super(real);
    }

    @Override
    void delivered(StreamListener to, List<Delivered> envelopes) {
      if (poisoning) {
        envelopes.forEach(envelope -> poison(to, envelope));
      }
      super.delivered(to, envelopes);
    }

    private void poison(StreamListener to, Delivered envelope) {
      var flipped = envelope.ciphertext().toArray();
      flipped[flipped.length / 2] ^= 1;
      for (var bytes : List.of(new byte[0], new byte[] {0x11, 1, 2}, new byte[100_000], flipped)) {
        var id = UUID.randomUUID();
        poison.add(id);
        var fake = new Delivered(id, envelope.sequence(), envelope.acceptedAt(), Bytes.of(bytes));
        super.delivered(to, List.of(fake));
      }
    }

    @Override
    void acknowledge(RelayStream to, List<UUID> envelopes) throws IOException {
      acknowledged.addAll(envelopes);
      super.acknowledge(to, envelopes);
    }
  }
}
