package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.engine.connection.Delivered;
import org.juntos.engine.connection.OutgoingEnvelope;
import org.juntos.engine.connection.RelayStream;
import org.juntos.engine.connection.SendOutcome;
import org.juntos.engine.connection.SendRequest;
import org.juntos.engine.connection.StreamListener;
import org.juntos.wire.Bytes;

/// A network that forgets, repeats and is cut loses nothing and shows nothing twice.
class LossTest {
  @TempDir Path folder;

  @Test
  void an_answer_that_is_lost_makes_the_same_bytes_go_again()
      throws IOException, InterruptedException {
    var links = new ForgetsResults();
    try (var town = new Town(folder)) {
      var alice = town.person("Alice", links);
      var bob = town.person("Bob");
      Town.introduce(alice, bob);

      links.forget.set(3);
      var texts = WaitingTest.write(alice, bob, 20);
      bob.until("all are here", p -> p.texts(alice).size() >= 20);
      alice.until("none waits", p -> p.waiting() == 0);

      assertEquals(texts, bob.texts(alice));
      assertEquals(List.of(), links.changed);
      assertFalse(links.repeated.isEmpty(), "nothing was sent again");
    }
  }

  @Test
  void acknowledgements_that_are_lost_show_nothing_twice()
      throws IOException, InterruptedException {
    var links = new LosesAcknowledgements();
    try (var town = new Town(folder)) {
      var alice = town.person("Alice");
      var bob = town.person("Bob", links);
      Town.introduce(alice, bob);

      links.lose.set(4);
      var texts = WaitingTest.write(alice, bob, 20);
      bob.until("all are here", p -> p.texts(alice).size() >= 20);
      links.cut();
      bob.until("nothing is left at the relay", _ -> links.redelivered.get() > 0);
      WaitingTest.write(alice, bob, 1);
      bob.until("the next is here", p -> p.texts(alice).size() >= 21);

      assertEquals(texts, bob.texts(alice).subList(0, 20));
      assertEquals(21, bob.texts(alice).size());
    }
  }

  @Test
  void deliveries_that_come_twice_and_garbled_are_shown_once()
      throws IOException, InterruptedException {
    var links = new RepeatsDeliveries();
    try (var town = new Town(folder)) {
      var alice = town.person("Alice");
      var bob = town.person("Bob", links);
      Town.introduce(alice, bob);
      var texts = WaitingTest.write(alice, bob, 50);
      bob.until("all are here", p -> p.texts(alice).size() >= 50);
      var last = alice.write(bob, "the last");
      alice.until("delivered", p -> p.reached(last));

      var expected = new ArrayList<>(texts);
      expected.add("the last");
      assertEquals(expected, bob.texts(alice));
    }
  }

  /// Cuts the stream instead of passing on some answers; remembers what was sent.
  private static final class ForgetsResults extends MeddlingLinks {
    final Map<UUID, Bytes> sent = new ConcurrentHashMap<>();
    final List<UUID> repeated = Collections.synchronizedList(new ArrayList<>());
    final List<UUID> changed = Collections.synchronizedList(new ArrayList<>());
    final AtomicInteger forget = new AtomicInteger();

    @Override
    void send(RelayStream to, List<SendRequest> requests) throws IOException {
      requests.stream().flatMap(request -> request.envelopes().stream()).forEach(this::remember);
      super.send(to, requests);
    }

    @Override
    void results(StreamListener to, List<SendOutcome> outcomes) {
      if (forget.getAndDecrement() > 0) {
        cut();
      } else {
        super.results(to, outcomes);
      }
    }

    private void remember(OutgoingEnvelope envelope) {
      var before = sent.put(envelope.id(), envelope.ciphertext());
      if (before != null) {
        repeated.add(envelope.id());
        if (!before.equals(envelope.ciphertext())) {
          changed.add(envelope.id());
        }
      }
    }
  }

  private static final class LosesAcknowledgements extends MeddlingLinks {
    final AtomicInteger redelivered = new AtomicInteger();
    final Map<UUID, Boolean> seen = new ConcurrentHashMap<>();
    final AtomicInteger lose = new AtomicInteger();

    @Override
    void acknowledge(RelayStream to, List<UUID> envelopes) throws IOException {
      if (lose.getAndDecrement() <= 0) {
        super.acknowledge(to, envelopes);
      }
    }

    @Override
    void delivered(StreamListener to, List<Delivered> envelopes) {
      envelopes.stream()
          .filter(envelope -> seen.put(envelope.id(), true) != null)
          .forEach(_ -> redelivered.incrementAndGet());
      super.delivered(to, envelopes);
    }
  }

  /// Everything twice, under its own id and under another, and garbage between.
  private static final class RepeatsDeliveries extends MeddlingLinks {
    @Override
    void delivered(StreamListener to, List<Delivered> envelopes) {
      for (var envelope : envelopes) {
        var copy =
            new Delivered(
                UUID.randomUUID(),
                envelope.sequence(),
                envelope.acceptedAt(),
                envelope.ciphertext());
        var garbage =
            new Delivered(
                UUID.randomUUID(),
                envelope.sequence(),
                envelope.acceptedAt(),
                Bytes.of(new byte[700]));
        super.delivered(to, List.of(envelope, garbage, envelope, copy));
      }
    }
  }
}
