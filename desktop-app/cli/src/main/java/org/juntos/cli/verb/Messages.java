package org.juntos.cli.verb;

import java.util.Locale;
import java.util.regex.Pattern;
import org.juntos.content.MessageId;

/// Finds the message that somebody means: by its id, or the unambiguous beginning of it.
final class Messages {
  private static final int SHORTEST = 4;
  private static final int BRIEF = 8;
  private static final Pattern WHOLE =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
  private static final Pattern BEGINNING = Pattern.compile("[\\p{XDigit}-]{" + SHORTEST + ",36}");

  private Messages() {}

  /// As much of an id as is shown to people.
  static String brief(MessageId id) {
    return id.toString().substring(0, BRIEF);
  }

  /// @param wanted a whole id, or at least 4 characters of one; the engine says whether there is a
  ///   message of a whole one
  static MessageId find(Desk desk, String wanted) throws Refusal {
    var id = wanted.strip().toLowerCase(Locale.ROOT);
    if (WHOLE.matcher(id).matches()) {
      return MessageId.parse(id);
    }
    if (!BEGINNING.matcher(id).matches()) {
      throw Refusal.of(
          "message-unknown",
          "This is not the id of a message.",
          "Give 4 characters of it or more, as history shows them.");
    }
    desk.ready();
    var found = desk.models().finding().named(id);
    if (found.isEmpty()) {
      throw unknown();
    }
    if (found.size() > 1) {
      throw Refusal.of(
          "message-ambiguous",
          "The ids of several messages begin with " + id + ".",
          "Give more of it; --json shows whole ids.");
    }
    return found.getFirst();
  }

  static Refusal unknown() {
    return Refusal.of(
        "message-unknown", "There is no such message.", "The command history shows ids.");
  }
}
