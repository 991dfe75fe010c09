package org.juntos.store.search;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.juntos.content.ConversationId;
import org.juntos.wire.AccountId;

/// What is looked for: entries with all of the words that meet all of the conditions.
///
/// @param words in the text or in the name of a file; folded here
/// @param in empty for all conversations
/// @param from empty for everybody
/// @param since the earliest time that they may be sent at
/// @param before the first time that is too late
/// @param has of each set they have at least one
/// @param starred only those that the person has starred
public record SearchQuery(
    List<String> words,
    Set<ConversationId> in,
    Set<AccountId> from,
    Instant since,
    Instant before,
    List<Set<Has>> has,
    boolean starred) {
  public SearchQuery {
    words = words.stream().map(Folding::fold).filter(word -> !word.isBlank()).toList();
    in = Set.copyOf(in);
    from = Set.copyOf(from);
    has = has.stream().map(Set::copyOf).toList();
  }

  /// Whether they are starred makes no difference.
  public SearchQuery(
      List<String> words,
      Set<ConversationId> in,
      Set<AccountId> from,
      Instant since,
      Instant before,
      List<Set<Has>> has) {
    this(words, in, from, since, before, has, false);
  }

  /// Entries with all of the words.
  public static SearchQuery words(String... words) {
    return new SearchQuery(List.of(words), Set.of(), Set.of(), Instant.MIN, Instant.MAX, List.of());
  }

  /// The same of those only that are starred.
  public SearchQuery onlyStarred() {
    return new SearchQuery(words, in, from, since, before, has, true);
  }

  /// Whether everything meets it.
  public boolean isEmpty() {
    return words.isEmpty()
        && in.isEmpty()
        && from.isEmpty()
        && has.isEmpty()
        && !starred
        && since.equals(Instant.MIN)
        && before.equals(Instant.MAX);
  }
}
