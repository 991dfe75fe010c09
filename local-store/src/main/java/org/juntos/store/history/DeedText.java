package org.juntos.store.history;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.juntos.content.MessageChange;
import org.juntos.content.MessageChange.Counted;
import org.juntos.content.MessageChange.Deed;
import org.juntos.content.MessageId;
import org.juntos.content.TextRanges;
import org.juntos.wire.AccountId;

/// What is done to a message, as the text of its row.
final class DeedText {
  private static final String PINNED = "pinned";

  private DeedText() {}

  static String of(Deed deed) {
    return switch (deed) {
      case Deed.Reaction(var emoji) -> emoji;
      case Deed.Edit(var body, _) -> body;
      case Deed.Deletion deletion -> Long.toString(deletion.sentAt().toEpochMilli());
      case Deed.Forgotten() -> "";
      case Deed.Pin(var pinned) -> pinned ? PINNED : "";
      case Deed.Vote(var options) ->
          options.stream().map(String::valueOf).collect(Collectors.joining(","));
      case Deed.Close(var votes) ->
          votes.stream().map(DeedText::of).collect(Collectors.joining(","));
    };
  }

  /// What is said of parts of that text.
  static TextRanges ranges(Deed deed) {
    return deed instanceof Deed.Edit(_, var ranges) ? ranges : TextRanges.NONE;
  }

  private static String of(Counted one) {
    return one.voter() + "/" + one.vote();
  }

  /// @param numbers of what a deletion takes along
  static Deed read(StoredChange change, List<MessageChange.Numbered> numbers) {
    return switch (change.kind()) {
      case REACTION -> new Deed.Reaction(change.text());
      case EDIT -> new Deed.Edit(change.text(), change.ranges());
      case DELETION ->
          new Deed.Deletion(Instant.ofEpochMilli(Long.parseLong(change.text())), numbers);
      case FORGOTTEN -> new Deed.Forgotten();
      case PIN -> new Deed.Pin(isPinned(change.text()));
      case VOTE -> new Deed.Vote(options(change.text()));
      case CLOSE -> new Deed.Close(counted(change.text()));
    };
  }

  /// Whether the text of a pin says that it is one, and not that it is taken off.
  static boolean isPinned(String text) {
    return text.equals(PINNED);
  }

  /// What the text of a vote chooses.
  static List<Integer> options(String text) {
    return parts(text).map(Integer::valueOf).toList();
  }

  /// The votes that the text of a close names.
  static List<Counted> counted(String text) {
    return parts(text)
        .map(part -> part.split("/", 2))
        .map(pair -> new Counted(AccountId.parse(pair[0]), MessageId.parse(pair[1])))
        .toList();
  }

  private static Stream<String> parts(String text) {
    return text.isEmpty() ? Stream.of() : Arrays.stream(text.split(",", -1));
  }
}
