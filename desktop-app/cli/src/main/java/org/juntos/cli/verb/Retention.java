package org.juntos.cli.verb;

import java.time.Duration;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.output.Line;
import org.juntos.content.ConversationId;
import org.juntos.content.Keeping;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.VanishingIntent;
import org.juntos.engine.model.DurationWords;

/// For how long history is kept.
///
/// @param wanted a conversation; null for all that have no setting of their own
/// @param deed what to do
/// @param keep what is wanted; null: as all
/// @param settle how long to stay until the account's other devices can hear of it
public record Retention(@Nullable String wanted, Deed deed, @Nullable Keeping keep, Duration settle)
    implements Verb {
  /// What to do.
  public enum Deed {
    SHOW,
    COUNT,
    SET
  }

  /// Tells it.
  public static Retention show(@Nullable String conversation) {
    return new Retention(conversation, Deed.SHOW, null, Duration.ZERO);
  }

  /// Sets it, or only counts what that would remove.
  public static Retention set(
      @Nullable String conversation, @Nullable Keeping keep, boolean dryRun, Duration settle) {
    return new Retention(conversation, dryRun ? Deed.COUNT : Deed.SET, keep, settle);
  }

  @Override
  public Rest begin(Desk desk) throws Refusal, InterruptedException {
    desk.ready();
    var conversation = wanted == null ? null : Conversations.any(desk, wanted);
    var json = new LinkedHashMap<String, Object>();
    if (conversation != null) {
      json.put("conversation", conversation.toString());
    }
    long older = deed == Deed.SHOW ? 0 : older(desk, conversation);
    if (deed == Deed.SET) {
      desk.submit(new VanishingIntent.SetRetention(conversation, keep));
    }
    var kept = (Outcome.Kept) desk.submit(new VanishingIntent.LookAtRetention(conversation));
    json.put("days", kept.keep().isForEver() ? null : kept.keep().days());
    json.put("asAll", conversation == null || kept.asAll());
    var text = words(kept.keep());
    if (deed != Deed.SHOW) {
      json.put("older", older);
      text += deed == Deed.SET ? "; removing " : "; would remove ";
      text += older == 1 ? "1 message" : older + " messages";
    }
    var line = new Line(json, text);
    return output -> {
      desk.settle(settle);
      output.print(line);
    };
  }

  private long older(Desk desk, @Nullable ConversationId conversation)
      throws Refusal, InterruptedException {
    return desk.submit(new VanishingIntent.CountOlder(conversation, keep))
            instanceof Outcome.Older(var messages)
        ? messages
        : 0;
  }

  private static String words(Keeping keep) {
    return keep.isForEver()
        ? "history is kept for ever"
        : "history is kept for " + DurationWords.of(Duration.ofDays(keep.days()));
  }

  @Override
  public boolean isOnline() {
    return deed == Deed.SET;
  }
}
