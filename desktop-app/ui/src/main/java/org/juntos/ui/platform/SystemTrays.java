package org.juntos.ui.platform;

import java.util.Locale;
import org.juntos.ui.platform.dbus.DbusTray;
import org.juntos.ui.platform.tray.Tray;

/// The way in which each system shows a picture of a program that has no window.
final class SystemTrays {
  private SystemTrays() {}

  /// Of a system, by the name that Java has for it. AWT knows a tray of Linux, too, which hardly
  /// any desktop shows any more.
  static Tray of(String system, Tray.Deeds deeds) {
    var name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows") || name.startsWith("mac")) {
      return new AwtTray(deeds);
    }
    if (name.startsWith("linux")) {
      return DbusTray.ofSession(deeds);
    }
    deeds.there().accept(false);
    return Tray.NONE;
  }
}
