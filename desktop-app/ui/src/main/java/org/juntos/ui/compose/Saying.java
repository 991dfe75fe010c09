package org.juntos.ui.compose;

import java.util.ArrayList;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import org.juntos.content.TextRanges;
import org.juntos.content.TextRanges.Mention;
import org.juntos.content.TextRanges.Style;
import org.juntos.engine.model.GroupView;
import org.juntos.ui.control.SafeText;

/// What is said of parts of the text that is being written: it stays with its letters, whatever is
/// written around them.
final class Saying {
  private static final int LONGEST_NAME = 64;

  private final StringProperty text;
  private final ReadOnlyObjectWrapper<TextRanges> ranges =
      new ReadOnlyObjectWrapper<>(TextRanges.NONE);

  Saying(StringProperty text) {
    this.text = text;
    text.subscribe((before, now) -> ranges.set(ranges.get().following(before, now)));
  }

  ReadOnlyObjectProperty<TextRanges> ranges() {
    return ranges.getReadOnlyProperty();
  }

  TextRanges now() {
    return ranges.get();
  }

  /// Another text, of whose parts this is said.
  void set(String body, TextRanges said) {
    text.set(body);
    ranges.set(said.fit(body) ? said : TextRanges.NONE);
  }

  /// Gives a part a style, or takes it away where all of it has that.
  void toggle(Style style, int from, int to) {
    int start = from;
    int end = to;
    while (end > start && Character.isWhitespace(text.get().charAt(end - 1))) {
      end--;
    }
    while (start < end && Character.isWhitespace(text.get().charAt(start))) {
      start++;
    }
    if (start == end) {
      return;
    }
    var before = ranges.get();
    var now =
        before.has(style, start, end)
            ? before.unmarked(style, start, end)
            : before.marked(style, start, end);
    ranges.set(now.fit(text.get()) ? now : before);
  }

  /// Names somebody in place of a part of the text.
  ///
  /// @return where the text goes on
  int name(GroupView.Member member, int from, int to) {
    var name = SafeText.line(SafeText.name(member.name()), LONGEST_NAME);
    var words = "@" + name;
    var body = text.get();
    boolean space = to < body.length() && body.charAt(to) == ' ';
    text.set(body.substring(0, from) + words + (space ? "" : " ") + body.substring(to));
    var mentions = new ArrayList<>(ranges.get().mentions());
    if (mentions.size() < TextRanges.MOST_MENTIONS) {
      mentions.add(new Mention(member.account(), from, words.length()));
      ranges.set(new TextRanges(ranges.get().marks(), mentions));
    }
    return from + words.length() + 1;
  }
}
