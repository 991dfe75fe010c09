package org.juntos.ui.fake;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.image.Image;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.juntos.ui.platform.Device;

/// A device on which `chosen` is what the person chooses.
public class FakeDevice implements Device {
  private final Path folder;
  private final List<Path> chosen;
  private final List<Path> opened = new ArrayList<>();
  private final List<Path> shown = new ArrayList<>();

  public FakeDevice(Path folder, List<Path> chosen) {
    this.folder = folder;
    this.chosen = chosen;
  }

  /// The files that were opened, in order.
  public List<Path> opened() {
    return opened;
  }

  /// The files that were shown where they are, in order.
  public List<Path> shown() {
    return shown;
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
  public void open(Path file) {
    opened.add(file);
  }

  @Override
  public void showInFolder(Path file) {
    shown.add(file);
  }

  @Override
  public List<Path> chooseFiles(Window owner) {
    return chosen;
  }

  @Override
  public List<Path> choosePictures(Window owner) {
    return chosen;
  }

  @Override
  public @Nullable Path chooseFile(Window owner, FileKind kind) {
    return chosen.isEmpty() ? null : chosen.getFirst();
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
    return folder.resolve(fileName);
  }

  @Override
  public @Nullable Path chooseFolder(Window owner) {
    return chosen.isEmpty() ? null : chosen.getFirst();
  }
}
