package org.juntos.cli;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.Finding;
import org.juntos.engine.model.FoundView;

/// Finds what was said to whoever is the one contact, and notes what it was asked.
record MemoryFinding(MemoryProfile profile) implements Finding {
  @Override
  public Answer find(Sought sought, String cursor, int limit) {
    profile.sought.add(sought + " " + cursor + " " + limit);
    if (sought.text().contains("has:\"wings\"")) {
      return new Answer.Refused(
          Problem.local("search-has-unknown", "This cannot be looked for.", "Look for others."));
    }
    var all = profile.before(Long.MAX_VALUE, 100).reversed();
    var from = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
    var end = Math.min(all.size(), from + limit);
    return new Answer.Found(
        all.subList(from, end).stream().map(MemoryFinding::found).toList(),
        end < all.size() ? Integer.toString(end) : "",
        0);
  }

  private static FoundView found(EntryView entry) {
    return new FoundView(
        new ConversationId(new UUID(0, 7)),
        "Ben\u0007",
        entry,
        List.of(new FoundView.Mark(0, Math.min(2, entry.body().length()))),
        List.of(),
        entry.body().contains("//") ? List.of(entry.body()) : List.of());
  }

  @Override
  public long count(Sought sought, BooleanSupplier wanted) {
    return profile.before(Long.MAX_VALUE, 100).size();
  }

  @Override
  public Answer gallery(ConversationId conversation, Shelf shelf, String cursor, int limit) {
    return find(new Sought("shelf " + shelf, ZoneId.of("UTC"), conversation), cursor, limit);
  }

  @Override
  public List<MessageId> named(String beginning) {
    return profile.before(Long.MAX_VALUE, 100).stream()
        .map(EntryView::id)
        .filter(id -> id.toString().startsWith(beginning))
        .toList();
  }

  @Override
  public @Nullable Long day(ConversationId conversation, LocalDate day, ZoneId zone) {
    return null;
  }
}
