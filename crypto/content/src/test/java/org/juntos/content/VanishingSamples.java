package org.juntos.content;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Messages that vanish, and what is said of that.
final class VanishingSamples {
  private VanishingSamples() {}

  static void addTo(Map<String, Content> golden) {
    golden.put(
        "vanishing-message",
        new Content.Message("not for long", Samples.NOON, List.of())
            .under(new Timer(Duration.ofHours(1), 7, true)));
    golden.put("timer-set", new TimerSet(new Timer(Duration.ofDays(28), 3, false)));
    golden.put(
        "timer-told",
        new Linking.TimerTold(
            Samples.binding().conversation(), Duration.ofSeconds(30), 2, Samples.BOB));
    golden.put("retention-all", new Linking.Retained(null, new Keeping(30), Samples.NOON));
    golden.put(
        "retention-one",
        new Linking.Retained(Samples.binding().conversation(), Keeping.FOR_EVER, Samples.NOON));
    golden.put(
        "retention-as-all",
        new Linking.Retained(Samples.binding().conversation(), null, Samples.NOON));
  }
}
