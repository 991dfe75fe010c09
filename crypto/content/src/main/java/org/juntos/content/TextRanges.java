package org.juntos.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.function.Predicate;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// What is said of parts of a text: how they look, and whom they name. The text itself is plain and
/// says the same without them.
///
/// Ranges count UTF-16 code units, as Java's strings do, and do not cut a surrogate pair.
///
/// @param marks at most [#MOST_MARKS], in the order of their starts; two of one style do not
///   overlap, so that each letter has a style or has it not
/// @param mentions at most [#MOST_MENTIONS], in the order of their starts; none overlaps another
public record TextRanges(List<Mark> marks, List<Mention> mentions) {
  /// Most marks of one text.
  public static final int MOST_MARKS = 512;

  /// Most mentions of one text.
  public static final int MOST_MENTIONS = 100;

  private static final String VEIL = "▒▒▒▒▒";

  private static final Comparator<Mark> IN_ORDER =
      Comparator.comparingInt(Mark::start).thenComparing(Mark::style);

  /// Nothing is said.
  public static final TextRanges NONE = new TextRanges(List.of(), List.of());

  public TextRanges {
    marks = marks.stream().sorted(IN_ORDER).toList();
    mentions = mentions.stream().sorted(Comparator.comparingInt(Mention::start)).toList();
    if (marks.size() > MOST_MARKS || mentions.size() > MOST_MENTIONS) {
      throw new IllegalArgumentException("at most 512 marks and 100 mentions");
    }
    refuseOverlap(marks);
    for (int index = 1; index < mentions.size(); index++) {
      if (mentions.get(index).start() < mentions.get(index - 1).end()) {
        throw new IllegalArgumentException("mentions that overlap");
      }
    }
  }

  private static void refuseOverlap(List<Mark> marks) {
    var ends = new EnumMap<Style, Integer>(Style.class);
    for (var mark : marks) {
      var before = ends.put(mark.style, mark.end());
      if (before != null && mark.start < before) {
        throw new IllegalArgumentException("marks of one style that overlap");
      }
    }
  }

  /// Reads what [#bytes] wrote.
  ///
  /// @throws IllegalStateException when it did not
  public static TextRanges of(Bytes bytes) {
    return bytes.isEmpty() ? NONE : TextFields.read(bytes);
  }

  /// For a row of the store; empty when nothing is said.
  public Bytes bytes() {
    return isEmpty() ? Bytes.EMPTY : TextFields.write(this);
  }

  /// Whether nothing is said.
  public boolean isEmpty() {
    return marks.isEmpty() && mentions.isEmpty();
  }

  /// The same of a text, `body`, that it is known to fit.
  ///
  /// @throws IllegalArgumentException when a range leaves the text, cuts a character, or names
  ///   somebody where there is no name
  public TextRanges in(String body) {
    marks.forEach(mark -> refuse(body, mark.start, mark.end()));
    for (var mention : mentions) {
      refuse(body, mention.start, mention.end());
      Mention.refuseName(body.substring(mention.start, mention.end()));
    }
    return this;
  }

