package org.juntos.ui.notice;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.content.ConversationId;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.Event;
import org.juntos.ui.control.Times;
import org.juntos.ui.fake.FakeChimes;
import org.juntos.ui.fake.FakeEngine;
import org.juntos.ui.fake.FakeNotifier;
import org.juntos.ui.fake.Samples;
import org.juntos.ui.platform.UiSettings;
import org.juntos.ui.platform.notifier.Notifier.Answer;

/// Somebody at a screen on which notices are seen.
abstract class AtTheDesk {
  static final ContactView TOM = Samples.contact("Tom\u202E <b>&amp;</b>");

  @TempDir Path folder;
  final FakeEngine engine = new FakeEngine();
  final FakeNotifier system = new FakeNotifier();
  final FakeChimes chimes = new FakeChimes();
  final List<@Nullable ConversationId> opened = new ArrayList<>();
  NoticeSettings settings;
  NoticeDesk desk;
  @Nullable ConversationId looking;
  long row;
  Instant now = Samples.NOON;
  final Times times = new Times(() -> now, ZoneOffset.UTC, Locale.UK);

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

  void unread(int ana, int tom) {
    engine.conversations.set(
        List.of(Samples.conversation(Samples.ANA, ana), Samples.conversation(TOM, tom)));
  }

  void says(ContactView who, String text) {
    engine.happen(
        new Event.MessageReceived(who.conversation(), Samples.theirs(++row, Samples.NOON, text)));
  }

  static String key(ContactView who) {
    return who.conversation().toString();
  }

  String body(ContactView who) {
    var notice = system.shown.get(key(who));
    return notice == null ? "" : notice.body();
  }

  void answer(String key, Answer answer) {
    var answered = system.answers.get(key);
    if (answered != null) {
      answered.accept(answer);
    }
  }
}
