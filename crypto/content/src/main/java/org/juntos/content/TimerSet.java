package org.juntos.content;

/// The author has set what new messages of the conversation vanish after.
///
/// @param timer of a revision
public record TimerSet(Timer timer) implements Content {
  public TimerSet {
    if (timer.revision() < 1) {
      throw new IllegalArgumentException("a timer that is set has a revision");
    }
  }
}
