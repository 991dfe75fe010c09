package org.juntos.ui.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.juntos.content.Choice;
import org.juntos.content.MessageId;
import org.juntos.content.NoticeSound;
import org.juntos.content.Notices;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.model.ChangeView;
import org.juntos.engine.model.ChosenView;
import org.juntos.engine.model.ConnectionView;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.Event;
import org.juntos.engine.model.HandledView;
import org.juntos.ui.fake.Samples;
import org.juntos.ui.platform.UiSettings;
import org.juntos.ui.platform.notifier.Notifier.Answer;

class NoticeDeskTest extends AtTheDesk {
  @Test
  void each_conversation_has_one_notice_with_its_last_lines() {
    unread(6, 1);
    for (int i = 1; i <= 6; i++) {
      says(Samples.ANA, "line " + i);
    }
    says(TOM, "a\u0007b\n\u202Ec");
    assertEquals("… and 2 before\nline 3\nline 4\nline 5\nline 6", body(Samples.ANA));
    assertEquals("a b c", body(TOM));
    var toms = system.shown.get(key(TOM));
    assertEquals("Tom <b>&amp;</b>", toms == null ? "" : toms.title());
    assertEquals(2, system.shown.size());
  }

  @Test
  void what_was_seen_anywhere_is_taken_back() {
    unread(1, 1);
    says(Samples.ANA, "hello");
    says(TOM, "hello");
    unread(0, 1);
    assertEquals(Set.of(key(TOM)), system.shown.keySet());
    unread(1, 1);
    says(Samples.ANA, "again");
    assertEquals("again", body(Samples.ANA), "what was seen is not told again");
  }

  @Test
  void what_the_person_looks_at_is_not_told() {
    unread(1, 1);
    looking = Samples.ANA.conversation();
    says(Samples.ANA, "hello");
    assertTrue(system.shown.isEmpty());
    looking = TOM.conversation();
    says(Samples.ANA, "hello");
    assertEquals("hello", body(Samples.ANA));
  }

  @Test
  void much_that_waited_becomes_one_notice_and_little_stays_as_it_is() {
    engine.connection.set(new ConnectionView(new ConnectionView.State.Resting(), 0, false));
    unread(3, 2);
    says(Samples.ANA, "one");
    says(Samples.ANA, "two");
    says(TOM, "three");
    assertTrue(system.shown.isEmpty(), "not before all is here");
    engine.happen(new Event.CaughtUp());
    assertEquals(Set.of(key(Samples.ANA), key(TOM)), system.shown.keySet());
    engine.connection.set(new ConnectionView(new ConnectionView.State.Resting(), 0, true));
    for (int i = 0; i < 50; i++) {
      says(i % 2 == 0 ? Samples.ANA : TOM, "message " + i);
    }
    system.shown.clear();
    engine.happen(new Event.CaughtUp());
    var summary = system.shown.get("summary");
    assertEquals("53 new messages in 2 conversations", summary == null ? "" : summary.body());
    assertEquals(1, system.shown.size());
    unread(0, 0);
    assertTrue(system.shown.isEmpty());
  }

  @Test
  void what_was_seen_elsewhere_while_it_waited_is_not_told() {
    engine.connection.set(new ConnectionView(new ConnectionView.State.Resting(), 0, false));
    says(Samples.ANA, "one");
    unread(0, 0);
    engine.happen(new Event.CaughtUp());
    assertTrue(system.shown.isEmpty());
  }

  @Test
  void an_answer_is_sent_there_and_marks_as_read() {
    unread(1, 1);
    says(Samples.ANA, "coming?");
    says(TOM, "hello");
    answer(Samples.ANA, new Answer.Replied("yes"));
    assertEquals(
        new Intent.SendMessage(Samples.ANA.conversation(), "yes", List.of()),
        engine.submitted.getFirst());
    assertEquals(
        new Intent.MarkSeen(Samples.ANA.conversation(), Samples.message(1)), engine.last());
    answer(TOM, new Answer.Read());
    assertEquals(new Intent.MarkSeen(TOM.conversation(), Samples.message(2)), engine.last());
    assertTrue(system.shown.isEmpty());
    assertTrue(opened.isEmpty());
  }

  @Test
  void an_empty_answer_sends_nothing_and_a_click_opens() {
    unread(1, 0);
    says(Samples.ANA, "coming?");
    answer(Samples.ANA, new Answer.Replied("  "));
    assertTrue(engine.submitted.isEmpty());
    answer(Samples.ANA, new Answer.Opened());
    assertEquals(List.of(Samples.ANA.conversation()), opened);
    assertTrue(system.shown.isEmpty());
  }

  private void answer(ContactView who, Answer answer) {
    answer(key(who), answer);
  }

