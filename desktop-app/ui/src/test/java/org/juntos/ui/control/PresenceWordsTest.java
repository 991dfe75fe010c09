package org.juntos.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.juntos.engine.model.PresenceView;
import org.juntos.engine.model.PresenceView.State;

class PresenceWordsTest {
  private static final Instant NOW = Instant.parse("2026-03-12T20:30:00Z");

  private final Times times = new Times(InstantSource.fixed(NOW), ZoneOffset.UTC, Locale.UK);

  private String words(State state, boolean typing) {
    return PresenceWords.of(new PresenceView(state, typing), times);
  }

  @ParameterizedTest
  @CsvSource({
    "PT3M, PT5M, last seen a few minutes ago",
    "PT9M, PT5M, last seen a few minutes ago",
    "PT28M, PT5M, last seen 25 minutes ago",
    "PT70M, PT5M, last seen about an hour ago",
    "PT5H, PT1H, last seen about 5 hours ago",
    "PT20H30M, PT24H, last seen today",
    "PT44H30M, PT24H, last seen yesterday",
    "PT92H30M, PT24H, last seen on Monday",
    "PT500H, PT24H, last seen 20 February"
  })
  void the_longer_ago_the_coarser(Duration ago, Duration span, String expected) {
    assertEquals(expected, words(new State.Away(NOW.minus(ago), span), false));
  }

  @Test
  void what_is_not_told_is_not_said_and_typing_comes_first() {
    assertEquals("online", words(new State.Online(), false));
    assertEquals("typing …", words(new State.Online(), true));
    assertEquals("", words(new State.Hidden(), false));
    assertEquals("", words(new State.Unknown(), false));
  }
}
