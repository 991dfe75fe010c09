package org.juntos.relay;

/// What `juntos relay doctor` says of one thing.
///
/// @param next what to do about it; empty when nothing needs to be done
record Finding(String check, Level level, String text, String next) {
  /// How bad it is.
  enum Level {
    OK,
    WARNING,
    FAILURE
  }

  static Finding ok(String check, String text) {
    return new Finding(check, Level.OK, text, "");
  }

  static Finding warning(String check, String text, String next) {
    return new Finding(check, Level.WARNING, text, next);
  }

  static Finding failure(String check, String text, String next) {
    return new Finding(check, Level.FAILURE, text, next);
  }
}
