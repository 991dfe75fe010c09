package org.juntos.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.content.ConversationId;
import org.juntos.engine.intent.VanishingIntent;

/// The commands about how long messages stay.
class StayTest {
  private static final String BEN = "6f1d2c3b-0a4e-4f5a-9b8c-7d6e5f4a3b2c";

  @TempDir Path folder;
  private final MemoryProfile profile = new MemoryProfile();
  private Terminal ana;
  private ConversationId withBen;

  @BeforeEach
  void registered() throws IOException {
    ana = new Terminal(profile::open, folder);
    profile.register();
    withBen = profile.addContact(BEN, "Ben").conversation();
  }

  @Test
  void a_timer_is_set_turned_off_and_shown() throws Exception {
    assertEquals(0, ana.types("--json", "timer", "Ben", "set", "1d12h"));
    assertTrue(ana.shown().contains("\"timerSeconds\":129600"), ana.shown());
    var set = new VanishingIntent.SetTimer(withBen, Duration.ofHours(36));
    assertEquals(set, profile.submitted.getLast());
    assertEquals(0, ana.types("timer", "Ben", "off"));
    assertEquals(new VanishingIntent.SetTimer(withBen, Duration.ZERO), profile.submitted.getLast());
    assertEquals(0, ana.types("--json", "timer", "Ben"));
    assertTrue(ana.shown().contains("\"timerSeconds\":0"), ana.shown());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "d", "1x", "-5s", "0s", "1h ", "1.5h", "h1"})
  void what_is_no_duration_is_refused(String duration) throws Exception {
    assertEquals(2, ana.types("--json", "timer", "Ben", "set", duration));
    assertEquals("usage", ana.errorCode());
  }

  @Test
  void retention_is_counted_set_and_shown() throws Exception {
    assertEquals(0, ana.types("--json", "retention", "set", "month", "--dry-run"));
    assertTrue(ana.shown().contains("\"days\":null"), ana.shown());
    assertTrue(ana.shown().contains("\"older\":3"), ana.shown());
    assertEquals(0, ana.types("--json", "retention", "set", "8w"));
    assertTrue(ana.shown().contains("\"days\":56"), ana.shown());
    assertEquals(0, ana.types("retention", "set", "forever", "--conversation", "Ben"));
    assertEquals(0, ana.types("--json", "retention", "show", "--conversation", "Ben"));
    assertTrue(ana.shown().contains("\"days\":null,\"asAll\":false"), ana.shown());
    assertEquals(0, ana.types("retention", "set", "default", "--conversation", "Ben"));
    assertEquals(0, ana.types("--json", "retention", "show", "--conversation", "Ben"));
    assertTrue(ana.shown().contains("\"days\":56,\"asAll\":true"), ana.shown());
  }

  @ParameterizedTest
  @ValueSource(strings = {"12h", "36h", "never", "default", "100000w"})
  void history_is_kept_for_whole_days(String duration) throws Exception {
    assertEquals(2, ana.types("--json", "retention", "set", duration));
    assertEquals("usage", ana.errorCode());
  }
}
