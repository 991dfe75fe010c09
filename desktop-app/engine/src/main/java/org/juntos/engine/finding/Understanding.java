package org.juntos.engine.finding;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.juntos.content.ConversationId;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.model.ConversationView;
import org.juntos.engine.model.Finding.Shelf;
import org.juntos.engine.model.Finding.Sought;
import org.juntos.engine.problem.Problems;
import org.juntos.store.search.Has;
import org.juntos.store.search.SearchQuery;
import org.juntos.wire.AccountId;

/// Turns what was typed into what the store can look for. Words are all wanted, and so are filters;
/// of several `from:` or `in:` one has to be met.
///
/// @param people everybody who may have written; asked for only when somebody is named
public record Understanding(
    AccountId self, Supplier<List<Person>> people, List<ConversationView> conversations) {
  private static final String ME = "me";

  /// Somebody who writes.
  public record Person(AccountId account, String name) {}

  /// What it means, or why it means nothing.
  public sealed interface Meant {
    record Query(SearchQuery query) implements Meant {}

    record Nothing(Problem problem) implements Meant {}
  }

  /// What a shelf of a gallery holds.
  public static SearchQuery shelf(ConversationId conversation, Shelf shelf) {
    var has =
        switch (shelf) {
          case MEDIA -> Set.of(Has.IMAGE, Has.VIDEO);
          case FILES -> Set.of(Has.FILE, Has.AUDIO);
          case LINKS -> Set.of(Has.LINK);
        };
    return new SearchQuery(
        List.of(), Set.of(conversation), Set.of(), Instant.MIN, Instant.MAX, List.of(has));
  }

  /// What was sent in a conversation from a day's first moment on, and on that day only, or before
  /// it.
  public static SearchQuery day(
      ConversationId conversation, LocalDate date, ZoneId zone, boolean before) {
    var day = Day.of(date, zone);
    return new SearchQuery(
        List.of(),
        Set.of(conversation),
        Set.of(),
        before ? Instant.MIN : day.begins(),
        before ? day.begins() : day.ends(),
        List.of());
  }

  public Meant of(Sought sought) {
    var typed = Typed.of(sought.text());
    try {
      var query =
          new SearchQuery(
              typed.words(),
              in(typed, sought),
              from(typed),
              since(typed, sought.zone()),
              before(typed, sought.zone()),
              has(typed));
      var asksNothing = query.words().isEmpty() && typed.filters().isEmpty();
      if (asksNothing) {
        return nothing("search-empty");
      }
      return new Meant.Query(isStarred(typed) ? query.onlyStarred() : query);
    } catch (NotUnderstood e) {
      return nothing(e.code);
    }
  }

  private static Meant nothing(String code) {
    return new Meant.Nothing(Problems.of(code));
  }

  private Set<ConversationId> in(Typed typed, Sought sought) throws NotUnderstood {
    var within = sought.within();
    if (within != null) {
      return Set.of(within);
    }
    var meant = new HashSet<ConversationId>();
    for (var name : typed.values("in")) {
      meant.addAll(
          Names.meant(conversations, name, one -> one.contact().name(), ConversationView::id));
    }
    return known(meant, typed, "in", "search-conversation-unknown");
  }

  private Set<AccountId> from(Typed typed) throws NotUnderstood {
    var meant = new HashSet<AccountId>();
    for (var name : typed.values("from")) {
      if (name.toLowerCase(Locale.ROOT).equals(ME)) {
        meant.add(self);
      } else {
        meant.addAll(Names.meant(people.get(), name, Person::name, Person::account));
      }
    }
    return known(meant, typed, "from", "search-person-unknown");
  }

  private static <T> Set<T> known(Set<T> meant, Typed typed, String filter, String code)
      throws NotUnderstood {
    if (meant.isEmpty() && !typed.values(filter).isEmpty()) {
      throw new NotUnderstood(code);
    }
    return meant;
  }

  private static Instant since(Typed typed, ZoneId zone) throws NotUnderstood {
    var since = Instant.MIN;
    for (var after : days(typed, "after", zone)) {
      since = later(since, after.ends());
    }
    for (var on : days(typed, "on", zone)) {
      since = later(since, on.begins());
    }
    return since;
  }

  private static Instant before(Typed typed, ZoneId zone) throws NotUnderstood {
    var before = Instant.MAX;
    for (var day : days(typed, "before", zone)) {
      before = earlier(before, day.begins());
    }
    for (var on : days(typed, "on", zone)) {
      before = earlier(before, on.ends());
    }
    return before;
  }

  private static List<Day> days(Typed typed, String filter, ZoneId zone) throws NotUnderstood {
    var days = new ArrayList<Day>();
    for (var value : typed.values(filter)) {
      var day = Day.parse(value, zone);
      if (day == null) {
        throw new NotUnderstood("search-date-invalid");
      }
      days.add(day);
    }
    return days;
  }

  private static List<Set<Has>> has(Typed typed) throws NotUnderstood {
    var has = new ArrayList<Set<Has>>();
    for (var value : typed.values("has")) {
      has.add(Set.of(kind(value.toLowerCase(Locale.ROOT))));
    }
    return has;
  }

  private static boolean isStarred(Typed typed) throws NotUnderstood {
    for (var value : typed.values("is")) {
      if (!value.toLowerCase(Locale.ROOT).equals("starred")) {
        throw new NotUnderstood("search-is-unknown");
      }
    }
    return !typed.values("is").isEmpty();
  }

  private static Has kind(String value) throws NotUnderstood {
    return switch (value) {
      case "image", "picture", "photo" -> Has.IMAGE;
      case "video" -> Has.VIDEO;
      case "audio" -> Has.AUDIO;
      case "voice" -> Has.VOICE;
      case "file", "document" -> Has.FILE;
      case "link" -> Has.LINK;
      case "poll" -> Has.POLL;
      case "location", "place" -> Has.LOCATION;
      case "contact" -> Has.CONTACT;
      default -> throw new NotUnderstood("search-has-unknown");
    };
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /// A filter has a value that says nothing.
  private static final class NotUnderstood extends Exception {
    private static final long serialVersionUID = 1;
    private final String code;

    NotUnderstood(String code) {
      super(code);
      this.code = code;
    }
  }
}
