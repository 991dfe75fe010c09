package org.juntos.ui.notice;

import org.juntos.content.NoticeSound;
import org.juntos.ui.platform.UiSettings;

/// What this device tells outside of its window. Not alike on all devices: others look at other
/// screens.
public final class NoticeSettings {
  private static final String ON = "notices";
  private static final String SHOWN = "notices.shown";
  private static final String SOUND = "notices.sound";
  private static final String OFF = "off";

  private final UiSettings settings;

  /// Kept in `settings`.
  public NoticeSettings(UiSettings settings) {
    this.settings = settings;
  }

  public boolean isOn() {
    return !settings.value(ON, "").equals(OFF);
  }

  /// @throws java.io.UncheckedIOException when it cannot be kept; it holds until the end all the
  ///   same
  public void turn(boolean on) {
    settings.keep(ON, on ? "on" : OFF);
  }

  /// What a notice sounds like where nothing else was chosen for its conversation;
  /// [NoticeSound#USUAL]: as the system does it.
  public NoticeSound sound() {
    var name = settings.value(SOUND, "");
    for (var sound : NoticeSound.values()) {
      if (sound.name().equals(name)) {
        return sound;
      }
    }
    return NoticeSound.USUAL;
  }

  /// @throws java.io.UncheckedIOException when it cannot be kept; it holds until the end all the
  ///   same
  public void sound(NoticeSound sound) {
    settings.keep(SOUND, sound.name());
  }

  public Shown shown() {
    return Shown.named(settings.value(SHOWN, ""));
  }

  /// @throws java.io.UncheckedIOException when it cannot be kept; it holds until the end all the
  ///   same
  public void show(Shown shown) {
    settings.keep(SHOWN, shown.name());
  }
}
