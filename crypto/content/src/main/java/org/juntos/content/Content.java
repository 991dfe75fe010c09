package org.juntos.content;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.WireLimits;

/// One thing that one device says to another, end to end encrypted.
public sealed interface Content
    permits Content.Message,
        Content.Receipt,
        Content.ContactRequest,
        Content.HistoryRestored,
        Content.ResendRequest,
        Content.ContactAccepted,
        GroupContent,
        Content.ProfileNews,
        Content.Typing,
        MessageChange,
        Linking,
        TimerSet,
        StatusContent {
  /// A message of the timeline: text, attachments, or both; or a card.
  ///
  /// @param body may be empty when there are attachments, and is so of a card; at most
  ///   [org.juntos.wire.WireLimits#MAX_BODY_BYTES] of UTF-8; a lone surrogate becomes U+FFFD
  /// @param sentAt the author's clock, in whole milliseconds
  /// @param attachments at most [#MAX_ATTACHMENTS]
  /// @param reply the status of the recipient that this replies to; null when it does not
  /// @param quote the message of the conversation that this replies to; null when it does not
  /// @param timer how long it stays
  /// @param manner how it is sent
  /// @param ranges what is said of parts of the body
  /// @param preview what a link that stands in the body leads to; null when that is not said
  /// @param card null when it is text or files
  /// @param sticker what it is instead of a text or files; null when it is none
  record Message(
      String body,
      Instant sentAt,
      List<Attachment> attachments,
      @Nullable StatusReply reply,
      @Nullable Quote quote,
      Timer timer,
      Manner manner,
      TextRanges ranges,
      @Nullable LinkPreview preview,
      @Nullable Card card,
      @Nullable Sticker sticker)
      implements Content {
    /// Most files of one message.
    public static final int MAX_ATTACHMENTS = 32;

    public Message {
      body = WellFormed.text(body);
      sentAt = WellFormed.time(sentAt);
      attachments = List.copyOf(attachments);
      if (!fits(body)) {
        throw new IllegalArgumentException("a body has at most 131072 bytes of UTF-8");
      }
      if (attachments.size() > MAX_ATTACHMENTS) {
        throw new IllegalArgumentException("a message has at most 32 attachments");
      }
      int things = (body.isEmpty() && attachments.isEmpty() ? 0 : 1) + (card == null ? 0 : 1);
      if (things + (sticker == null ? 0 : 1) != 1) {
        throw new IllegalArgumentException("a message says something, or is a card, or a sticker");
      }
      ranges = ranges.in(body);
      if (preview != null && !preview.standsIn(body)) {
        throw new IllegalArgumentException("a preview of a link that is not in the text");
      }
    }

    /// A message that is neither card nor sticker.
    public Message(
        String body,
        Instant sentAt,
        List<Attachment> attachments,
        @Nullable StatusReply reply,
        @Nullable Quote quote,
        Timer timer,
        Manner manner) {
      this(
          body,
          sentAt,
          attachments,
          reply,
          quote,
          timer,
          manner,
          TextRanges.NONE,
          null,
          null,
          null);
    }

    /// A message that stays.
    public Message(
        String body,
        Instant sentAt,
        List<Attachment> attachments,
        @Nullable StatusReply reply,
        @Nullable Quote quote) {
      this(body, sentAt, attachments, reply, quote, Timer.NONE, Manner.PLAIN);
    }

    /// A message that replies to nothing, and stays.
    public Message(String body, Instant sentAt, List<Attachment> attachments) {
      this(body, sentAt, attachments, null, null);
    }

    /// The same message with its files as they are now.
    public Message with(List<Attachment> now) {
      return new Message(
          body, sentAt, now, reply, quote, timer, manner, ranges, preview, card, sticker);
    }

    /// The same message under another timer.
    public Message under(Timer other) {
      return new Message(
          body, sentAt, attachments, reply, quote, other, manner, ranges, preview, card, sticker);
    }

    /// The same message with more said of its body.
    public Message saying(TextRanges other, @Nullable LinkPreview shown) {
      return new Message(
          body, sentAt, attachments, reply, quote, timer, manner, other, shown, card, sticker);
    }

    /// The words of it: its body, or those of its card.
    public String text() {
      return card == null ? body : card.text();
    }

    /// Whether a text is short enough to be a body.
    public static boolean fits(String body) {
      return body.length() <= WireLimits.MAX_BODY_BYTES
          && WellFormed.utf8Size(WellFormed.text(body)) <= WireLimits.MAX_BODY_BYTES;
    }
  }

  /// What became of messages that the recipient of this receipt wrote.
  ///
  /// @param at the reader's clock, in whole milliseconds
  record Receipt(Kind kind, List<MessageId> messages, Instant at) implements Content {
    /// Most messages that one receipt may name.
    public static final int MAX_MESSAGES = 512;

    /// How far a message has come.
    public enum Kind {
      DELIVERED,
      SEEN
    }

    public Receipt {
      at = WellFormed.time(at);
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
  /// @param key the sender's own
  record ContactRequest(String name, String relay, Instant sentAt, ProfileKey key)
      implements Content {
    public ContactRequest {
      name = WellFormed.name(name);
      relay = WellFormed.relay(relay);
      sentAt = WellFormed.time(sentAt);
    }

    /// One that gets its key when it is sent.
    public static ContactRequest named(String name, String relay, Instant sentAt) {
      return new ContactRequest(name, relay, sentAt, ProfileKey.NONE);
    }

    /// The same with the sender's key.
    public ContactRequest with(ProfileKey own) {
      return new ContactRequest(name, relay, sentAt, own);
    }
  }

  /// The author has put back a backup of their history: what is sealed for their former sessions is
  /// lost, and so is what was said since the backup.
  ///
  /// @param backupAt when the backup was taken
  /// @param sequenceBase the author's messages are numbered on from here
  record HistoryRestored(Instant backupAt, long sequenceBase, Instant sentAt) implements Content {
    public HistoryRestored {
      backupAt = WellFormed.time(backupAt);
      sentAt = WellFormed.time(sentAt);
      if (sequenceBase < 0) {
        throw new IllegalArgumentException("a sequence base is not negative");
      }
    }
  }

  /// Something of the recipient's came that no session of the author's opens: asks to send again,
  /// under the same ids and numbers, what is not known to have arrived.
  record ResendRequest(Instant sentAt) implements Content {
    public ResendRequest {
      sentAt = WellFormed.time(sentAt);
    }
  }

  /// Answers a contact request; a refusal is never sent, so this only ever says yes. Who is a
  /// contact already takes the key.
  ///
  /// @param name what the sender goes by
  /// @param key the sender's own
  record ContactAccepted(String name, Instant sentAt, ProfileKey key) implements Content {
    public ContactAccepted {
      name = WellFormed.name(name);
      sentAt = WellFormed.time(sentAt);
    }

    /// One that gets its key when it is sent.
    public static ContactAccepted named(String name, Instant sentAt) {
      return new ContactAccepted(name, sentAt, ProfileKey.NONE);
    }

    /// The same with the sender's key.
    public ContactAccepted with(ProfileKey own) {
      return new ContactAccepted(name, sentAt, own);
    }
  }

  /// The relay has a newer version of the author's profile.
  ///
  /// @param version at least 1
  record ProfileNews(long version, Instant sentAt) implements Content {
    public ProfileNews {
      sentAt = WellFormed.time(sentAt);
      if (version < 1) {
        throw new IllegalArgumentException("no version of a profile: " + version);
      }
    }
  }

  /// The author types, or does not any more. Comes as an ephemeral only.
  record Typing(boolean typing, Instant at) implements Content {
    public Typing {
      at = WellFormed.time(at);
    }
  }
}
