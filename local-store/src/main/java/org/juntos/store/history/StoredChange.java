package org.juntos.store.history;

import java.time.Instant;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageChange.Deed;
import org.juntos.content.MessageId;
import org.juntos.content.MessageName;
import org.juntos.content.TextRanges;
import org.juntos.wire.DeviceAddress;

/// Something that was done to a message, as it is kept here.
///
/// @param number local, in the order in which changes were committed here; 0 before that
/// @param id of the change, chosen by who made it
/// @param sequence the actor's number for it; 0 while it has none
/// @param text emoji (empty: taken back) or body; of a deletion when the message was written, in
///   milliseconds since 1970; of a pin `pinned`, or nothing when it is taken off; of a vote the
///   places of what is chosen, with commas between; of a close the votes that count
/// @param newest whether it is the one of its kind and actor that counts for a message that is
///   here; of pins, of all actors; of votes in a closed poll, whether it is counted
/// @param ranges what is said of parts of a body
public record StoredChange(
    long number,
    MessageId id,
    DeviceAddress actor,
    ConversationId conversation,
    long sequence,
    MessageName message,
    Kind kind,
    int revision,
    String text,
    Instant at,
    boolean newest,
    TextRanges ranges) {
  /// What was done.
  public enum Kind {
    REACTION,
    EDIT,
    DELETION,
    PIN,
    VOTE,
    CLOSE,
    /// What it said is gone; its number is still missed by who does not have it.
    FORGOTTEN;

    /// The kind of what is done.
    public static Kind of(Deed deed) {
      return switch (deed) {
        case Deed.Reaction _ -> REACTION;
        case Deed.Edit _ -> EDIT;
        case Deed.Deletion _ -> DELETION;
        case Deed.Forgotten _ -> FORGOTTEN;
        case Deed.Pin _ -> PIN;
        case Deed.Vote _ -> VOTE;
        case Deed.Close _ -> CLOSE;
      };
    }
  }
}
