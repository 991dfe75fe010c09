package org.juntos.ui.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// What the person set about looks, kept in a small file. Nothing in it is secret. A file that
/// cannot be read counts as empty: settings must never keep the window from opening.
public final class UiSettings {
  private static final String THEME = "theme";
  private static final String WINDOW = "window";
  private static final String MICROPHONE = "microphone";

  private final Path file;
  private final Properties values = new Properties();

  private UiSettings(Path file) {
    this.file = file;
  }

  /// Reads the settings kept in `folder`.
  public static UiSettings in(Path folder) {
    var settings = new UiSettings(folder.resolve("ui.properties"));
    settings.load();
    return settings;
  }

  /// The chosen theme, or `otherwise` when none was chosen.
  public String theme(String otherwise) {
    return values.getProperty(THEME, otherwise);
  }

  /// Keeps the chosen theme.
  ///
  /// @throws UncheckedIOException when it cannot be written; it holds until the end all the same
  public void theme(ThemeName name) {
    set(THEME, name.value());
  }

  /// Where the window was; null when unknown.
  public @Nullable WindowPlace window() {
    var parts = values.getProperty(WINDOW, "").split(",", -1);
    if (parts.length != 5) {
      return null;
    }
    try {
      return new WindowPlace(
          Double.parseDouble(parts[0]),
          Double.parseDouble(parts[1]),
          Double.parseDouble(parts[2]),
          Double.parseDouble(parts[3]),
          Boolean.parseBoolean(parts[4]));
    } catch (NumberFormatException _) {
      return null;
    }
  }

  /// Keeps where the window is.
  ///
  /// @throws UncheckedIOException when it cannot be written
  public void window(WindowPlace place) {
    set(
        WINDOW,
        "%s,%s,%s,%s,%s"
            .formatted(place.x(), place.y(), place.width(), place.height(), place.maximized()));
  }

  /// The microphone that was chosen; empty for the one that the system has.
  public String microphone() {
    return values.getProperty(MICROPHONE, "");
  }

  /// Keeps the chosen microphone.
  ///
  /// @throws UncheckedIOException when it cannot be written; it holds until the end all the same
  public void microphone(String id) {
    set(MICROPHONE, id);
  }

  /// What is kept under a name of its own; `otherwise` when nothing is.
  public String value(String key, String otherwise) {
    return values.getProperty(key, otherwise);
  }

  /// Keeps a value.
  ///
  /// @throws UncheckedIOException when it cannot be written; it holds until the end all the same
  public void keep(String key, String value) {
    set(key, value);
  }

  /// A theme by the name that is written down.
  public record ThemeName(String value) {}

  private void set(String key, String value) {
    values.setProperty(key, value);
    try {
      var fresh = file.resolveSibling(file.getFileName() + ".new");
      try (var writer = Files.newBufferedWriter(fresh)) {
        values.store(writer, null);
      }
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void load() {
    try (var reader = Files.newBufferedReader(file)) {
      values.load(reader);
    } catch (NoSuchFileException _) {
      values.clear();
    } catch (IOException | IllegalArgumentException _) { // damaged: start afresh
      values.clear();
    }
  }
}
