package org.juntos.cli.verb;

import java.time.Duration;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.output.Line;
import org.juntos.content.ConversationId;
import org.juntos.engine.intent.VanishingIntent;
import org.juntos.engine.model.DurationWords;

/// What new messages of a conversation vanish after.
///
/// @param wanted the conversation
/// @param after null to look only
/// @param settle how long to stay until the others can hear of it
public record Timer(String wanted, @Nullable Duration after, Duration settle) implements Verb {
  /// Tells it.
  public static Timer show(String conversation) {
    return new Timer(conversation, null, Duration.ZERO);
  }

  /// Sets it; zero turns it off.
  public static Timer set(String conversation, Duration after, Duration settle) {
    return new Timer(conversation, after, settle);
  }

  @Override
  public Rest begin(Desk desk) throws Refusal, InterruptedException {
    desk.ready();
    var conversation = Conversations.any(desk, wanted);
    if (after == null) {
      var now = Conversations.stay(desk, conversation).timer();
      return output -> output.print(line(conversation, now));
    }
    desk.submit(new VanishingIntent.SetTimer(conversation, after));
    return output -> {
      desk.settle(settle);
      output.print(line(conversation, after));
    };
  }

  @Override
  public boolean isOnline() {
    return after != null;
  }

  private static Line line(ConversationId conversation, Duration timer) {
    var json = new LinkedHashMap<String, Object>();
    json.put("conversation", conversation.toString());
    json.put("timerSeconds", timer.toSeconds());
    return new Line(
        json,
        timer.isZero()
            ? "messages stay"
            : "new messages vanish " + DurationWords.of(timer) + " after they were seen");
  }
}
