package org.juntos.engine.model;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.Keeping;

/// A row of the conversation list.
///
/// @param contact whom it is with; of a group only its name counts
/// @param last newest entry; null in a fresh conversation
/// @param group null when it is with one person
/// @param chosen what the person has chosen about it
/// @param stay how long what is said in it stays
/// @param kept what is kept beside its messages
public record ConversationView(
    ConversationId id,
    ContactView contact,
    int unread,
    Instant activeAt,
    @Nullable EntryView last,
    @Nullable GroupView group,
    ChosenView chosen,
    Stay stay,
    KeptView kept) {
  /// Nothing is kept beside its messages, which stay for ever.
  public ConversationView(
      ConversationId id,
      ContactView contact,
      int unread,
      Instant activeAt,
      @Nullable EntryView last,
      @Nullable GroupView group,
      ChosenView chosen) {
    this(id, contact, unread, activeAt, last, group, chosen, Stay.FOR_EVER, KeptView.NOTHING);
  }

  /// One about which nothing was chosen, and where everything stays.
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
    return new ConversationView(id, contact, unread, activeAt, last, group, choices, stay, kept);
  }

  /// The same where things do not stay for ever.
  public ConversationView with(Stay other) {
    return new ConversationView(id, contact, unread, activeAt, last, group, chosen, other, kept);
  }

  /// The same with what is kept.
  public ConversationView with(KeptView now) {
    return new ConversationView(id, contact, unread, activeAt, last, group, chosen, stay, now);
  }

  /// How long what is said stays.
  ///
  /// @param timer what new messages vanish after, everywhere; zero: they do not
  /// @param keep for how long this account keeps history
  /// @param own whether that is a setting of this conversation
  public record Stay(Duration timer, Keeping keep, boolean own) {
    /// For ever.
    public static final Stay FOR_EVER = new Stay(Duration.ZERO, Keeping.FOR_EVER, false);
  }
}
