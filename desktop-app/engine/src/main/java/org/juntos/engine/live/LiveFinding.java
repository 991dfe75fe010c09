package org.juntos.engine.live;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.content.WebLink;
import org.juntos.content.WebLinks;
import org.juntos.engine.finding.Beginnings;
import org.juntos.engine.finding.Understanding;
import org.juntos.engine.finding.Understanding.Meant;
import org.juntos.engine.finding.Understanding.Person;
import org.juntos.engine.model.ConversationView;
import org.juntos.engine.model.Finding;
import org.juntos.engine.model.FoundView;
import org.juntos.engine.problem.Problems;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.store.contact.Contact;
import org.juntos.store.search.Search;
import org.juntos.store.search.Search.Hit;
import org.juntos.store.search.SearchQuery;

/// Finds in the store, a transaction a step.
final class LiveFinding implements Finding {
  private static final int LONGEST_CURSOR = 18;

  private final Store store;
  private final ViewReader views;
  private final ConversationList list;

  LiveFinding(Store store, ViewReader views, ConversationList list) {
    this.store = store;
    this.views = views;
    this.list = list;
  }

  @Override
  public Answer find(Sought sought, String cursor, int limit) {
    return switch (meant(sought)) {
      case Meant.Query(var query) -> page(query, cursor, limit);
      case Meant.Nothing(var problem) -> new Answer.Refused(problem);
    };
  }

  @Override
  public long count(Sought sought, BooleanSupplier wanted) {
    return meant(sought) instanceof Meant.Query(var query) ? count(query, wanted) : 0;
  }

  @Override
  public Answer gallery(ConversationId conversation, Shelf shelf, String cursor, int limit) {
    return page(Understanding.shelf(conversation, shelf), cursor, limit);
  }

  @Override
  public @Nullable Long day(ConversationId conversation, LocalDate day, ZoneId zone) {
    var of =
        hits(Understanding.day(conversation, day, zone, false), Search.NEWEST, Integer.MAX_VALUE);
    if (!of.isEmpty()) {
      return of.getLast().row();
    }
    var before = hits(Understanding.day(conversation, day, zone, true), Search.NEWEST, 1);
    long from = before.isEmpty() ? 0 : before.getFirst().row();
    var next = store.read(txn -> txn.history().after(conversation, from, 1));
    if (next.isEmpty()) {
      return before.isEmpty() ? null : from;
    }
    return next.getFirst().row();
  }

  @Override
  public List<MessageId> named(String beginning) {
    var between = Beginnings.between(beginning);
    return between == null
        ? List.of()
        : store.read(txn -> txn.search().named(between.first(), between.last(), 2));
  }

  private Meant meant(Sought sought) {
    return new Understanding(
            views.self().account(), () -> store.read(this::people), list.conversations().value())
        .of(sought);
  }

  private List<Person> people(Transaction txn) {
    var self = views.self().account();
    return Stream.concat(Stream.of(self), txn.contacts().all().stream().map(Contact::account))
        .map(account -> new Person(account, views.name(txn, account)))
        .toList();
  }

  private Answer page(SearchQuery query, String cursor, int limit) {
    var below = below(cursor);
    if (below == null) {
      return new Answer.Refused(Problems.of("search-cursor-invalid"));
    }
    var hits = hits(query, below, limit + 1);
    var more = hits.size() > limit;
    var shown = more ? hits.subList(0, limit) : hits;
    return store.read(txn ->
        new Answer.Found(
            shown.stream().map(hit -> view(txn, hit, query)).filter(Objects::nonNull).toList(),
            more ? Long.toString(shown.getLast().row()) : "",
            txn.search().unindexed()));
  }

  private List<Hit> hits(SearchQuery query, long below, int limit) {
    var hits = new ArrayList<Hit>();
    for (var next = below; next > 0 && hits.size() < limit; ) {
      var from = next;
      var slice = store.read(txn -> txn.search().look(query, from, limit - hits.size()));
      hits.addAll(slice.found());
      next = slice.next();
    }
    return hits;
  }

  private long count(SearchQuery query, BooleanSupplier wanted) {
    var counted = 0L;
    for (var next = Search.NEWEST; next > 0 && wanted.getAsBoolean(); ) {
      var from = next;
      var step = store.read(txn -> txn.search().count(query, from));
      counted += step.found();
      next = step.next();
    }
    return counted;
  }

  /// Null when it has been deleted since.
  private @Nullable FoundView view(Transaction txn, Hit hit, SearchQuery query) {
    var there = txn.history().before(hit.conversation(), hit.row() + 1, 1);
    if (there.isEmpty() || there.getFirst().row() != hit.row()) {
      return null;
    }
    var entry = views.entry(txn, there.getFirst());
    return new FoundView(
        hit.conversation(),
        where(hit.conversation()),
        entry,
        Marking.of(entry.veiled(), query.words()),
        entry.attachments().stream()
            .map(file -> Marking.of(file.fileName(), query.words()))
            .toList(),
        WebLinks.in(entry.veiled()).stream().map(WebLink::text).toList());
  }

  private String where(ConversationId conversation) {
    return list.conversations().value().stream()
        .filter(one -> one.id().equals(conversation))
        .findFirst()
        .map(LiveFinding::name)
        .orElse("");
  }

  private static String name(ConversationView conversation) {
    return conversation.contact().name();
  }

  private static @Nullable Long below(String cursor) {
    if (cursor.isEmpty()) {
      return Search.NEWEST;
    }
    return cursor.length() <= LONGEST_CURSOR && cursor.chars().allMatch(c -> c >= '0' && c <= '9')
        ? (Long) Long.parseLong(cursor)
        : null;
  }
}
