package org.juntos.ui.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.juntos.content.Choice;
import org.juntos.content.NoticeSound;
import org.juntos.content.Notices;
import org.juntos.engine.model.ChosenView;
import org.juntos.engine.model.ConnectionView;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.ContactView.Standing;
import org.juntos.engine.model.Event;
import org.juntos.engine.model.PersonalView;
import org.juntos.engine.model.Quiet;
import org.juntos.ui.fake.Samples;
import org.juntos.ui.platform.UiSettings;
import org.juntos.ui.platform.notifier.Notifier.Answer;

class PeopleNoticesTest extends AtTheDesk {
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
  void what_is_shown_again_with_less_is_not_heard_again() {
    chimes.able = true;
    sounds(NoticeSound.CHIME);
    says(Samples.ANA, "oops");
    now = now.plusSeconds(60);
    engine.happen(
        new Event.MessagesRemoved(Samples.ANA.conversation(), Set.of(Samples.message(2))));
    assertEquals("hello", body(Samples.ANA));
    assertEquals(List.of(NoticeSound.CHIME), chimes.played);
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
}
