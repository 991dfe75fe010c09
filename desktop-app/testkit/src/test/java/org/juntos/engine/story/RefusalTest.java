package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.engine.connection.OutgoingEnvelope;
import org.juntos.engine.connection.RelayLinks;
import org.juntos.engine.connection.SendOutcome;
import org.juntos.engine.connection.SendRequest;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.model.EntryView;
import org.juntos.testkit.world.Person;
import org.juntos.testkit.world.World;
import org.juntos.wire.ErrorCode;

/// What the relay says other than yes.
class RefusalTest {
  @TempDir Path folder;

  @Test
  void later_means_the_same_bytes_after_the_delay() throws IOException, InterruptedException {
    tell((world, alice, bob, links) -> {
      var delay = Duration.ofSeconds(40);
      links.answers(3, request -> new SendOutcome.Later(request.requestId(), delay));
      Instant begin = world.clock().instant();
      var texts = write(alice, bob, 5);
      world.settle();

      assertEquals(texts, bob.textsOf(alice));
      assertEquals(1, links.sealedOf(0), "sealed once");
      assertTrue(links.lastSent.isAfter(begin.plus(delay.multipliedBy(3))), "too early");
    });
  }

  @Test
  void of_a_refused_batch_only_the_culprit_fails() throws IOException, InterruptedException {
    tell((world, alice, bob, links) -> {
      alice.done(new Intent.GoOffline());
      var texts = write(alice, bob, 5);
      var culprit = new ArrayList<UUID>();
      links.answers(Integer.MAX_VALUE, request -> refused(request, culprit));
      alice.done(new Intent.Reconnect());
      world.settle();

      assertEquals(
          List.of(texts.get(0), texts.get(1), texts.get(3), texts.get(4)), bob.textsOf(alice));
      var failed = alice.messages(bob).get(2).progress();
      assertEquals(EntryView.Stage.FAILED, failed.stage());
      assertEquals("too-large", failed.failure() == null ? "" : failed.failure().code());

      links.answers(0, _ -> null);
      alice.done(new Intent.RetryMessage(alice.messages(bob).get(2).id()));
      world.settle();
      assertEquals(5, bob.textsOf(alice).size());
    });
  }

  @Test
  void a_full_mailbox_is_waited_for_more_and_more_slowly_and_the_messages_say_so()
      throws IOException, InterruptedException {
    tell((world, alice, bob, links) -> {
      var delay = Duration.ofMinutes(2);
      links.answers(
          Integer.MAX_VALUE, request -> new SendOutcome.QueueFull(request.requestId(), delay));
      var texts = write(alice, bob, 2);
      world.settle(); // a quarter of an hour
      assertTrue(links.tried.size() <= 5, "too often: " + links.tried.size());
      assertTrue(links.tried.size() >= 3, "given up");
      var waiting = alice.messages(bob).getFirst().progress();
      assertEquals(EntryView.Stage.WAITING, waiting.stage());
      assertEquals("mailbox-full", waiting.failure() == null ? "" : waiting.failure().code());

      links.answers(0, _ -> null);
      for (int quarters = 0; quarters < 3; quarters++) {
        world.settle();
      }
      assertEquals(texts, bob.textsOf(alice));
      for (var message : alice.messages(bob)) {
        assertEquals(EntryView.Stage.DELIVERED, message.progress().stage());
        assertNull(message.progress().failure());
      }
    });
  }

  @Test
  void a_device_that_is_gone_makes_everything_sealed_anew()
      throws IOException, InterruptedException {
    tell((world, alice, bob, links) -> {
      alice.done(new Intent.GoOffline());
      var texts = write(alice, bob, 3);
      links.answers(2, RefusalTest::gone);
      alice.done(new Intent.Reconnect());
      world.settle();

      assertEquals(texts, bob.textsOf(alice));
      assertTrue(links.sealedOf(0) > 1, "not sealed anew");
      var shown = bob.timeline(alice).stream().map(EntryView::kind).toList();
      assertTrue(!shown.contains(EntryView.Kind.GAP), "numbers changed: " + shown);
    });
  }

  private static SendOutcome gone(SendRequest request) {
    var unknown = request.envelopes().stream().map(OutgoingEnvelope::destination).toList();
    return new SendOutcome.NoSuchDevice(request.requestId(), unknown);
  }

  /// The third envelope of the first batch is never accepted.
  private static @Nullable SendOutcome refused(SendRequest request, List<UUID> culprit) {
    var ids = request.envelopes().stream().map(OutgoingEnvelope::id).toList();
    if (culprit.isEmpty() && ids.size() == 5) {
      culprit.add(ids.get(2));
    }
    return ids.stream().anyMatch(culprit::contains)
        ? new SendOutcome.Refused(request.requestId(), ErrorCode.TOO_LARGE)
        : null;
  }

  private void tell(Story story) throws IOException, InterruptedException {
    try (var world = new World(folder, 11)) {
      var kept = new Answering[1];
      var alice =
          world.person(
              "Alice",
              links -> {
                kept[0] = new Answering(links, world);
                return kept[0];
              });
      var bob = world.bob();
      world.introduce(alice, bob);
      story.tell(world, alice, bob, kept[0]);
    }
  }

  private static List<String> write(Person from, Person to, int count) throws InterruptedException {
    var texts = IntStream.range(0, count).mapToObj(i -> "m" + i).toList();
    for (var text : texts) {
      from.write(to, text);
    }
    return texts;
  }

  @FunctionalInterface
  private interface Story {
    void tell(World world, Person alice, Person bob, Answering links)
        throws IOException, InterruptedException;
  }

  /// Answers some requests itself, and remembers what was tried.
  private static final class Answering extends MeddlingLinks {
    private final World world;
    private final List<List<OutgoingEnvelope>> tried = new ArrayList<>();
    private Function<SendRequest, @Nullable SendOutcome> answering = _ -> null;
    private int left;
    Instant lastSent = Instant.MIN;

    Answering(RelayLinks real, World world) {
      super(real);
      this.world = world;
    }

    void answers(int times, Function<SendRequest, @Nullable SendOutcome> answer) {
      left = times;
      answering = answer;
      tried.clear();
    }

    /// With how many different bytes the n-th job has left.
    long sealedOf(int job) {
      return tried.stream().map(batch -> batch.get(job).ciphertext()).distinct().count();
    }

    @Override
    @Nullable SendOutcome answer(SendRequest request) {
      tried.add(request.envelopes());
      lastSent = world.clock().instant();
      return left-- > 0 ? answering.apply(request) : null;
    }
  }
}
