package org.juntos.ui.platform;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.image.Image;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.juntos.ui.platform.notifier.Chimes;
import org.juntos.ui.platform.notifier.Notifier;
import org.juntos.ui.platform.tray.Tray;

/// What the UI needs of the device it runs on.
public interface Device {
  /// A private folder for settings and short-lived files; exists.
  Path folder();

  /// Whether there are windows that can be moved and resized (a phone has none).
  boolean windowed();

  /// Calls when the app goes to the background and when it comes back.
  Subscription watchLifecycle(Runnable paused, Runnable resumed);

  /// Opens a web page outside the app. Blocks no longer than it takes to ask for it.
  void browse(URI page);

  /// Opens a file with whatever the system has for it. Blocks no longer than it takes to ask.
  void open(Path file);

  /// Shows the person where a file is. Blocks no longer than it takes to ask.
  void showInFolder(Path file);

  /// Lets the person choose files to send; empty when they changed their mind.
  List<Path> chooseFiles(Window owner);

  /// Lets the person choose pictures; empty when they changed their mind.
  List<Path> choosePictures(Window owner);

  /// Lets the person choose one file; null when they changed their mind.
  @Nullable Path chooseFile(Window owner, FileKind kind);

  /// What a file is wanted for.
  enum FileKind {
    PICTURE,
    CARDS
  }

  /// Whether programs may look at the screen here.
  boolean seesScreen();

  /// What is on the screens now; none when that cannot be seen. On the JavaFX thread.
  List<Image> screens();

  /// Tells the person something outside of the window.
  default Notifier notifier() {
    return Notifier.SILENT;
  }

  /// Shows a picture of the program beside the system's clock.
  default Tray tray(Tray.Deeds deeds) {
    deeds.there().accept(false);
    return Tray.NONE;
  }

  /// Makes sounds.
  default Chimes chimes() {
    return Chimes.NONE;
  }

  /// Lets the person choose where to save; null when they changed their mind.
  @Nullable Path chooseTarget(Window owner, String fileName);

  /// Lets the person choose a folder to save several files in; null when they changed their mind.
  @Nullable Path chooseFolder(Window owner);
}
