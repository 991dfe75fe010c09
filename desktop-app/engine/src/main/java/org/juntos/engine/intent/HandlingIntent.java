package org.juntos.engine.intent;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.LinkPreview;
import org.juntos.content.MessageId;
import org.juntos.content.TextRanges;

/// What a person does with messages beside changing them: pass on, keep in mind, write for later.
public sealed interface HandlingIntent extends Intent.OfMessages {
  /// What is to be said.
  ///
  /// @param replyTo a message of the same conversation; null when it replies to nothing
  /// @param silent the recipients are not told by sound or notification
  /// @param ranges what is said of parts of the body; only who is in the conversation can be named
  /// @param preview of a link in the body, as [PreviewIntent.LookAtLink] has made it; null for
  ///   none. It stays behind when the link does not stand in the body
  record Words(
      String body,
      List<Intent.OutgoingFile> files,
      @Nullable MessageId replyTo,
      boolean silent,
      TextRanges ranges,
      @Nullable LinkPreview preview) {
    public Words(
        String body,
        List<Intent.OutgoingFile> files,
        @Nullable MessageId replyTo,
        boolean silent,
        TextRanges ranges,
        @Nullable LinkPreview preview) {
      this.body = body;
      this.files = List.copyOf(files);
      this.replyTo = replyTo;
      this.silent = silent;
      this.ranges = ranges;
      this.preview = preview;
    }

    /// Plain ones.
    public Words(
        String body, List<Intent.OutgoingFile> files, @Nullable MessageId replyTo, boolean silent) {
      this(body, files, replyTo, silent, TextRanges.NONE, null);
    }

    /// The same said of parts of them.
    public Words saying(TextRanges other, @Nullable LinkPreview shown) {
      return new Words(body, files, replyTo, silent, other, shown);
    }

    /// A text.
    public static Words of(String body) {
      return new Words(body, List.of(), null, false);
    }
  }

  /// Sends the same into conversations, one after the other. What one of them does not take goes to
  /// the others all the same; the outcome is [Outcome.Spread].
  ///
  /// @param to where they are several, nothing is replied to
  record Send(List<ConversationId> to, Words words) implements HandlingIntent {
    public Send {
      to = List.copyOf(to);
    }
  }

  /// Passes messages on, in the order in which they stand, without saying whose they were. The
  /// outcome is [Outcome.Spread].
  record Forward(List<MessageId> messages, List<ConversationId> to) implements HandlingIntent {
    public Forward {
      messages = List.copyOf(messages);
      to = List.copyOf(to);
    }
  }

  /// Keeps messages in mind, or does not any more; on all devices of the account, and nobody else
  /// learns it.
  record Star(List<MessageId> messages, boolean starred) implements HandlingIntent {
    public Star {
      messages = List.copyOf(messages);
    }
  }

  /// Puts a message on top of its conversation, for everybody there, or takes it off.
  record Pin(MessageId message, boolean pinned) implements HandlingIntent {}

  /// Keeps what the person has begun to write, in place of what was kept; nothing forgets it.
  record KeepDraft(
      ConversationId conversation,
      String body,
      @Nullable MessageId replyTo,
      List<Intent.OutgoingFile> files,
      TextRanges ranges)
      implements HandlingIntent {
    public KeepDraft(
        ConversationId conversation,
        String body,
        @Nullable MessageId replyTo,
        List<Intent.OutgoingFile> files,
        TextRanges ranges) {
      this.conversation = conversation;
      this.body = body;
      this.replyTo = replyTo;
      this.files = List.copyOf(files);
      this.ranges = ranges;
    }

    /// One of plain text.
    public KeepDraft(
        ConversationId conversation,
        String body,
        @Nullable MessageId replyTo,
        List<Intent.OutgoingFile> files) {
      this(conversation, body, replyTo, files, TextRanges.NONE);
    }
  }

  /// Sends a message later, from this device; when Juntos is closed then, as soon as it is open.
  /// Its files are taken now.
  record Schedule(ConversationId conversation, Words words, Instant at) implements HandlingIntent {}

  /// Lets a scheduled message leave at another time; one that could not leave is tried again.
  ///
  /// @param body in the place of its text; null leaves that
  record Reschedule(MessageId scheduled, @Nullable String body, Instant at)
      implements HandlingIntent {
    public Reschedule(MessageId scheduled, @Nullable String body, Instant at) {
      this.scheduled = scheduled;
      this.body = body;
      this.at = at;
    }
  }

  /// Lets a scheduled message leave now.
  record SendScheduled(MessageId scheduled) implements HandlingIntent {}

  /// Does not send a scheduled message.
  record CancelScheduled(MessageId scheduled) implements HandlingIntent {}
}
