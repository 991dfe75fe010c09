package org.juntos.engine.live;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.juntos.engine.model.FoundView.Mark;
import org.juntos.store.search.Folded;
import org.juntos.store.search.Folding;

/// Says what of a text matches.
final class Marking {
  private Marking() {}

  /// Those that overlap or touch become one.
  ///
  /// @param words folded
  static List<Mark> of(String text, List<String> words) {
    if (words.isEmpty()) {
      return List.of();
    }
    var folded = Folding.folded(text);
    var marks = new ArrayList<Mark>();
    words.stream()
        .flatMap(word -> folded.find(word).stream())
        .sorted(Comparator.comparingInt(Folded.Span::start))
        .forEach(span -> add(marks, span));
    return marks;
  }

  private static void add(List<Mark> marks, Folded.Span span) {
    var last = marks.isEmpty() ? null : marks.getLast();
    if (last != null && span.start() <= last.end()) {
      marks.set(marks.size() - 1, new Mark(last.start(), Math.max(last.end(), span.end())));
    } else {
      marks.add(new Mark(span.start(), span.end()));
    }
  }
}