  /// Whether they are of a text.
  public boolean fit(String body) {
    try {
      in(body);
      return true;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static void refuse(String body, int start, int end) {
    if (end > body.length()) {
      throw new IllegalArgumentException("a range beyond the text");
    }
    if (isInsidePair(body, start) || isInsidePair(body, end)) {
      throw new IllegalArgumentException("a range that cuts a character");
    }
  }

  private static boolean isInsidePair(String body, int at) {
    return at > 0
        && at < body.length()
        && Character.isLowSurrogate(body.charAt(at))
        && Character.isHighSurrogate(body.charAt(at - 1));
  }

  /// Whether somebody is named.
  public boolean names(AccountId account) {
    return mentions.stream().anyMatch(mention -> mention.account.equals(account));
  }

  /// The same without those whom `known` does not hold.
  public TextRanges naming(Predicate<AccountId> known) {
    var left = mentions.stream().filter(mention -> known.test(mention.account)).toList();
    return left.size() == mentions.size() ? this : new TextRanges(marks, left);
  }

  /// Marks as they are after a change of style of one part: those of the style that overlap or
  /// touch become one.
  public TextRanges marked(Style style, int start, int end) {
    int from = start;
    int to = end;
    var left = new ArrayList<Mark>();
    for (var mark : marks) {
      if (mark.style == style && mark.start <= to && mark.end() >= from) {
        from = Math.min(from, mark.start);
        to = Math.max(to, mark.end());
      } else {
        left.add(mark);
      }
    }
    left.add(new Mark(style, from, to - from));
    return new TextRanges(left, mentions);
  }

  /// The same where a part has a style no more.
  public TextRanges unmarked(Style style, int start, int end) {
    var left = new ArrayList<Mark>();
    for (var mark : marks) {
      if (mark.style != style || mark.end() <= start || mark.start >= end) {
        left.add(mark);
        continue;
      }
      if (mark.start < start) {
        left.add(new Mark(style, mark.start, start - mark.start));
      }
      if (mark.end() > end) {
        left.add(new Mark(style, end, mark.end() - end));
      }
    }
    return new TextRanges(left, mentions);
  }

  /// Whether all of a part has a style.
  public boolean has(Style style, int start, int end) {
    int at = start;
    for (var mark : marks) {
      if (mark.style == style && mark.start <= at && mark.end() > at) {
        at = mark.end();
      }
    }
    return at >= end && end > start;
  }

  /// What is hidden is not to be seen in `body`: in its place stands the same, however long it is.
  public String veiled(String body) {
    var veiled = new StringBuilder();
    int at = 0;
    for (var mark : marks) {
      if (mark.style == Style.SPOILER && mark.end() <= body.length() && mark.start >= at) {
        veiled.append(body, at, mark.start).append(VEIL);
        at = mark.end();
      }
    }
    return at == 0 ? body : veiled.append(body, at, body.length()).toString();
  }

  /// The same after text was replaced: what was said of letters that are still there stays with
  /// them.
  ///
  /// @param at where the replaced part begins
  /// @param removed its length
  /// @param added the length of what stands there now
  public TextRanges replaced(int at, int removed, int added) {
    var moved = new Moved(at, removed, added);
    var nowMarked = new ArrayList<Mark>();
    for (var mark : marks) {
      int start = moved.start(mark.start);
      int end = moved.end(mark.end());
      if (end > start) {
        nowMarked.add(new Mark(mark.style, start, end - start));
      }
    }
    var named =
        mentions.stream()
            .filter(one -> one.end() <= at || one.start >= at + removed)
            .map(one -> new Mention(one.account, moved.start(one.start), one.length))
            .toList();
    return new TextRanges(joined(nowMarked), named);
  }

  /// The same when `before` has become `after`: what is alike at both ends has stayed.
  public TextRanges following(String before, String after) {
    int most = Math.min(before.length(), after.length());
    int start = 0;
    while (start < most && before.charAt(start) == after.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < most - start
        && before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
      end++;
    }
    var now = replaced(start, before.length() - start - end, after.length() - start - end);
    return now.fit(after) ? now : now.fitting(after); // half a character was changed
  }

  private TextRanges fitting(String body) {
    return new TextRanges(
        marks.stream().filter(one -> new TextRanges(List.of(one), List.of()).fit(body)).toList(),
        mentions.stream()
            .filter(one -> new TextRanges(List.of(), List.of(one)).fit(body))
            .toList());
  }

  /// Marks of one style that have come to touch are one.
  private static List<Mark> joined(List<Mark> marks) {
    var last = new EnumMap<Style, Mark>(Style.class);
    var joined = new ArrayList<Mark>();
    for (var mark : marks.stream().sorted(IN_ORDER).toList()) {
      var before = last.get(mark.style);
      var now = mark;
      if (before != null && mark.start <= before.end()) {
        joined.remove(before);
        int end = Math.max(before.end(), mark.end());
        now = new Mark(mark.style, before.start, end - before.start);
      }
      joined.add(now);
      last.put(mark.style, now);
    }
    return joined;
  }

  private record Moved(int at, int removed, int added) {
    /// What is written right before a range does not become a part of it.
    int start(int position) {
      if (position < at) {
        return position;
      }
      return position >= at + removed ? position + added - removed : at + added;
    }

    /// What is written right after a range, or at its end, does not either.
    int end(int position) {
      if (position <= at) {
        return position;
      }
      return position >= at + removed ? position + added - removed : at;
    }
  }

  /// How a part looks.
  public enum Style {
    BOLD,
    ITALIC,
    STRIKE,
    CODE,
    /// Hidden until the reader wants to see it.
    SPOILER
  }

  /// A part that looks different.
  public record Mark(Style style, int start, int length) {
    public Mark {
      requireRange(start, length);
    }

    /// Where it is over.
    public int end() {
      return start + length;
    }
  }

  /// A part that names somebody. Readers see their own name of that account there; the text itself
  /// is what is left where they do not know it.
  public record Mention(AccountId account, int start, int length) {
    /// Longest name with its @.
    public static final int LONGEST = 128;

    public Mention {
      requireRange(start, length);
    }

    /// Where it is over.
    public int end() {
      return start + length;
    }

    private static void refuseName(String name) {
      if (name.length() < 2 || name.length() > LONGEST || name.charAt(0) != '@') {
        throw new IllegalArgumentException("a mention is a name after @");
      }
      if (name.codePoints().anyMatch(point -> point == '\n' || Character.isISOControl(point))) {
        throw new IllegalArgumentException("a mention is on one line");
      }
    }
  }

  private static void requireRange(int start, int length) {
    if (start < 0 || length < 1 || start > Integer.MAX_VALUE - length) {
      throw new IllegalArgumentException("no range: " + start + ", " + length);
    }
  }
}
