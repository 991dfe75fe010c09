package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.HandlingIntent;
import org.juntos.engine.intent.HandlingIntent.Words;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.Event;
import org.juntos.engine.model.ScheduledView;
import org.juntos.testkit.network.Weather;

/// Messages that leave later.
final class SchedulingTest extends TwoContacts {
  private static final Duration HOUR = Duration.ofHours(1);

  SchedulingTest() {
    super(63);
  }

  private Instant in(Duration time) {
    return world.clock().instant().plus(time);
  }

  private MessageId schedule(Words words, Instant at) throws InterruptedException {
    var outcome = alice.submit(new HandlingIntent.Schedule(alice.with(bob), words, at));
    if (outcome instanceof Outcome.Scheduled(var id)) {
      return id;
    }
    throw new AssertionError("not scheduled: " + outcome);
  }

  private List<ScheduledView> scheduled() {
    return alice.models().handling().scheduled();
  }

  private void pass(Duration time) throws InterruptedException {
    world.clock().advance(time);
    world.settle();
  }

  @Test
  void it_leaves_at_its_time_with_its_files_whatever_became_of_the_originals() throws Exception {
    var quoted = bob.write(alice, "when?");
    world.settle();
    var file = Files.writeString(folder.resolve("map.txt"), "here");
    var words =
        new Words("at eight", List.of(new Intent.OutgoingFile(file, true, false)), quoted, true);
    var due = in(HOUR);
    schedule(words, due);
    Files.delete(file);
    alice.restart();
    world.settle();
    assertEquals(List.of(), bob.textsOf(alice));
    var waiting = scheduled().getFirst();
    assertEquals("at eight", waiting.body());
    assertEquals(List.of("map.txt"), waiting.files());
    assertEquals("Bob", waiting.where());

    pass(HOUR);
    var arrived = bob.messages(alice).getLast();
    assertEquals("at eight", arrived.body());
    assertTrue(arrived.silent());
    assertTrue(arrived.marks().quote() != null);
    assertFalse(arrived.sentAt().isBefore(due));
    bob.done(new Intent.Download(arrived.id(), 0));
    world.settle();
    assertEquals("here", new String(bob.content(arrived.id(), 0), StandardCharsets.UTF_8));
    assertEquals(List.of(), scheduled());
  }

  @Test
  void what_was_due_while_it_was_closed_leaves_once_when_it_is_open_and_says_so() throws Exception {
    schedule(Words.of("one"), in(HOUR));
    schedule(Words.of("two"), in(HOUR.multipliedBy(2)));
    alice.between(profile -> {
      world.clock().advance(Duration.ofDays(1));
      return true;
    });
    var told = new ArrayList<String>();
    alice
        .models()
        .events(event -> {
          if (event instanceof Event.Trouble(var problem)) {
            told.add(problem.code());
          }
        });
    world.network().weather(Weather.STORM);
    world.steps(200);
    alice.restart();
    world.network().weather(Weather.FAIR);
    world.network().cutAll();
    world.settle();
    assertEquals(List.of("one", "two"), bob.textsOf(alice));
    assertEquals(Set.of("scheduled-late"), Set.copyOf(told));
  }

  @Test
  void it_is_changed_sent_now_and_cancelled() throws Exception {
    var one = schedule(Words.of("one"), in(HOUR));
    var two = schedule(Words.of("two"), in(HOUR));
    var three = schedule(Words.of("three"), in(HOUR));
    alice.submit(new HandlingIntent.Reschedule(one, "one, later", in(HOUR.multipliedBy(3))));
    alice.done(new HandlingIntent.CancelScheduled(two));
    assertTrue(alice.submit(new HandlingIntent.SendScheduled(three)) instanceof Outcome.Queued);
    world.settle();
    assertEquals(List.of("three"), bob.textsOf(alice));
    pass(HOUR.multipliedBy(2));
    assertEquals(List.of("three"), bob.textsOf(alice));
    pass(HOUR.multipliedBy(2));
    assertEquals(List.of("three", "one, later"), bob.textsOf(alice));
    assertEquals(
        "scheduled-unknown", Deeds.refusal(alice, new HandlingIntent.CancelScheduled(one)));
    assertEquals(
        "scheduled-past",
        Deeds.refusal(
            alice,
            new HandlingIntent.Schedule(alice.with(bob), Words.of("x"), world.clock().instant())));
    assertEquals(
        "message-empty",
        Deeds.refusal(alice, new HandlingIntent.Schedule(alice.with(bob), Words.of(""), in(HOUR))));
  }

  @Test
  void one_that_cannot_leave_says_why_and_leaves_later() throws Exception {
    var one = schedule(Words.of("one"), in(HOUR));
    alice.done(new Intent.BlockContact(bob.account()));
    pass(HOUR.multipliedBy(2));
    var failed = scheduled().getFirst();
    assertEquals(one, failed.id());
    assertTrue(failed.failure() != null && failed.failure().code().equals("contact-blocked"));
    assertEquals("contact-blocked", Deeds.refusal(alice, new HandlingIntent.SendScheduled(one)));
    alice.done(new Intent.UnblockContact(bob.account()));
    alice.submit(new HandlingIntent.Reschedule(one, null, in(HOUR)));
    pass(HOUR);
    assertEquals(List.of("one"), bob.textsOf(alice));
    assertEquals(EntryView.Stage.DELIVERED, alice.messages(bob).getLast().progress().stage());
  }
}
