package org.juntos.ui.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.MessageIntent;
import org.juntos.engine.model.EntryView.Stage;
import org.juntos.engine.model.MarksView;
import org.juntos.engine.model.TimelineView;
import org.juntos.ui.control.Times;
import org.juntos.ui.fake.FakeDevice;
import org.juntos.ui.fake.FakeEngine;
import org.juntos.ui.fake.Samples;
import org.juntos.ui.fx.EngineLink;

class ConversationViewModelTest {
  private final FakeEngine engine = new FakeEngine();
  private final Times times =
      new Times(InstantSource.fixed(Samples.NOON), ZoneOffset.UTC, Locale.UK);

  @Test
  void counts_what_came_below_the_screen_until_it_is_shown() {
    var model = open(engine.link());
    model.shown(1, false);
    engine.timeline.set(three());
    assertEquals(2, model.below().get());
    model.shown(3, false);
    assertEquals(0, model.below().get());
  }

  @Test
  void marks_as_seen_only_while_the_person_is_looking() {
    var model = open(engine.link());
    engine.timeline.set(three());
    model.shown(3, false);
    assertTrue(engine.submitted.isEmpty());

    model.shown(3, true);
    model.shown(3, true);
    assertEquals(
        List.of(new Intent.MarkSeen(Samples.ANA.conversation(), Samples.message(3))),
        engine.submitted);
  }

  @Test
  void marks_again_when_a_message_has_come_late_above() {
    var model = open(engine.link());
    var first = Samples.theirs(1, Samples.NOON, "a");
    var third = Samples.theirs(3, Samples.NOON, "c");
    engine.timeline.set(Samples.timeline(9, first, third));
    model.shown(3, true);
    engine.submitted.clear();

    engine.timeline.set(Samples.timeline(9, first, Samples.theirs(2, Samples.NOON, "b"), third));
    model.shown(3, true);
    model.shown(3, true);
    assertEquals(
        List.of(new Intent.MarkSeen(Samples.ANA.conversation(), Samples.message(3))),
        engine.submitted);
  }

  @Test
  void never_marks_ones_own_messages_as_seen() {
    var model = open(engine.link());
    engine.timeline.set(Samples.timeline(9, Samples.own(1, Samples.NOON, "a", Stage.SENT)));
    model.shown(1, true);
    assertTrue(engine.submitted.isEmpty());
  }

  @Test
  void asks_for_older_messages_once_at_a_time() {
    var background = new ArrayDeque<Runnable>();
    var model = open(new EngineLink(engine, engine, Runnable::run, background::add));
    background.remove().run();
    engine.timeline.set(new TimelineView(three().entries(), true, false, 9));
    model.place().loadOlder();
    model.place().loadOlder();
    assertEquals(1, background.size());
    background.remove().run();
    assertEquals(1, engine.olderLoads);
    model.place().loadOlder();
    assertEquals(1, background.size());
  }

  @Test
  void is_led_to_a_message_that_is_far_back() {
    var model = open(engine.link());
    engine.timeline.set(three());
    model.place().seek(Samples.message(2));
    assertNull(model.place().arrival().get(), "it is not stored");
    var old = Samples.theirs(7, Samples.NOON, "a year ago");
    engine.stored.put(old.id(), old);
    model.place().seek(old.id());
    assertEquals(List.of(7L), engine.shown);
    assertNull(model.place().arrival().get(), "it is not there yet");
    engine.timeline.set(new TimelineView(List.of(old), true, true, 9));
    var arrival = model.place().arrival().get();
    assertEquals(7, arrival == null ? 0 : arrival.row());
    assertTrue(model.place().hasNewer());
    model.toNewest();
    assertEquals(List.of(7L, Long.MAX_VALUE), engine.shown);
  }

  @Test
  void a_reaction_is_taken_back_by_the_same_again() {
    var model = open(engine.link());
    var own = new MarksView.Reacting(Samples.SELF, "Mara", true, Samples.NOON);
    var entry =
        Samples.theirs(1, Samples.NOON, "a")
            .with(
                new MarksView(
                    List.of(new MarksView.ReactionView("x", true, List.of(own))),
                    false,
                    null,
                    null));
    model.deeds().react(entry, "x");
    assertEquals(new MessageIntent.React(entry.id(), ""), engine.last());
    model.deeds().react(entry, "y");
    assertEquals(new MessageIntent.React(entry.id(), "y"), engine.last());
  }

