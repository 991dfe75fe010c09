package org.juntos.ui.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.content.Choice;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.content.NoticeSound;
import org.juntos.content.Notices;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.model.ChangeView;
import org.juntos.engine.model.ChosenView;
import org.juntos.engine.model.ConnectionView;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.ContactView.Standing;
import org.juntos.engine.model.Event;
import org.juntos.engine.model.HandledView;
import org.juntos.engine.model.PersonalView;
import org.juntos.engine.model.Quiet;
import org.juntos.ui.control.Times;
import org.juntos.ui.fake.FakeChimes;
import org.juntos.ui.fake.FakeEngine;
import org.juntos.ui.fake.FakeNotifier;
import org.juntos.ui.fake.Samples;
import org.juntos.ui.platform.UiSettings;
import org.juntos.ui.platform.notifier.Notifier.Answer;

class NoticeDeskTest {
  private static final ContactView TOM = Samples.contact("Tom\u202E <b>&amp;</b>");

  @TempDir private Path folder;
  private final FakeEngine engine = new FakeEngine();
  private final FakeNotifier system = new FakeNotifier();
  private final FakeChimes chimes = new FakeChimes();
  private final List<@Nullable ConversationId> opened = new ArrayList<>();
  private NoticeSettings settings;
  private NoticeDesk desk;
  private @Nullable ConversationId looking;
  private long row;
  private Instant now = Samples.NOON;
  private final Times times = new Times(() -> now, ZoneOffset.UTC, Locale.UK);

  @BeforeEach
  void online() {
    settings = new NoticeSettings(UiSettings.in(folder));
    desk =
        new NoticeDesk(
            engine.link(),
            new Announcer(system, chimes, settings, times),
            settings,
            times,
            new NoticeDesk.Doors(() -> looking, opened::add, engine.complaints::add));
    engine.happen(new Event.CaughtUp());
  }

  private void unread(int ana, int tom) {
    engine.conversations.set(
        List.of(Samples.conversation(Samples.ANA, ana), Samples.conversation(TOM, tom)));
  }

  private void says(ContactView who, String text) {
    engine.happen(
        new Event.MessageReceived(who.conversation(), Samples.theirs(++row, Samples.NOON, text)));
  }

  private static String key(ContactView who) {
    return who.conversation().toString();
  }

  private String body(ContactView who) {
    var notice = system.shown.get(key(who));
    return notice == null ? "" : notice.body();
  }

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
    var answered = system.answers.get(key(who));
    if (answered != null) {
      answered.accept(answer);
    }
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

  private void stands(ContactView contact) {
    engine.happen(new Event.ContactChanged(contact.account(), contact));
  }

  private String about(String key) {
    var notice = system.shown.get(key);
    return notice == null ? "" : notice.body();
  }

  @Test
  void who_asks_is_told_in_one_notice_until_they_are_answered_anywhere() {
    stands(Samples.contact("Tom\u202E", Standing.ASKING));
    assertEquals("Tom wants to talk to you", about("requests"));
    stands(Samples.contact("Eva", Standing.ASKING));
    stands(Samples.contact("Eva", Standing.ASKING));
    assertEquals("Tom and Eva want to talk to you", about("requests"));
    for (int i = 0; i < 5; i++) {
      stands(Samples.contact("Stranger " + i, Standing.ASKING));
    }
    assertEquals("Tom, Eva and 5 others want to talk to you", about("requests"));
    settings.show(Shown.NOTHING);
    stands(Samples.contact("Stranger 6", Standing.ASKING));
    assertEquals("8 contact requests", about("requests"));
    settings.show(Shown.TEXT);
    for (int i = 0; i < 7; i++) {
      stands(Samples.contact("Stranger " + i, Standing.REFUSED));
    }
    stands(Samples.contact("Eva", Standing.ACCEPTED));
    answer("requests", new Answer.Opened());
    assertEquals(List.of(Samples.contact("Tom\u202E").conversation()), opened);
    assertTrue(system.shown.isEmpty());
  }

  private void answer(String key, Answer answer) {
    var answered = system.answers.get(key);
    if (answered != null) {
      answered.accept(answer);
    }
  }

  @Test
  void who_accepts_is_told_and_whom_the_person_has_accepted_is_not() {
    stands(Samples.contact("Tom", Standing.ASKING));
    stands(Samples.contact("Tom", Standing.ACCEPTED));
    assertTrue(system.shown.isEmpty());
    stands(Samples.contact("Eva", Standing.REQUESTED));
    stands(Samples.contact("Eva", Standing.ACCEPTED));
    assertEquals("Eva accepted your request", about("acceptances"));
    desk.lookedAt(Samples.contact("Eva").conversation());
    assertTrue(system.shown.isEmpty());
  }

  @Test
  void requests_that_waited_are_told_together_and_none_while_the_person_is_not_disturbed() {
    engine.connection.set(new ConnectionView(new ConnectionView.State.Resting(), 0, false));
    stands(Samples.contact("Tom", Standing.ASKING));
    stands(Samples.contact("Eva", Standing.ASKING));
    assertTrue(system.shown.isEmpty());
    engine.happen(new Event.CaughtUp());
    assertEquals("Tom and Eva want to talk to you", about("requests"));
    engine.personal.set(
        new PersonalView(
            List.of(),
            new Quiet(Choice.QuietHours.OFF, new Choice.QuietUntil(true, Choice.FOREVER))));
    system.shown.clear();
    stands(Samples.contact("Ida", Standing.ASKING));
    assertTrue(system.shown.isEmpty());
  }

  private void sounds(NoticeSound sound) {
    var chosen = new ChosenView(Instant.EPOCH, Notices.ALL, sound, false, 0, false, Set.of());
    engine.conversations.set(List.of(Samples.conversation(Samples.ANA, 9).with(chosen)));
    now = now.plusSeconds(60);
    says(Samples.ANA, "hello");
  }

  private @Nullable NoticeSound systems() {
    var notice = system.shown.get(key(Samples.ANA));
    return notice == null ? null : notice.sound();
  }

  @Test
  void a_sound_of_our_own_is_played_once_and_the_system_keeps_silent() {
    chimes.able = true;
    sounds(NoticeSound.CHIME);
    says(Samples.ANA, "at once");
    assertEquals(List.of(NoticeSound.CHIME), chimes.played);
    assertEquals(NoticeSound.SILENT, systems());
    sounds(NoticeSound.USUAL);
    assertEquals(NoticeSound.USUAL, systems(), "as the system does it");
    settings.sound(NoticeSound.KNOCK);
    sounds(NoticeSound.USUAL);
    assertEquals(List.of(NoticeSound.CHIME, NoticeSound.KNOCK), chimes.played);
    assertEquals(NoticeSound.KNOCK, new NoticeSettings(UiSettings.in(folder)).sound(), "kept");
    sounds(NoticeSound.SILENT);
    assertEquals(NoticeSound.SILENT, systems());
    assertEquals(2, chimes.played.size());
    chimes.able = false;
    sounds(NoticeSound.DROP);
    assertEquals(NoticeSound.DROP, systems(), "where nothing of our own sounds");
  }

  @Test
  void nothing_sounds_while_the_person_is_not_disturbed() {
    chimes.able = true;
    engine.personal.set(
        new PersonalView(
            List.of(),
            new Quiet(Choice.QuietHours.OFF, new Choice.QuietUntil(true, Choice.FOREVER))));
    sounds(NoticeSound.CHIME);
    assertEquals(List.of(), chimes.played);
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
