package org.juntos.ui.fake;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.engine.model.Finding;
import org.juntos.engine.model.FoundView;

/// Finds what the test has put there, by pages of two, whatever is looked for.
public final class FakeFinding implements Finding {
  public final List<FoundView> all = new ArrayList<>();
  public final List<String> asked = new ArrayList<>();
  public @Nullable Answer next;
  public @Nullable Long day;

  @Override
  public Answer find(Sought sought, String cursor, int limit) {
    asked.add(sought.text() + "@" + cursor);
    var prepared = next;
    next = null;
    return prepared == null ? page(cursor) : prepared;
  }

  @Override
  public long count(Sought sought, BooleanSupplier wanted) {
    return all.size();
  }

  @Override
  public Answer gallery(ConversationId conversation, Shelf shelf, String cursor, int limit) {
    asked.add(shelf + "@" + cursor);
    return page(cursor);
  }

  @Override
  public List<MessageId> named(String beginning) {
    return List.of();
  }

  @Override
  public @Nullable Long day(ConversationId conversation, LocalDate date, ZoneId zone) {
    asked.add("day " + date);
    return day;
  }

  private Answer page(String cursor) {
    var from = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
    var end = Math.min(all.size(), from + 2);
    return new Answer.Found(
        all.subList(from, end), end < all.size() ? Integer.toString(end) : "", 0);
  }
}
