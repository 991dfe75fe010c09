package org.juntos.store.search;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.juntos.content.WebLinks;
import org.juntos.store.db.Row;
import org.juntos.store.search.Item.NamedFile;
import org.juntos.wire.AccountId;

/// What an entry has to meet, in the terms of this store.
///
/// @param conversations local numbers; empty for all
/// @param only entries that it may be; null for all
record Criteria(
    List<String> words,
    Set<Long> conversations,
    Set<AccountId> authors,
    long since,
    long before,
    List<Set<Has>> has,
    @Nullable Chosen only) {
  /// Stands for the place of an entry that does not meet it.
  static final long NONE = 0;

  /// More are not looked up in the index: reading the entries is quicker then.
  private static final int MOST_ALTERNATIVES = 32;

  /// The place of an entry, or [#NONE].
  ///
  /// @param row place, time of sending, body, author
  /// @param files those of the entry at a place
  long match(Row row, LongFunction<List<NamedFile>> files) throws SQLException {
    var place = row.number();
    if (!isWithin(row.number()) || !isIn(Window.conversation(place))) {
      return NONE;
    }
    var body = row.text();
    return hasWords(body, place, files) && hasAll(body, place, files) && isFrom(row) ? place : NONE;
  }

  boolean mayHave(long earliest, long latest) {
    return latest >= since && earliest < before;
  }

  /// Of each list, an entry lies in all buckets of one.
  List<List<BitSet>> buckets() {
    var all = new ArrayList<List<BitSet>>();
    words.forEach(word -> all.add(List.of(Buckets.ofWord(word))));
    has.forEach(kinds -> all.add(kinds.stream().map(Criteria::bucketsOf).toList()));
    all.add(authors.stream().map(Criteria::bucketsOf).toList());
    all.add(conversations.stream().map(Criteria::bucketsOf).toList());
    all.removeIf(alternatives -> alternatives.isEmpty() || alternatives.size() > MOST_ALTERNATIVES);
    return all;
  }

  private boolean isWithin(long sentAt) {
    return sentAt >= since && sentAt < before;
  }

  private boolean isIn(long conversation) {
    return conversations.isEmpty() || conversations.contains(conversation);
  }

  private boolean isFrom(Row row) throws SQLException {
    return authors.isEmpty() || authors.contains(row.account());
  }

  private boolean hasWords(String body, long place, LongFunction<List<NamedFile>> files) {
    if (words.isEmpty()) {
      return true;
    }
    var folded = Folding.fold(body);
    var missing = words.stream().filter(word -> !folded.contains(word)).toList();
    if (missing.isEmpty()) {
      return true;
    }
    var names = files.apply(place).stream().map(file -> Folding.fold(file.name())).toList();
    return missing.stream().allMatch(word -> names.stream().anyMatch(name -> name.contains(word)));
  }

  private boolean hasAll(String body, long place, LongFunction<List<NamedFile>> files) {
    return has.stream().allMatch(kinds -> hasOne(kinds, body, place, files));
  }

  private static boolean hasOne(
      Set<Has> kinds, String body, long place, LongFunction<List<NamedFile>> files) {
    return (kinds.contains(Has.LINK) && WebLinks.any(body))
        || files.apply(place).stream().anyMatch(file -> kinds.contains(file.kind()));
  }

  private static BitSet bucketsOf(Has what) {
    var buckets = new BitSet();
    Buckets.addHas(buckets, what);
    return buckets;
  }

  private static BitSet bucketsOf(AccountId author) {
    var buckets = new BitSet();
    Buckets.addAuthor(buckets, author);
    return buckets;
  }

  private static BitSet bucketsOf(long conversation) {
    var buckets = new BitSet();
    Buckets.addConversation(buckets, conversation);
    return buckets;
  }
}
