package org.juntos.ui.notice;

/// What of a message a notice shows to whoever looks at the screen.
public enum Shown {
  TEXT("Name and text"),
  NAME("Name only"),
  NOTHING("Neither");

  private final String label;

  Shown(String label) {
    this.label = label;
  }

  /// As the person reads it.
  public String label() {
    return label;
  }

  /// The one that is written down by this name; [#TEXT] when it is none.
  public static Shown named(String name) {
    for (var shown : values()) {
      if (shown.name().equals(name)) {
        return shown;
      }
    }
    return TEXT;
  }
}
