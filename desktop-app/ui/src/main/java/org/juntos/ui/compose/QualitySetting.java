package org.juntos.ui.compose;

import org.juntos.ui.platform.UiSettings;

/// Whether photos, videos and sound usually leave this device as they are. Kept on this device:
/// others have other connections.
public final class QualitySetting {
  private static final String KEY = "send.original";

  private final UiSettings settings;

  /// Kept in `settings`.
  public QualitySetting(UiSettings settings) {
    this.settings = settings;
  }

  /// False at first.
  public boolean isOriginal() {
    return Boolean.parseBoolean(settings.value(KEY, ""));
  }

  /// @throws java.io.UncheckedIOException when it cannot be kept; it holds until the end all the
  ///   same
  public void keep(boolean original) {
    settings.keep(KEY, Boolean.toString(original));
  }
}
