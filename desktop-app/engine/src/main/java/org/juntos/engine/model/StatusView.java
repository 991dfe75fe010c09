package org.juntos.engine.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Attachment;
import org.juntos.content.MessageId;
import org.juntos.content.StatusContent;
import org.juntos.wire.AccountId;

/// A status as a person sees it. Times are those of this device's clock.
///
/// @param text the text, or what is written under a picture or video; never markup
/// @param background of a text, see [StatusBackground]
/// @param preview of its file
/// @param bytes plaintext size of its file; 0 of a text
/// @param postedAt when the relay took it; [Instant#EPOCH] while it has not
/// @param viewed whether the person has seen it
/// @param viewers of one's own: whom it was sent to, those who have seen it first
/// @param failure why it is not published, or not here; null when nothing is wrong
public record StatusView(
    AccountId author,
    MessageId id,
    StatusContent.Kind kind,
    String text,
    int background,
    Attachment.Preview preview,
    String mediaType,
    long bytes,
    State state,
    Instant postedAt,
    boolean viewed,
    List<Viewer> viewers,
    EntryView.@Nullable Failure failure) {
  /// How far it is.
  public enum State {
    /// One's own, on its way to the relay.
    POSTING,
    /// One's own, which the relay did not take.
    REFUSED,
    /// Not fetched.
    OFFERED,
    LOADING,
    /// All of it is here.
    HERE,
    /// It cannot be had.
    FAILED
  }

  /// @param seenAt when they saw it; null when they have not, or do not say
  public record Viewer(AccountId account, String name, @Nullable Instant seenAt) {}

  /// How many people have seen it.
  public long seenBy() {
    return viewers.stream().filter(viewer -> viewer.seenAt() != null).count();
  }
}
