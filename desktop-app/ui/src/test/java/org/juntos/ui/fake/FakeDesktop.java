package org.juntos.ui.fake;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.image.Image;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.juntos.ui.platform.Device;
import org.juntos.ui.platform.tray.Tray;

/// A device of which the test says whether it has a tray.
public final class FakeDesktop implements Device {
  private final Path folder;
  public Tray.Deeds deeds = new Tray.Deeds(() -> {}, () -> {}, _ -> {});
  public int count;
  public boolean closed;

  public FakeDesktop(Path folder) {
    this.folder = folder;
  }

  @Override
  public Tray tray(Tray.Deeds told) {
    deeds = told;
    return new Tray() {
      @Override
      public void showCount(int waiting) {
        count = waiting;
      }

      @Override
      public void close() {
        closed = true;
      }
    };
  }

  @Override
  public Path folder() {
    return folder;
  }

  @Override
  public boolean windowed() {
    return true;
  }

  @Override
  public Subscription watchLifecycle(Runnable paused, Runnable resumed) {
    return Subscription.EMPTY;
  }

  @Override
  public void browse(URI page) {}

  @Override
  public void open(Path file) {}

  @Override
  public void showInFolder(Path file) {}

  @Override
  public List<Path> chooseFiles(Window owner) {
    return List.of();
  }

  @Override
  public @Nullable Path chooseFile(Window owner, FileKind kind) {
    return null;
  }

  @Override
  public boolean seesScreen() {
    return false;
  }

  @Override
  public List<Image> screens() {
    return List.of();
  }

  @Override
  public @Nullable Path chooseTarget(Window owner, String fileName) {
    return null;
  }
}
