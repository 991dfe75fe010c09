package org.juntos.ui.theme;

import java.util.Arrays;
import java.util.Locale;

/// Which colours the person wants.
public enum Theme {
  /// As the operating system is set.
  SYSTEM("Follow system"),
  LIGHT("Light"),
  DARK("Dark");

  private final String label;

  Theme(String label) {
    this.label = label;
  }

  /// For people.
  public String label() {
    return label;
  }

  /// For the settings file.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The theme of that key; [#SYSTEM] for anything unknown.
  public static Theme ofKey(String key) {
    return Arrays.stream(values())
        .filter(theme -> theme.key().equals(key))
        .findFirst()
        .orElse(SYSTEM);
  }
}
