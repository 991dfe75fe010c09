package org.juntos.content;

import java.time.Instant;
import java.util.List;

/// One thing that one device says to another, end to end encrypted.
public sealed interface Content {
  /// A message of the timeline: text, attachments, or both.
  ///
  /// @param body may be empty when there are attachments
  /// @param sentAt the author's clock
  record Message(String body, Instant sentAt, List<Attachment> attachments) implements Content {
    public Message {
      attachments = List.copyOf(attachments);
      if (body.isEmpty() && attachments.isEmpty()) {
        throw new IllegalArgumentException("a message says something");
      }
    }
  }

  /// What became of messages that the recipient of this receipt wrote.
  ///
  /// @param at the reader's clock
  record Receipt(Kind kind, List<MessageId> messages, Instant at) implements Content {
    /// Most messages that one receipt may name.
    public static final int MAX_MESSAGES = 512;

    /// How far a message has come.
    public enum Kind {
      DELIVERED,
      SEEN
    }

    public Receipt {
      messages = List.copyOf(messages);
      if (messages.isEmpty() || messages.size() > MAX_MESSAGES) {
        throw new IllegalArgumentException("a receipt names 1 to 512 messages");
      }
    }
  }

  /// Asks to be a contact.
  ///
  /// @param name what the sender goes by
  /// @param relay address of the sender's relay
  record ContactRequest(String name, String relay, Instant sentAt) implements Content {}

  /// Answers a contact request; a refusal is never sent, so this only ever says yes.
  ///
  /// @param name what the sender goes by
  record ContactAccepted(String name, Instant sentAt) implements Content {}
}
