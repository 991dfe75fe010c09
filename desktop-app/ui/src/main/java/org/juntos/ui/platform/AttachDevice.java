package org.juntos.ui.platform;

import com.gluonhq.attach.display.DisplayService;
import com.gluonhq.attach.lifecycle.LifecycleEvent;
import com.gluonhq.attach.lifecycle.LifecycleService;
import com.gluonhq.attach.storage.StorageService;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.image.Image;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.juntos.ui.platform.notifier.Chimes;
import org.juntos.ui.platform.notifier.Notifier;
import org.juntos.ui.platform.tray.Tray;

/// The device as Gluon Attach knows it, on desktops and phones alike.
public final class AttachDevice implements Device {
  private static final ExtensionFilter PICTURES =
      new ExtensionFilter("Pictures", "*.png", "*.jpg", "*.jpeg", "*.webp", "*.gif", "*.bmp");
  private static final ExtensionFilter ALL = new ExtensionFilter("All files", "*");

  private final Path folder;
  private final Chimes chimes = SynthChimes.ofMachine();

  private AttachDevice(Path folder) {
    this.folder = folder;
  }

  /// Keeps its files in `folder`, which is made when missing, for this user alone.
  ///
  /// @throws UncheckedIOException when it cannot be made
  public static AttachDevice in(Path folder) {
    try {
      PrivateFolder.make(folder);
      return new AttachDevice(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Keeps its files where the device wants an app's private files.
  public static AttachDevice ofApp() {
    var storage = StorageService.create().flatMap(StorageService::getPrivateStorage);
    return in(
        storage
            .map(File::toPath)
            .orElseGet(() -> Path.of(System.getProperty("user.home"), ".juntos")));
  }

  @Override
  public Path folder() {
    return folder;
  }

  @Override
  public boolean windowed() {
    return DisplayService.create().map(DisplayService::isDesktop).orElse(true);
  }

  @Override
  public Subscription watchLifecycle(Runnable paused, Runnable resumed) {
    var service = LifecycleService.create();
    service.ifPresent(lifecycle -> {
      lifecycle.addListener(LifecycleEvent.PAUSE, paused);
      lifecycle.addListener(LifecycleEvent.RESUME, resumed);
    });
    return () ->
        service.ifPresent(lifecycle -> {
          lifecycle.removeListener(LifecycleEvent.PAUSE, paused);
          lifecycle.removeListener(LifecycleEvent.RESUME, resumed);
        });
  }

  @Override
  public void browse(URI page) {
    SystemBrowser.open(page);
  }

  @Override
  public void open(Path file) {
    SystemFiles.open(file);
  }

  @Override
  public void showInFolder(Path file) {
    SystemFiles.show(file);
  }

  @Override
  public List<Path> chooseFiles(Window owner) {
    return several("Attach files", owner);
  }

  @Override
  public List<Path> choosePictures(Window owner) {
    return several("Choose pictures", owner, PICTURES, ALL);
  }

  private static List<Path> several(String title, Window owner, ExtensionFilter... filters) {
    var chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.getExtensionFilters().addAll(filters);
    var chosen = chooser.showOpenMultipleDialog(owner);
    return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
  }

  @Override
  public @Nullable Path chooseFile(Window owner, FileKind kind) {
    var chooser = new FileChooser();
    chooser.setTitle(
        switch (kind) {
          case PICTURE -> "Choose a picture of a code";
          case CARDS -> "Choose a file of contacts";
        });
    var wanted =
        switch (kind) {
          case PICTURE -> PICTURES;
          case CARDS -> new ExtensionFilter("vCards", "*.vcf", "*.vcard");
        };
    chooser.getExtensionFilters().addAll(wanted, ALL);
    var chosen = chooser.showOpenDialog(owner);
    return chosen == null ? null : chosen.toPath();
  }

  @Override
  public Notifier notifier() {
    return windowed() ? SystemNotifiers.of(System.getProperty("os.name")) : Notifier.SILENT;
  }

  @Override
  public Tray tray(Tray.Deeds deeds) {
    return windowed()
        ? SystemTrays.of(System.getProperty("os.name"), deeds)
        : Device.super.tray(deeds);
  }

  @Override
  public Chimes chimes() {
    return chimes;
  }

  @Override
  public boolean seesScreen() {
    return ScreenSight.isAllowed(System.getenv());
  }

  @Override
  public List<Image> screens() {
    return ScreenSight.all();
  }

  @Override
  public @Nullable Path chooseTarget(Window owner, String fileName) {
    var chooser = new FileChooser();
    chooser.setTitle("Save file");
    chooser.setInitialFileName(fileName);
    var chosen = chooser.showSaveDialog(owner);
    return chosen == null ? null : chosen.toPath();
  }

  @Override
  public @Nullable Path chooseFolder(Window owner) {
    var chooser = new DirectoryChooser();
    chooser.setTitle("Save files in");
    var chosen = chooser.showDialog(owner);
    return chosen == null ? null : chosen.toPath();
  }
}
