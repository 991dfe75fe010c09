package org.juntos.store.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.store.db.Counters;
import org.juntos.store.db.Queries;
import org.juntos.store.db.Row;

/// Search window by window: where there is an index it says which entries are worth reading, where
/// there is none all are read. What is found is decided by the entry itself, always.
public final class SqliteSearch implements Search {
  static final String NEWEST_ROW = "entry row";
  static final long STRIDE = 4096;

  /// What one call does at most: about 10 ms.
  private static final int MOST_EFFORT = 10_000;

  private static final int EFFORT_OF_WINDOW = 50;
  private static final int EFFORT_OF_CANDIDATE = 4;

  /// When so many of a window may be it, all are read: in a row, each costs less.
  private static final int MANY = 3;

  private final Queries queries;
  private final Counters counters;
  private final ItemRows items;
  private final IndexedWindows index;

  /// A search that lives in `queries`' transaction.
  public SqliteSearch(Queries queries, Counters counters) {
    this.queries = queries;
    this.counters = counters;
    items = new ItemRows(queries);
    index = new IndexedWindows(queries);
  }

  @Override
  public Slice look(SearchQuery query, long below, int limit) {
    var criteria = criteria(query);
    if (criteria == null) {
      return new Slice(List.of(), 0);
    }
    var looking = new Looking(criteria, limit);
    var found = new ArrayList<Hit>();
    var bound = Math.min(below, newest() + 1);
    while (bound > 0 && looking.goesOn()) {
      var window = Window.of(bound - 1);
      var places = looking.in(window, bound);
      places.forEach(place -> found.add(hit(place)));
      bound = looking.isFull() ? found.getLast().row() : Window.first(window);
    }
    return new Slice(found, bound);
  }

  @Override
  public Count count(SearchQuery query, long below) {
    var criteria = criteria(query);
    if (criteria == null) {
      return new Count(0, 0);
    }
    var looking = new Looking(criteria, Integer.MAX_VALUE);
    var bound = Math.min(below, newest() + 1);
    var found = 0L;
    while (bound > 0 && looking.goesOn()) {
      var window = Window.of(bound - 1);
      found += looking.in(window, bound).size();
      bound = Window.first(window);
    }
    return new Count(found, bound);
  }

  @Override
  public List<MessageId> named(MessageId first, MessageId last, int limit) {
    return queries.list(
        """
        SELECT DISTINCT message FROM entry INDEXED BY entry_by_message
        WHERE message BETWEEN ? AND ? AND kind IN ('MESSAGE', 'DELETED')
        ORDER BY message
        LIMIT ?
        """,
        row -> new MessageId(row.id()),
        first,
        last,
        limit);
  }

  @Override
  public long unindexed() {
    var whole = Window.of(newest());
    return Math.max(0, whole - index.all().size()) * (Window.end(0) / STRIDE);
  }

  private long newest() {
    return counters.value(NEWEST_ROW) * STRIDE;
  }

  /// Null when it names only conversations that are not there.
  private @Nullable Criteria criteria(SearchQuery query) {
    var numbers = new HashSet<Long>();
    for (var conversation : query.in()) {
      numbers.addAll(
          queries.list("SELECT id FROM conversation WHERE uuid = ?", Row::number, conversation));
    }
    return numbers.isEmpty() && !query.in().isEmpty() ? null : criteria(query, numbers);
  }

  private Criteria criteria(SearchQuery query, Set<Long> conversations) {
    return new Criteria(
        query.words(),
        conversations,
        query.from(),
        millis(query.since()),
        millis(query.before()),
        query.has(),
        query.starred() ? new Chosen(items.starred()) : null);
  }

  private static long millis(Instant time) {
    if (time.equals(Instant.MIN) || time.equals(Instant.MAX)) {
      return time.equals(Instant.MIN) ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
    return time.toEpochMilli();
  }

  private Hit hit(long place) {
    var conversation =
        queries.list(
            "SELECT uuid FROM conversation WHERE id = ?", Row::id, Window.conversation(place));
    return new Hit(new ConversationId(conversation.getFirst()), Window.row(place));
  }

  /// One call.
  private final class Looking {
    private final Criteria criteria;
    private final List<List<BitSet>> buckets;
    private int left;
    private int effort;

    Looking(Criteria criteria, int limit) {
      this.criteria = criteria;
      buckets = criteria.buckets();
      left = limit;
    }

    boolean goesOn() {
      return effort < MOST_EFFORT && !isFull();
    }

    boolean isFull() {
      return left <= 0;
    }

    /// Places in a window whose rows are below `bound`, newest first.
    List<Long> in(long window, long bound) {
      effort += EFFORT_OF_WINDOW;
      var chosen = criteria.only();
      if (chosen != null) {
        return chosen(chosen.in(window), bound);
      }
      var known = index.find(window);
      var found = known == null ? read(window, bound) : indexed(known, bound);
      left -= found.size();
      return found;
    }

    /// Those of a few that meet all the rest: no index is needed for them.
    private List<Long> chosen(List<Long> places, long bound) {
      var found = new ArrayList<Long>();
      for (var place : places) {
        if (found.size() < left && Window.row(place) < bound) {
          effort += EFFORT_OF_CANDIDATE;
          found.addAll(meeting(items.at(place, row -> criteria.match(row, items::filesAt))));
        }
      }
      left -= found.size();
      return found;
    }

    private List<Long> indexed(IndexedWindows.Known window, long bound) {
      if (!criteria.mayHave(window.earliest(), window.latest())) {
        return List.of();
      }
      var candidates = index.candidates(window, buckets);
      if (candidates.isEmpty()) {
        return List.of();
      }
      boolean many = candidates.cardinality() > window.entries() / MANY;
      return many && left == Integer.MAX_VALUE
          ? read(window.id(), bound)
          : verified(index.places(window), candidates, bound);
    }

    private List<Long> verified(long[] places, BitSet candidates, long bound) {
      var found = new ArrayList<Long>();
      for (var at = candidates.previousSetBit(places.length - 1);
          at >= 0 && found.size() < left;
          at = candidates.previousSetBit(at - 1)) {
        if (Window.row(places[at]) < bound) {
          effort += EFFORT_OF_CANDIDATE;
          found.addAll(meeting(items.at(places[at], row -> criteria.match(row, items::filesAt))));
        }
      }
      return found;
    }

    private List<Long> read(long window, long bound) {
      var files = items.filesOf(window);
      var read =
          items.of(
              window, row -> criteria.match(row, place -> files.getOrDefault(place, List.of())));
      effort += read.size();
      return meeting(read).stream()
          .filter(place -> Window.row(place) < bound)
          .sorted(Comparator.<Long>comparingLong(Window::row).reversed())
          .limit(left)
          .toList();
    }

    private static List<Long> meeting(List<Long> places) {
      return places.stream().filter(place -> place != Criteria.NONE).toList();
    }
  }
}
