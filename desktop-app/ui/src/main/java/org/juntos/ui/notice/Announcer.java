package org.juntos.ui.notice;

import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.juntos.content.NoticeSound;
import org.juntos.ui.control.Times;
import org.juntos.ui.platform.notifier.Chimes;
import org.juntos.ui.platform.notifier.Notifier;
import org.juntos.ui.platform.notifier.Notifier.Answer;
import org.juntos.ui.platform.notifier.Notifier.Notice;

/// Shows notices and lets them be heard, the first of several that come at once. Sounds of our own
/// are played here, and everything else is left to the system. On the JavaFX thread.
public final class Announcer implements AutoCloseable {
  private final Notifier notifier;
  private final Chimes chimes;
  private final NoticeSettings settings;
  private final Times times;
  private @Nullable Instant sounded;

  /// @param notifier closed with it
  public Announcer(Notifier notifier, Chimes chimes, NoticeSettings settings, Times times) {
    this.notifier = notifier;
    this.chimes = chimes;
    this.settings = settings;
    this.times = times;
  }

  /// Shows a notice, in place of the one of the same key.
  ///
  /// @param answered told what the person does with it, on any thread
  void show(Notice notice, Consumer<? super Answer> answered) {
    var sound = sound(notice.sound());
    notifier.show(notice.with(chimes.play(sound) ? NoticeSound.SILENT : sound), answered);
  }

  private NoticeSound sound(NoticeSound chosen) {
    var wanted = chosen == NoticeSound.USUAL ? settings.sound() : chosen;
    if (wanted == NoticeSound.SILENT) {
      return wanted;
    }
    var now = times.now();
    var sound = NoticeRules.sound(wanted, sounded, now);
    sounded = now;
    return sound;
  }

  void withdraw(String key) {
    notifier.withdraw(key);
  }

  void showCount(int waiting) {
    notifier.showCount(waiting);
  }

  /// Nothing is done for the first time any more: sounds may be looked for.
  void prepare() {
    chimes.prepare();
  }

  @Override
  public void close() {
    notifier.close();
  }
}
