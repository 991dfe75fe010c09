package org.juntos.engine.live;

import java.util.ArrayList;
import java.util.List;
import org.juntos.content.ConversationId;
import org.juntos.content.TextRanges;
import org.juntos.content.TextRanges.Mark;
import org.juntos.content.TextRanges.Mention;
import org.juntos.engine.conversation.Participants;
import org.juntos.engine.device.Self;
import org.juntos.engine.model.TextView;
import org.juntos.store.Transaction;
import org.juntos.store.history.Entry;

/// Makes texts as this person reads them: where somebody is named who is in the conversation stands
/// the name that they have here; anybody else's stays as it was written, and names nobody.
record TextReader(Self self, GroupReader names) {
  /// Longer names are cut.
  private static final int LONGEST = 64;

  /// A text and what is said of its parts.
  record Shown(String body, TextRanges ranges) {
    /// As it is shown in passing: nothing hidden is in it.
    String veiled() {
      return ranges.veiled(body);
    }
  }

  Shown shown(Transaction txn, Entry entry) {
    return shown(txn, entry.conversation(), entry.body(), entry.ranges());
  }

  Shown shown(Transaction txn, ConversationId conversation, String body, TextRanges ranges) {
    if (ranges.mentions().isEmpty()) {
      return new Shown(body, ranges);
    }
    var known = ranges.naming(Participants.of(txn, self, conversation));
    var text = new StringBuilder();
    var named = new ArrayList<Mention>();
    var shifts = new ArrayList<Shift>();
    int at = 0;
    for (var mention : known.mentions()) {
      text.append(body, at, mention.start());
      var name = name(txn, mention, body);
      named.add(new Mention(mention.account(), text.length(), name.length()));
      text.append(name);
      shifts.add(new Shift(mention.start(), mention.end(), text.length() - mention.end()));
      at = mention.end();
    }
    text.append(body, at, body.length());
    var marks = known.marks().stream().map(mark -> moved(mark, shifts)).toList();
    return new Shown(text.toString(), new TextRanges(marks, named));
  }

  private String name(Transaction txn, Mention mention, String body) {
    var name = names.name(txn, mention.account()).replaceAll("[\\s\\p{Z}\\p{Cc}\\p{Cf}]+", " ");
    var line = name.strip();
    if (line.isEmpty()) {
      return body.substring(mention.start(), mention.end());
    }
    int points = line.codePointCount(0, line.length());
    int end = points <= LONGEST ? line.length() : line.offsetByCodePoints(0, LONGEST);
    return "@" + line.substring(0, end);
  }

  /// What ends inside of a name ends after it, what begins there begins with it.
  private static Mark moved(Mark mark, List<Shift> shifts) {
    int start = mark.start();
    int end = mark.end();
    int by = 0;
    for (var shift : shifts) {
      if (mark.start() >= shift.end) {
        start = mark.start() + shift.by;
      } else if (mark.start() > shift.start) {
        start = shift.start + by;
      }
      if (mark.end() >= shift.end) {
        end = mark.end() + shift.by;
      } else if (mark.end() > shift.start) {
        end = shift.end + shift.by;
      }
      by = shift.by;
    }
    return new Mark(mark.style(), start, end - start);
  }

  /// A name from `start` to `end` of a text, after which everything stands so much further on.
  private record Shift(int start, int end, int by) {}

  TextView view(Entry entry, Shown shown) {
    var preview = entry.marks().preview();
    return shown.ranges.isEmpty() && preview == null
        ? TextView.PLAIN
        : new TextView(shown.ranges, preview, shown.ranges.names(self.account()));
  }
}
