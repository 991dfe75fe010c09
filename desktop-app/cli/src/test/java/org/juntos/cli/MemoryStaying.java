package org.juntos.cli;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.Keeping;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.VanishingIntent;

/// For how long messages stay, in memory; three are always too old.
final class MemoryStaying {
  private final Map<ConversationId, Keeping> own = new HashMap<>();
  private Keeping all = Keeping.FOR_EVER;

  Outcome answer(VanishingIntent intent) {
    return switch (intent) {
      case VanishingIntent.SetTimer(_, Duration _) -> new Outcome.Done();
      case VanishingIntent.CountOlder _ -> new Outcome.Older(3);
      case VanishingIntent.LookAtRetention(var conversation) -> look(conversation);
      case VanishingIntent.SetRetention(var conversation, var keep) -> set(conversation, keep);
    };
  }

  private Outcome look(@Nullable ConversationId conversation) {
    var keep = conversation == null ? null : own.get(conversation);
    return keep == null ? new Outcome.Kept(all, true) : new Outcome.Kept(keep, false);
  }

  private Outcome set(@Nullable ConversationId conversation, @Nullable Keeping keep) {
    if (conversation == null) {
      all = keep == null ? Keeping.FOR_EVER : keep;
    } else if (keep == null) {
      own.remove(conversation);
    } else {
      own.put(conversation, keep);
    }
    return new Outcome.Done();
  }
}
