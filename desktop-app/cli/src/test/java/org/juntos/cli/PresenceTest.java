package org.juntos.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.model.PresenceView;
import org.juntos.engine.model.PresenceView.State;

/// The commands about who is here.
class PresenceTest {
  private static final String BEN = "6f1d2c3b-0a4e-4f5a-9b8c-7d6e5f4a3b2c";

  @TempDir Path folder;
  private final MemoryProfile profile = new MemoryProfile();
  private Terminal ana;

  @BeforeEach
  void registered() throws IOException {
    ana = new Terminal(profile::open, folder);
    profile.register();
  }

  private void knows(State state) {
    var ben = profile.addContact(BEN, "Ben").account();
    profile.presence.set(Map.of(ben, new PresenceView(state, false)));
  }

  @Test
  void a_contact_who_is_here_is_told() throws Exception {
    knows(new State.Online());
    assertEquals(0, ana.types("--json", "presence", "get", "Ben"));
    assertTrue(ana.shown().contains("\"presence\":\"online\",\"seenFrom\":null"), ana.shown());
    assertEquals(new Intent.WatchPresence(Set.of()), profile.submitted.getLast(), "looks away");
  }

  @Test
  void when_they_were_last_here_is_a_span() throws Exception {
    knows(new State.Away(MemoryProfile.NOON, Duration.ofMinutes(5)));
    assertEquals(0, ana.types("--json", "presence", "get", "Ben"));
    assertTrue(
        ana.shown().contains("\"seenFrom\":\"2026-05-04T12:00:00Z\",\"seenSpanSeconds\":300"),
        ana.shown());
  }

  @Test
  void who_does_not_share_is_refused() throws Exception {
    knows(new State.Online());
    assertEquals(0, ana.types("--json", "presence", "set", "off"));
    assertTrue(ana.shown().contains("\"shared\":false"), ana.shown());
    assertEquals(1, ana.types("--json", "presence", "get", "Ben"));
    assertEquals("presence-off", ana.errorCode());
    assertEquals(0, ana.types("--json", "presence", "set", "on"));
    assertTrue(ana.shown().contains("\"shared\":true"), ana.shown());
  }
}
