package org.juntos.ui.settings;

import java.io.UncheckedIOException;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.juntos.engine.intent.Problem;
import org.juntos.ui.platform.UiSettings;

/// Whether Juntos goes on in the tray of this device's desktop, and what closing the window does
/// then. Kept on this device.
public final class TrayViewModel {
  private static final String STAYS = "tray.stays";
  private static final String STARTS = "tray.starts";
  private static final String NO = "no";
  private static final String YES = "yes";

  private final UiSettings settings;
  private final Consumer<Problem> complain;
  private final ReadOnlyBooleanWrapper there = new ReadOnlyBooleanWrapper();

  /// @param complain told what went wrong
  public TrayViewModel(UiSettings settings, Consumer<Problem> complain) {
    this.settings = settings;
    this.complain = complain;
  }

  /// Whether the desktop shows Juntos in a tray now.
  public ReadOnlyBooleanProperty there() {
    return there.getReadOnlyProperty();
  }

  /// It does, or does not any more.
  public void found(boolean now) {
    there.set(now);
  }

  /// Whether closing the window leaves Juntos running, where there is a tray.
  public boolean stays() {
    return !settings.value(STAYS, YES).equals(NO);
  }

  void stay(boolean on) {
    keep(STAYS, on);
  }

  /// Whether Juntos starts without a window, where there is a tray.
  public boolean startsHidden() {
    return settings.value(STARTS, NO).equals(YES);
  }

  void startHidden(boolean on) {
    keep(STARTS, on);
  }

  private void keep(String key, boolean on) {
    try {
      settings.keep(key, on ? YES : NO);
    } catch (UncheckedIOException e) {
      complain.accept(
          Problem.local(
              "settings-unwritable",
              "This holds until Juntos ends: the file of its settings cannot be written.",
              "Check the folder's permissions and the free space."));
    }
  }
}