  @Test
  void only_what_can_still_be_edited_is() {
    var model = open(engine.link());
    var old = Samples.NOON.minus(Duration.ofHours(30));
    engine.timeline.set(
        Samples.timeline(
            9,
            Samples.own(1, Samples.NOON, "a", Stage.SENT),
            Samples.own(2, old, "b", Stage.SENT),
            Samples.theirs(3, Samples.NOON, "c")));
    assertEquals("a", Objects.requireNonNull(model.lastOwn()).body());
    assertFalse(model.deeds().isOpen(Samples.theirs(3, Samples.NOON, "c")));
    assertFalse(model.deeds().isOpen(Samples.own(2, old, "b", Stage.SENT)));
  }

  @Test
  void closes_the_timeline_even_when_it_arrives_after_the_conversation_was_left() {
    var background = new ArrayDeque<Runnable>();
    var model = open(new EngineLink(engine, engine, Runnable::run, background::add));
    model.close();
    while (!background.isEmpty()) {
      background.remove().run();
    }
    assertEquals(0, engine.openTimelines);
    assertEquals(0, engine.conversations.watchers());
    assertEquals(0, engine.timeline.watchers());
  }

  @Test
  void tells_why_something_was_refused() {
    var model = open(engine.link());
    engine.refuse("contact-blocked");
    engine.conversations.set(List.of(Samples.conversation(Samples.ANA, 0)));
    model.accept();
    assertEquals("contact-blocked", engine.complaints.getFirst().code());
  }

  @Test
  void leads_to_a_message_in_sight_at_once_and_to_another_once_it_is_read() {
    var model = open(engine.link());
    engine.timeline.set(three());
    model.jumpTo(2);
    assertEquals(2, there(model.place().arrival().get()).row());
    assertEquals(List.of(), engine.shown);

    model.jumpTo(7);
    assertEquals(List.of(7L), engine.shown);
    assertEquals(2, there(model.place().arrival().get()).row());
    engine.timeline.set(
        new TimelineView(List.of(Samples.theirs(7, Samples.NOON, "g")), true, true, 9));
    assertEquals(7, there(model.place().arrival().get()).row());

    model.place().loadNewer();
    assertEquals(1, engine.newerLoads);
    model.toNewest();
    assertEquals(List.of(7L, Long.MAX_VALUE), engine.shown);
  }

  @Test
  void leads_to_a_message_that_is_wanted_before_the_conversation_is_open() {
    var background = new ArrayDeque<Runnable>();
    var model = open(new EngineLink(engine, engine, Runnable::run, background::add));
    model.jumpTo(5);
    while (!background.isEmpty()) {
      background.remove().run();
    }
    assertEquals(List.of(5L), engine.shown);
  }

  @Test
  void leads_to_what_was_said_on_a_day() {
    var model = open(engine.link());
    engine.timeline.set(three());
    engine.finding.day = 3L;
    model.goTo(LocalDate.of(2026, 3, 1));
    assertEquals(List.of("day 2026-03-01"), engine.finding.asked);
    assertEquals(3, there(model.place().arrival().get()).row());
  }

  private static Wandering.Arrival there(Wandering.@Nullable Arrival arrival) {
    if (arrival == null) {
      throw new AssertionError("nowhere");
    }
    return arrival;
  }

  private ConversationViewModel open(EngineLink link) {
    return new ConversationViewModel(
        link,
        Samples.ANA.conversation(),
        times,
        new FakeDevice(Path.of("unused"), List.of()),
        engine.complaints::add);
  }

  private static TimelineView three() {
    return Samples.timeline(
        9,
        Samples.theirs(1, Samples.NOON, "a"),
        Samples.theirs(2, Samples.NOON, "b"),
        Samples.theirs(3, Samples.NOON, "c"));
  }
}
