package org.juntos.ui.platform.dbus;

/// A value that says of what type it is.
///
/// @param type its signature, such as `s`
record Variant(String type, Object value) {
  static Variant of(String text) {
    return new Variant("s", text);
  }

  static Variant of(boolean flag) {
    return new Variant("b", flag);
  }

  static Variant of(long number) {
    return new Variant("x", number);
  }
}
