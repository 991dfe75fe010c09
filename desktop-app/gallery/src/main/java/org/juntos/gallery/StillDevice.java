package org.juntos.gallery;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.image.Image;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.juntos.ui.platform.Device;

/// A device on which the same files are chosen whenever files are asked for.
record StillDevice(Path folder) implements Device {
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
    return List.of(folder.resolve("minutes.pdf"), folder.resolve("ferry.mp4"));
  }

  @Override
  public List<Path> choosePictures(Window owner) {
    return Snapshots.in(folder).subList(0, 2);
  }

  @Override
  public @Nullable Path chooseFile(Window owner, FileKind kind) {
    return folder.resolve("contacts.vcf");
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

  @Override
  public @Nullable Path chooseFolder(Window owner) {
    return null;
  }
}
