package org.juntos.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.juntos.engine.model.ConnectionView;
import org.juntos.engine.model.ConnectionView.State;
import org.juntos.ui.control.Times;
import org.juntos.ui.fake.Samples;

class ConnectionBannerTest {
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
