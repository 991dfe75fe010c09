package org.juntos.gallery;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.juntos.content.Choice;
import org.juntos.content.Choice.QuietHours;
import org.juntos.content.Choice.QuietUntil;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.PersonalView;
import org.juntos.engine.model.Quiet;

/// Being notified, and not.
final class NoticeShots {
  private static final ContactView ANA = People.contact("Ana Ferreira");
  private static final QuietHours NIGHTS =
      new QuietHours(
          true, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), 22 * 60 + 30, 6 * 60 + 45);

  private NoticeShots() {}

  static List<Shot> shots() {
    var hour = new QuietUntil(true, Story.NOW.plus(Duration.ofHours(1)));
    var ever = new QuietUntil(true, Choice.FOREVER);
    return List.of(
        shot("notifications", Quiet.NONE),
        shot("notifications-hours", new Quiet(NIGHTS, QuietUntil.NEVER)),
        shot("notifications-quiet", new Quiet(QuietHours.OFF, ever)),
        shot("narrow-notifications", new Quiet(NIGHTS, hour)).sized(420, 760));
  }

  private static Shot shot(String name, Quiet quiet) {
    var models =
        Screens.ready(ANA, Conversations.chat(ANA)).with(new PersonalView(List.of(), quiet));
    return new Shot(name, models).after(window -> window.cards().notifications());
  }
}
