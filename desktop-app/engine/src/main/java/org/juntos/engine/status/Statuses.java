package org.juntos.engine.status;

import java.time.Duration;
import org.juntos.engine.conversation.Writing;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.store.status.StoredStatus;

/// Everything about statuses of an open profile: its loops, and who answers the person.
///
/// @param publishing one's own, to the relay
/// @param fetching files of others, from it
/// @param fading what is over
/// @param writing replies are messages like others
public record Statuses(
    Publishing publishing,
    Fetching fetching,
    Fading fading,
    Posting posting,
    StatusDesk desk,
    Writing writing) {
  /// Answers an intent.
  public Outcome submit(Intent.OfStatuses intent) throws InterruptedException {
    return switch (intent) {
      case Intent.CheckStatusFile check -> posting.check(check);
      case Intent.PostStatus post -> posting.post(post);
      case Intent.RetryStatus(var status) -> desk.retry(status);
      case Intent.DeleteStatus(var status) -> desk.delete(status);
      case Intent.ViewStatus(var author, var status) -> desk.view(author, status);
      case Intent.MuteStatuses(var author, var muted) -> desk.mute(author, muted);
      case Intent.SetStatusAudience(var audience) -> posting.setAudience(audience);
      case Intent.SetStatusReceipts(var on) -> posting.setReceipts(on);
      case Intent.ReplyToStatus reply -> writing.reply(reply);
      case Intent.SaveStatus save -> desk.save(save);
    };
  }

  /// There may be something to do: on any thread.
  public void wake() {
    publishing.wakeup().wake();
    fetching.wakeup().wake();
    fading.wakeup().wake();
  }

  /// The relay can be reached again.
  public void hurry() {
    publishing.hurry();
    fetching.hurry();
  }

  /// How long a status lasts.
  public static Duration life() {
    return StatusRules.LIFE;
  }

  /// When one was posted, by the clock of this device.
  public static java.time.Instant shownAt(StoredStatus status) {
    return status.localUntil().minus(StatusRules.LIFE);
  }
}
