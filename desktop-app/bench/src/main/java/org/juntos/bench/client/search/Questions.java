package org.juntos.bench.client.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.juntos.content.ConversationId;
import org.juntos.store.Store;
import org.juntos.store.history.Entry;
import org.juntos.store.search.Folding;
import org.juntos.store.search.Has;
import org.juntos.store.search.Search;
import org.juntos.store.search.SearchQuery;
import org.juntos.wire.AccountId;

/// Asks as the engine does, and by reading everything.
final class Questions {
  private static final int PAGE = 50;
  private static final int READ = 5_000;

  private final Store store;

  Questions(Store store) {
    this.store = store;
  }

  /// Some with filters.
  static List<SearchQuery> some(
      int count, RandomGenerator random, Vocabulary words, LongHistory history) {
    var queries = new ArrayList<SearchQuery>();
    while (queries.size() < count) {
      var person = random.nextInt(LongHistory.PEOPLE);
      var in =
          random.nextInt(6) == 0
              ? Set.of(history.conversations().get(person))
              : Set.<ConversationId>of();
      var from = random.nextInt(6) == 0 ? Set.of(history.person(person)) : Set.<AccountId>of();
      var has = random.nextInt(8) == 0 ? List.of(Set.of(Has.LINK)) : List.<Set<Has>>of();
      queries.add(new SearchQuery(words.needle(), in, from, Instant.MIN, Instant.MAX, has));
    }
    return queries;
  }

  /// How many there are on the first page.
  int firstPage(SearchQuery query) {
    var found = 0;
    for (var below = Search.NEWEST; below > 0 && found <= PAGE; ) {
      var from = below;
      var left = PAGE + 1 - found;
      var slice = store.read(txn -> txn.search().look(query, from, left));
      found += slice.found().size();
      below = slice.next();
    }
    return found;
  }

  long count(SearchQuery query) {
    var counted = 0L;
    for (var below = Search.NEWEST; below > 0; ) {
      var from = below;
      var step = store.read(txn -> txn.search().count(query, from));
      counted += step.found();
      below = step.next();
    }
    return counted;
  }

  /// The counts of all of them by reading every message once.
  long[] readingEverything(List<SearchQuery> queries, List<ConversationId> conversations) {
    var counts = new long[queries.size()];
    for (var conversation : conversations) {
      for (var page = page(conversation, 0); !page.isEmpty(); ) {
        page.forEach(entry -> add(counts, queries, entry));
        page = page(conversation, page.getLast().row());
      }
    }
    return counts;
  }

  private List<Entry> page(ConversationId conversation, long after) {
    return store.read(txn -> txn.history().after(conversation, after, READ));
  }

  private static void add(long[] counts, List<SearchQuery> queries, Entry entry) {
    var texts = new ArrayList<String>();
    texts.add(Folding.fold(entry.body()));
    entry.attachments().forEach(file -> texts.add(Folding.fold(file.attachment().fileName())));
    for (var i = 0; i < counts.length; i++) {
      if (meets(queries.get(i), entry, texts)) {
        counts[i]++;
      }
    }
  }

  private static boolean meets(SearchQuery query, Entry entry, List<String> texts) {
    return query.words().stream().allMatch(word -> texts.stream().anyMatch(t -> t.contains(word)))
        && (query.in().isEmpty() || query.in().contains(entry.conversation()))
        && (query.from().isEmpty() || query.from().contains(entry.author().account()))
        && (query.has().isEmpty() || entry.body().contains("https://"));
  }
}
