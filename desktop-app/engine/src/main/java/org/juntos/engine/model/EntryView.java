package org.juntos.engine.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.MessageId;
import org.juntos.wire.AccountId;

/// One entry of a timeline.
///
/// @param row local position; grows downwards
/// @param authorName for a screen reader and for groups
/// @param body plain text, never markup; of a card its words, a line each; for GAP the number of
///   missing messages; for RESTORED when the backup was taken (ISO 8601), or nothing
/// @param quote the status that it replies to; null when it does not
/// @param marks what was done to it, and what message it replies to
/// @param fate when it vanishes; null when it stays
/// @param text what is said of its body beside the words
public record EntryView(
    long row,
    MessageId id,
    AccountId author,
    String authorName,
    boolean outgoing,
    Kind kind,
    String body,
    Instant sentAt,
    Progress progress,
    List<AttachmentView> attachments,
    @Nullable StatusQuote quote,
    MarksView marks,
    @Nullable Fate fate,
    TextView text) {
  public EntryView {
    attachments = List.copyOf(attachments);
  }

  /// One that replies to nothing, and that nothing was done to.
  public EntryView(
      long row,
      MessageId id,
      AccountId author,
      String authorName,
      boolean outgoing,
      Kind kind,
      String body,
      Instant sentAt,
      Progress progress,
      List<AttachmentView> attachments) {
    this(
        row,
        id,
        author,
        authorName,
        outgoing,
        kind,
        body,
        sentAt,
        progress,
        attachments,
        null,
        MarksView.NONE,
        null,
        TextView.PLAIN);
  }

  /// The same with what was done to it.
  public EntryView with(MarksView marked) {
    return with(marked, fate, text);
  }

  /// The same when it vanishes.
  public EntryView vanishing(Fate other) {
    return with(marks, other, text);
  }

  /// The same with more said of its body.
  public EntryView saying(TextView said) {
    return with(marks, fate, said);
  }

  private EntryView with(MarksView marked, @Nullable Fate vanishes, TextView said) {
    return new EntryView(
        row,
        id,
        author,
        authorName,
        outgoing,
        kind,
        body,
        sentAt,
        progress,
        attachments,
        quote,
        marked,
        vanishes,
        said);
  }

  /// The body as it is shown in passing: nothing that is hidden in it can be read.
  public String veiled() {
    return text.ranges().veiled(body);
  }

  /// What it is in place of text and files; null when it is not.
  public @Nullable CardView card() {
    return marks.card();
  }

  /// @param after how long it stays once it was seen, or one's own has left
  /// @param until when that is, by this device's clock; null while its time has not begun
  public record Fate(Duration after, @Nullable Instant until) {}

  /// Whether it is not told by sound or notification.
  public boolean silent() {
    return marks.handled().silent();
  }

  /// What it is.
  public enum Kind {
    MESSAGE,
    IDENTITY_CHANGED,
    GAP,
    CONTACT_ACCEPTED,
    RESTORED,
    /// The group was changed; `body` says how, in a sentence.
    GROUP_CHANGED,
    /// What new messages vanish after was set; `body` says it in a sentence.
    TIMER_CHANGED,
    /// A message that its author has deleted for everyone.
    DELETED
  }

  /// How far an outgoing message has come, with times. Incoming ones are NONE.
  ///
  /// @param failure why it has not left: FAILED, it will not be tried again by itself; WAITING, it
  ///   will. Null when nothing is wrong
  public record Progress(
      Stage stage,
      @Nullable Instant acceptedAt,
      @Nullable Instant deliveredAt,
      @Nullable Instant seenAt,
      @Nullable Failure failure) {}

  /// The furthest step.
  public enum Stage {
    NONE,
    WAITING,
    SENT,
    DELIVERED,
    SEEN,
    FAILED
  }

  /// @param code stable
  /// @param sentence one plain sentence with what to do
  public record Failure(String code, String sentence) {}
}
