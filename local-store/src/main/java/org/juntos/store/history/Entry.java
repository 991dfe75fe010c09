package org.juntos.store.history;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Card;
import org.juntos.content.ConversationId;
import org.juntos.content.LinkPreview;
import org.juntos.content.MessageId;
import org.juntos.content.MessageName;
import org.juntos.content.Quote;
import org.juntos.content.TextRanges;
import org.juntos.store.attachment.StoredAttachment;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;

/// One row of a timeline.
///
/// @param row local position: grows in the order in which entries were committed here; unique in
///   the profile
/// @param author who wrote it
/// @param sequence the author's sequence number
/// @param storedAt when it was committed here, this device's clock
/// @param marks what was done to it, and what it replies to
/// @param ranges what is said of parts of the body
public record Entry(
    long row,
    MessageId id,
    ConversationId conversation,
    DeviceAddress author,
    boolean outgoing,
    long sequence,
    Kind kind,
    String body,
    Instant sentAt,
    Instant storedAt,
    Delivery delivery,
    List<StoredAttachment> attachments,
    Marks marks,
    TextRanges ranges) {
  public Entry {
    attachments = List.copyOf(attachments);
  }

  /// What everybody in the conversation calls it.
  public MessageName name() {
    return new MessageName(author.account(), id);
  }

  /// What it is in place of text and files; null when it is not.
  public @Nullable Card card() {
    return marks.card() == null ? null : marks.card().card();
  }

  /// The same with what lies in other tables.
  Entry with(List<StoredAttachment> files, Marks marked) {
    return files.isEmpty() && marked.equals(Marks.NONE)
        ? this
        : new Entry(
            row,
            id,
            conversation,
            author,
            outgoing,
            sequence,
            kind,
            body,
            sentAt,
            storedAt,
            delivery,
            files,
            marked,
            ranges);
  }

  /// What the row shows.
  public enum Kind {
    MESSAGE,
    /// The author's identity key is another one from here on.
    IDENTITY_CHANGED,
    /// Messages of the author are missing before this point; `body` holds how many.
    GAP,
    CONTACT_ACCEPTED,
    /// The author has put back a snapshot; `body` holds when it was taken, or nothing.
    RESTORED,
    /// A group was changed; `body` says how.
    GROUP_CHANGED,
    /// The author has set what new messages vanish after; `body` holds the seconds.
    TIMER_CHANGED,
    /// A message that its author has deleted for everyone: nothing of it is left.
    DELETED
  }

  /// What was done to a message, and what it replies to.
  ///
  /// @param reactions in the order in which they were made
  /// @param edited whether it says something else now than at first
  /// @param quote null when it replies to no message
  /// @param unsent why something that this device did to it does not leave; empty when all does
  /// @param handled how it was sent, and what is kept in mind of it
  /// @param preview what a link in it leads to; null when that is not said
  /// @param card what it is in place of text and files; null when it is not
  public record Marks(
      List<Reaction> reactions,
      boolean edited,
      @Nullable Quote quote,
      String unsent,
      Handled handled,
      @Nullable LinkPreview preview,
      @Nullable StoredCard card) {
    /// Nothing.
    public static final Marks NONE = new Marks(List.of(), false, null, "", Handled.NOT, null, null);

    public Marks {
      reactions = List.copyOf(reactions);
    }

    /// Of a text.
    public Marks(
        List<Reaction> reactions,
        boolean edited,
        @Nullable Quote quote,
        String unsent,
        Handled handled) {
      this(reactions, edited, quote, unsent, handled, null, null);
    }

    /// Nothing was done to a card.
    static Marks of(StoredCard card) {
      return new Marks(List.of(), false, null, "", Handled.NOT, null, card);
    }

    /// @param at the clock of who reacted
    public record Reaction(AccountId account, String emoji, Instant at) {}
  }

  /// How far an outgoing message has come; times of the clock that said so.
  ///
  /// @param failure stable code when it will not be tried again by itself; empty otherwise
  public record Delivery(
      @Nullable Instant accepted,
      @Nullable Instant delivered,
      @Nullable Instant seen,
      String failure) {
    /// Nothing has happened yet.
    public static final Delivery NONE = new Delivery(null, null, null, "");
  }
}
