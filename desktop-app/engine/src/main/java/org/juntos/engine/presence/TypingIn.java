package org.juntos.engine.presence;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.juntos.content.Content;
import org.juntos.engine.outbox.Ephemerals;
import org.juntos.wire.Bytes;

/// Takes ephemerals and shows who types.
final class TypingIn {
  /// What comes later than this, or is from the future, is a relay's.
  private static final Duration CURRENT = Duration.ofMinutes(2);

  private static final int MOST_WAITING = 64;

  private final Ephemerals ephemerals;
  private final LivePresence live;
  private final InstantSource clock;
  private final BlockingQueue<Bytes> arrived = new ArrayBlockingQueue<>(MOST_WAITING);

  TypingIn(Ephemerals ephemerals, LivePresence live, InstantSource clock) {
    this.ephemerals = ephemerals;
    this.live = live;
    this.clock = clock;
  }

  /// One has come; when too many wait, whether it is kept does not matter.
  boolean add(Bytes ciphertext) {
    return arrived.offer(ciphertext);
  }

  /// Opens nothing of what waits.
  void forget() {
    arrived.clear();
  }

  void turn() {
    for (var next = arrived.poll(); next != null; next = arrived.poll()) {
      var message = ephemerals.open(next);
      if (message != null && message.content() instanceof Content.Typing(var typing, var at)) {
        var now = clock.instant();
        if (Duration.between(at, now).abs().compareTo(CURRENT) <= 0) {
          live.typing(message.sender().account(), typing, now);
        }
      }
    }
  }
}
