package org.juntos.launcher.demo;

import java.time.Duration;
import java.util.List;
import org.juntos.content.ConversationId;
import org.juntos.content.Keeping;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.VanishingIntent;
import org.juntos.engine.model.ConversationView;

/// A message that vanishes, on both sides. It is no part of what is counted as talk: afterwards it
/// is nowhere.
final class VanishingStory extends Story {
  /// See [DemoStory#SECRETS].
  static final List<String> SECRETS = List.of("under the third stone");

  private static final Duration TIMER = Duration.ofSeconds(4);

  VanishingStory(Scene scene) {
    super(scene);
  }

  void tell() throws InterruptedException {
    voice.says("Ana sets messages to vanish after four seconds; one does, with her and with Ben");
    var ana = cast.ana();
    var ben = cast.ben();
    var room = ana.conversationWith(ben);
    set(room, TIMER);
    var message = ana.sends(room, "It lies " + SECRETS.getFirst(), List.of());
    pause.until("Ben has it", () -> isThere(ben, message));
    ben.does(new Intent.MarkSeen(room, message));
    voice.shows("vanishing");
    pause.until("it is gone with Ana", () -> !isThere(ana, message));
    pause.until("and with Ben", () -> !isThere(ben, message));
    feats.add("vanished", 2);
    set(room, Duration.ZERO);
    ana.does(new VanishingIntent.SetRetention(room, new Keeping(365)));
    pause.until("Ana keeps a year", () -> stay(ana, room).keep().days() == 365);
    feats.add("retention", 1);
  }

  private void set(ConversationId room, Duration timer) throws InterruptedException {
    cast.ana().does(new VanishingIntent.SetTimer(room, timer));
    pause.until("Ben knows the timer", () -> stay(cast.ben(), room).timer().equals(timer));
    feats.add("timers", 1);
  }

  private static boolean isThere(DemoPerson person, MessageId message) {
    return person.engine().models().entry(message) != null;
  }

  private static ConversationView.Stay stay(DemoPerson person, ConversationId room) {
    return person.engine().models().conversations().value().stream()
        .filter(one -> one.id().equals(room))
        .map(ConversationView::stay)
        .findFirst()
        .orElse(ConversationView.Stay.FOR_EVER);
  }
}
