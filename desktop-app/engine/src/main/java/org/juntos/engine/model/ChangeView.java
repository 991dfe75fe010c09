package org.juntos.engine.model;

import java.time.Instant;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.wire.AccountId;

/// Something that was done to a message.
///
/// @param number grows in the order in which changes came here; unique in the profile
/// @param own whether the person did it
/// @param text emoji, or what the message says now; of a pin `pinned`; empty when a reaction or a
///   pin was taken back, and of a deletion; of a vote what was chosen, with commas between
/// @param at the clock of who did it
public record ChangeView(
    long number,
    ConversationId conversation,
    MessageId message,
    AccountId actor,
    String actorName,
    boolean own,
    Kind kind,
    String text,
    Instant at) {
  /// What was done.
  public enum Kind {
    REACTION,
    EDIT,
    DELETION,
    PIN,
    /// In a poll that shows who has chosen what.
    VOTE,
    /// Of a poll.
    CLOSE
  }
}
