package org.juntos.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.juntos.engine.model.ConnectionView;
import org.juntos.engine.model.ConnectionView.State;
import org.juntos.engine.model.RelayView;
import org.juntos.engine.model.RelayView.Health;
import org.juntos.ui.control.Times;
import org.juntos.ui.fake.Samples;

class ConnectionBannerTest {
  @Test
  void it_says_which_address_is_used_when_another_does_not_answer() {
    var detour = new ConnectionView(new State.Online(), 0, true, 0, relays(Health.FAILING));
    assertEquals(
        "Connected through b:1, because a:1 does not answer.",
        ConnectionBanner.sentence(detour, times));
    var well = new ConnectionView(new State.Online(), 0, true, 0, relays(Health.GOOD));
    assertEquals("", ConnectionBanner.sentence(well, times));
    var trying = new ConnectionView(new State.Connecting(), 2, true, 0, relays(Health.FAILING));
    assertEquals(
        "Connecting to b:1, 2 messages waiting …", ConnectionBanner.sentence(trying, times));
  }

  private static List<RelayView> relays(Health first) {
    return List.of(
        new RelayView("a:1", "", false, true, first, null),
        new RelayView("b:1", "", true, false, Health.GOOD, Duration.ofMillis(3)));
  }

  private final Times times =
      new Times(InstantSource.fixed(Samples.NOON), ZoneOffset.UTC, Locale.UK);

  @Test
  void says_nothing_while_online() {
    assertEquals("", sentence(new State.Online(), 3));
  }

  @Test
  void says_what_waits_and_when_it_is_tried_again() {
    var offline = new State.Offline("no route", Samples.NOON.plusSeconds(75));
    assertEquals("Offline, 3 messages waiting. Next try in 1:15", sentence(offline, 3));
    assertEquals("Offline, 1 message waiting. Next try in 1:15", sentence(offline, 1));
    var due = new State.Offline("no route", Samples.NOON.minusSeconds(1));
    assertEquals("Offline. Trying …", sentence(due, 0));
  }

  @Test
  void tells_rest_from_trouble() {
    assertEquals("Offline, as you wish", sentence(new State.Resting(), 0));
    assertEquals("Connecting …", sentence(new State.Connecting(), 0));
  }

  private String sentence(State state, int waiting) {
    return ConnectionBanner.sentence(new ConnectionView(state, waiting, true), times);
  }
}
