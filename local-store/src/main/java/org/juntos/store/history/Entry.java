package org.juntos.store.history;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.store.attachment.StoredAttachment;
import org.juntos.wire.DeviceAddress;

/// One row of a timeline.
///
/// @param row local position: grows in the order in which entries were committed here; unique in
///   the profile
/// @param author who wrote it
/// @param sequence the author's sequence number
/// @param storedAt when it was committed here, this device's clock
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
    List<StoredAttachment> attachments) {
  public Entry {
    attachments = List.copyOf(attachments);
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
    GROUP_CHANGED
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