  @Test
  void only_as_much_is_shown_as_the_person_wants() {
    unread(2, 0);
    settings.show(Shown.NAME);
    says(Samples.ANA, "secret");
    var notice = system.shown.get(key(Samples.ANA));
    assertEquals("Ana", notice == null ? "" : notice.title());
    assertEquals("New message", body(Samples.ANA));
    settings.show(Shown.NOTHING);
    says(Samples.ANA, "secret");
    var hidden = system.shown.get(key(Samples.ANA));
    assertEquals("Juntos", hidden == null ? "" : hidden.title());
    assertFalse(hidden == null || hidden.answerable());
    assertEquals("2 new messages", body(Samples.ANA));
    system.shown.clear();
    settings.turn(false);
    says(Samples.ANA, "secret");
    assertTrue(system.shown.isEmpty());
    assertFalse(new NoticeSettings(UiSettings.in(folder)).isOn(), "kept");
  }

  @Test
  void a_muted_conversation_and_edits_and_reactions_tell_nothing() {
    var muted =
        new ChosenView(Choice.FOREVER, Notices.ALL, NoticeSound.USUAL, false, 0, false, Set.of());
    engine.conversations.set(List.of(Samples.conversation(Samples.ANA, 1).with(muted)));
    says(Samples.ANA, "hello");
    says(Samples.contact("Nobody"), "in no conversation");
    assertTrue(system.shown.isEmpty());
  }

  @Test
  void what_is_sent_without_a_sound_tells_nothing() {
    unread(1, 0);
    var silent = new HandledView(false, true, false, false);
    var message = Samples.theirs(++row, Samples.NOON, "psst");
    engine.happen(
        new Event.MessageReceived(
            Samples.ANA.conversation(), message.with(message.marks().with(silent))));
    assertTrue(system.shown.isEmpty());
    says(Samples.ANA, "hello");
    assertFalse(system.shown.isEmpty());
  }

  @Test
  void what_its_author_takes_back_is_not_to_be_read_any_more() {
    unread(2, 0);
    says(Samples.ANA, "oops");
    says(Samples.ANA, "hello");
    deletes(Samples.message(1));
    assertEquals("hello", body(Samples.ANA));
    deletes(Samples.message(2));
    assertTrue(system.shown.isEmpty());
  }

  private void deletes(MessageId message) {
    engine.happen(
        new Event.MessageChanged(
            new ChangeView(
                1,
                Samples.ANA.conversation(),
                message,
                Samples.ANA.account(),
                "Ana",
                false,
                ChangeView.Kind.DELETION,
                "",
                Samples.NOON)));
  }

  private void leave(MessageId... messages) {
    engine.happen(
        new Event.MessagesRemoved(Samples.ANA.conversation(), Set.copyOf(List.of(messages))));
  }

  @Test
  void what_vanishes_is_not_to_be_read_any_more() {
    unread(3, 0);
    says(Samples.ANA, "one");
    says(Samples.ANA, "two");
    says(Samples.ANA, "three");
    leave(Samples.message(1), Samples.message(3));
    assertEquals("two", body(Samples.ANA));
    leave(Samples.message(2));
    assertTrue(system.shown.isEmpty());
  }

  @Test
  void what_vanishes_while_it_waits_is_never_told() {
    engine.connection.set(new ConnectionView(new ConnectionView.State.Resting(), 0, false));
    unread(1, 0);
    says(Samples.ANA, "one");
    leave(Samples.message(1));
    engine.happen(new Event.CaughtUp());
    assertTrue(system.shown.isEmpty());
  }

  @Test
  void what_was_told_in_a_sum_is_not_told_singly_when_one_of_it_is_deleted() {
    engine.connection.set(new ConnectionView(new ConnectionView.State.Resting(), 0, false));
    unread(5, 0);
    for (int i = 0; i < 5; i++) {
      says(Samples.ANA, "message " + i);
    }
    engine.happen(new Event.CaughtUp());
    deletes(Samples.message(1));
    assertEquals(Set.of("summary"), system.shown.keySet());
  }

  @Test
  void what_was_seen_elsewhere_up_to_a_point_is_told_from_there_on() {
    unread(3, 0);
    says(Samples.ANA, "one");
    says(Samples.ANA, "two");
    says(Samples.ANA, "three");
    unread(1, 0);
    assertEquals("three", body(Samples.ANA));
  }

  @Test
  void closed_it_takes_all_back() {
    unread(1, 0);
    says(Samples.ANA, "hello");
    desk.close();
    assertTrue(system.shown.isEmpty());
    says(Samples.ANA, "hello");
    assertTrue(system.shown.isEmpty());
  }
}
