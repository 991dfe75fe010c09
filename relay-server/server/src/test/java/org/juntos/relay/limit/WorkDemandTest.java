package org.juntos.relay.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.juntos.relay.ManualClock;

class WorkDemandTest {
  private static final String CODES = "POST codes";

  private final ManualClock clock = new ManualClock(Instant.parse("2026-01-01T00:00:00Z"));
  private final WorkDemand demand = new WorkDemand(new ProofOfWork.Auto(), clock);

  @Test
  void a_usual_pace_costs_nothing_however_long() {
    for (int minute = 0; minute < 60; minute++) {
      for (int i = 0; i < WorkDemand.FREE_OF_NEIGHBOURHOOD / 2; i++) {
        assertEquals(0, demand.asked(CODES, "192.0.2.1"));
        demand.served(CODES);
      }
      clock.advance(Duration.ofMinutes(1));
    }
  }

  @Test
  void one_neighbourhood_pays_for_its_own_haste_and_stops_to_after_a_while() {
    int bits = 0;
    for (int i = 0; i < 1_000; i++) {
      int next = demand.asked(CODES, "192.0.2." + i % 250);
      assertTrue(next >= bits);
      bits = next;
    }
    assertTrue(bits >= 20, bits + " bits");
    assertEquals(0, demand.asked(CODES, "198.51.100.1"), "others");
    assertEquals(0, demand.asked("POST logins", "192.0.2.1"), "another route");
    clock.advance(Duration.ofMinutes(5));
    assertEquals(0, demand.asked(CODES, "192.0.2.1"));
  }

  @Test
  void everybody_pays_for_what_all_do_together_and_nobody_for_what_was_asked_in_vain() {
    for (int i = 0; i < 4 * WorkDemand.FREE_OF_ROUTE; i++) {
      assertEquals(0, demand.asked(CODES, "10." + i / 250 + "." + i % 250 + ".1"));
    }
    for (int i = 0; i < 4 * WorkDemand.FREE_OF_ROUTE; i++) {
      demand.served(CODES);
    }
    assertTrue(demand.asked(CODES, "203.0.113.1") >= 17);
    assertEquals(0, demand.asked("POST logins", "203.0.113.1"));
  }

  @Test
  void it_never_costs_more_than_clients_do() {
    for (int i = 0; i < 1_000_000; i++) {
      demand.served(CODES);
    }
    assertEquals(22, demand.asked(CODES, "192.0.2.1"));
  }

  @Test
  void an_operator_may_fix_it() {
    assertEquals(0, new WorkDemand(new ProofOfWork.Off(), clock).asked(CODES, "192.0.2.1"));
    assertEquals(7, new WorkDemand(new ProofOfWork.Fixed(7), clock).asked(CODES, "192.0.2.1"));
  }
}
