package org.juntos.store.search;

import java.util.ArrayList;
import java.util.List;

/// A folded text that remembers where its characters come from.
public final class Folded {
  private final String text;
  private final int[] origins;
  private final int length;

  Folded(String text, int[] origins, int length) {
    this.text = text;
    this.origins = origins;
    this.length = length;
  }

  /// Where the original text has `word`, which is folded; marks belong to the letter before them.
  public List<Span> find(String word) {
    var spans = new ArrayList<Span>();
    if (word.isEmpty()) {
      return spans;
    }
    for (var at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) {
      spans.add(new Span(origins[at], end(at + word.length())));
    }
    return spans;
  }

  /// A letter that was taken apart is marked as a whole.
  private int end(int next) {
    var after = next;
    while (after < text.length() && origins[after] == origins[next - 1]) {
      after++;
    }
    return after < text.length() ? origins[after] : length;
  }

  /// Characters of a text from `start` to before `end`.
  public record Span(int start, int end) {}
}
