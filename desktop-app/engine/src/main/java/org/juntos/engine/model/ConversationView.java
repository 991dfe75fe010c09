package org.juntos.engine.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;

/// A row of the conversation list.
///
/// @param contact whom it is with; of a group only its name counts
/// @param last newest entry; null in a fresh conversation
/// @param group null when it is with one person
/// @param chosen what the person has chosen about it
/// @param kept what is kept beside its messages
public record ConversationView(
    ConversationId id,
    ContactView contact,
    int unread,
    Instant activeAt,
    @Nullable EntryView last,
    @Nullable GroupView group,
    ChosenView chosen,
    KeptView kept) {
  /// Nothing is kept beside its messages.
  public ConversationView(
      ConversationId id,
      ContactView contact,
      int unread,
      Instant activeAt,
      @Nullable EntryView last,
      @Nullable GroupView group,
      ChosenView chosen) {
    this(id, contact, unread, activeAt, last, group, chosen, KeptView.NOTHING);
  }

  /// One about which nothing was chosen.
  public ConversationView(
      ConversationId id,
      ContactView contact,
      int unread,
      Instant activeAt,
      @Nullable EntryView last,
      @Nullable GroupView group) {
    this(id, contact, unread, activeAt, last, group, ChosenView.NONE);
  }

  /// With one person.
  public ConversationView(
      ConversationId id,
      ContactView contact,
      int unread,
      Instant activeAt,
      @Nullable EntryView last) {
    this(id, contact, unread, activeAt, last, null);
  }

  /// The same with what was chosen about it.
  public ConversationView with(ChosenView choices) {
    return new ConversationView(id, contact, unread, activeAt, last, group, choices, kept);
  }

  /// The same with what is kept.
  public ConversationView with(KeptView now) {
    return new ConversationView(id, contact, unread, activeAt, last, group, chosen, now);
  }
}
