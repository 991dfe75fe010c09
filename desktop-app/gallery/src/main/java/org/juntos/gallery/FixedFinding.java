package org.juntos.gallery;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.engine.model.Finding;

/// Finds the same whatever is looked for.
///
/// @param total how many there are altogether
record FixedFinding(Answer answer, long total) implements Finding {
  static final FixedFinding NOTHING = new FixedFinding(new Answer.Found(List.of(), "", 0), 0);

  @Override
  public Answer find(Sought sought, String cursor, int limit) {
    return answer;
  }

  @Override
  public long count(Sought sought, BooleanSupplier wanted) {
    return total;
  }

  @Override
  public Answer gallery(ConversationId conversation, Shelf shelf, String cursor, int limit) {
    return answer;
  }

  @Override
  public List<MessageId> named(String beginning) {
    return List.of();
  }

  @Override
  public @Nullable Long day(ConversationId conversation, LocalDate day, ZoneId zone) {
    return null;
  }
}
