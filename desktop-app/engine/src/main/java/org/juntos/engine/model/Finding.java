package org.juntos.engine.model;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.Problem;

/// Finds messages in all history. Everything here blocks on the store, a little at a time: sending
/// and receiving go on beside it.
public interface Finding {
  /// Where one begins to look: at the newest.
  String NEWEST = "";

  /// Up to `limit` messages, newest first.
  ///
  /// @param cursor [#NEWEST], or where the answer before said to go on; whatever comes meanwhile,
  ///   no message is in two pages
  Answer find(Sought sought, String cursor, int limit);

  /// How many there are altogether, by reading every one that may be it.
  ///
  /// @param wanted asked between steps; counting ends when it says no, with what was counted so far
  long count(Sought sought, BooleanSupplier wanted);

  /// The media, files or links of a conversation, newest first; otherwise as [#find].
  Answer gallery(ConversationId conversation, Shelf shelf, String cursor, int limit);

  /// The row of the first message of a day in a conversation, of the next one after it when there
  /// is none that day, else of the last one before; null when there is no message.
  @Nullable Long day(ConversationId conversation, LocalDate day, ZoneId zone);

  /// Messages whose ids begin so: two at most, which is enough to say that it is ambiguous.
  ///
  /// @param beginning of an id as text, in small letters; nothing is found when it is none
  List<MessageId> named(String beginning);

  /// What the person looks for.
  ///
  /// @param text words, quoted phrases and filters (`from:` `in:` `before:` `after:` `on:` `has:`
  ///   `is:`), as typed
  /// @param zone in which their days begin
  /// @param within only this conversation; null for all
  record Sought(String text, ZoneId zone, @Nullable ConversationId within) {}

  /// What a gallery shows.
  enum Shelf {
    MEDIA,
    FILES,
    LINKS
  }

  /// What came of looking.
  sealed interface Answer {
    /// @param next cursor of what follows; empty at the end
    /// @param unindexed so many messages at least are not in the index yet: they are found as well,
    ///   but it takes longer
    record Found(List<FoundView> messages, String next, long unindexed) implements Answer {
      public Found {
        messages = List.copyOf(messages);
      }
    }

    /// What was typed cannot be looked for.
    record Refused(Problem problem) implements Answer {}
  }
}
