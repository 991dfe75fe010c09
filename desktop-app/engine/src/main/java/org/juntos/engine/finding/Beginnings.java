package org.juntos.engine.finding;

import org.jspecify.annotations.Nullable;
import org.juntos.content.MessageId;

/// Ids by how they begin.
public final class Beginnings {
  private static final String FORM = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

  private Beginnings() {}

  /// All ids that begin so.
  ///
  /// @param first the least of them
  /// @param last the greatest of them
  public record Between(MessageId first, MessageId last) {}

  /// Null when no id begins so.
  ///
  /// @param beginning in small letters; with the hyphens of an id, and not without
  public static @Nullable Between between(String beginning) {
    if (beginning.length() > FORM.length() || !isOne(beginning)) {
      return null;
    }
    var rest = FORM.substring(beginning.length());
    return new Between(
        MessageId.parse(beginning + rest.replace('x', '0')),
        MessageId.parse(beginning + rest.replace('x', 'f')));
  }

  private static boolean isOne(String beginning) {
    for (var at = 0; at < beginning.length(); at++) {
      var hyphen = FORM.charAt(at) == '-';
      if (hyphen != (beginning.charAt(at) == '-')
          || (!hyphen && "0123456789abcdef".indexOf(beginning.charAt(at)) < 0)) {
        return false;
      }
    }
    return true;
  }
}
