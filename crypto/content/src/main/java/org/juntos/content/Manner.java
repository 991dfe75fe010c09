package org.juntos.content;

/// How a message is sent.
///
/// @param forwarded its sender passes it on; whose it was, is not said
/// @param silent the recipient is not told of it by sound or notification
public record Manner(boolean forwarded, boolean silent) {
  /// Like any other.
  public static final Manner PLAIN = new Manner(false, false);

  /// Passed on.
  public static final Manner FORWARDED = new Manner(true, false);

  /// Without a sound.
  public static final Manner SILENT = new Manner(false, true);
}
