package org.juntos.testkit.network;

import java.time.Duration;

/// How badly a network behaves. Chances are 0 to 1 and tried for each thing that passes.
///
/// @param longestDelay between the two ends, drawn anew for each frame; frames keep their order
/// @param cut a stream breaks, and what is on its way is lost
/// @param lostRequest a request does not arrive
/// @param lostAnswer a request is carried out, and nobody hears of it
/// @param repeated a delivery comes twice
/// @param swapped deliveries of a frame change places
/// @param skipped a delivery does not come before the next stream
public record Weather(
    Duration longestDelay,
    double cut,
    double lostRequest,
    double lostAnswer,
    double repeated,
    double swapped,
    double skipped) {
  /// All arrives at once.
  public static final Weather FAIR = new Weather(Duration.ZERO, 0, 0, 0, 0, 0, 0);

  /// What a train journey is like. An honest relay keeps the order through it.
  public static final Weather STORM = new Weather(Duration.ofSeconds(2), 0.05, 0.1, 0.1, 0.1, 0, 0);

  /// The same with a relay that holds back and mixes up.
  public static final Weather CROOKED =
      new Weather(Duration.ofSeconds(2), 0.05, 0.1, 0.1, 0.1, 0.3, 0.1);
}
