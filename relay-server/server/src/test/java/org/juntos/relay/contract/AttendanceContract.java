package org.juntos.relay.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// On which day accounts were here: see [org.juntos.relay.account.AttendanceStore].
public abstract class AttendanceContract extends StoreContract {
  /// Of the store that `opening` opens.
  protected AttendanceContract(Opening opening) {
    super(opening);
  }

  private long seenDay() throws IOException {
    var known = store.ports().accounts().known(alice);
    return known == null ? -1 : known.seenDay();
  }

  /// What was asked for before is done when this is.
  private void flush() throws IOException {
    store.ports().accounts().forgetAdmissions(store.clock().instant(), 1);
  }

  @Test
  void an_account_is_seen_when_it_is_made_and_then_never_earlier() throws IOException {
    assertEquals(store.today(), seenDay());
    store.ports().attendance().seen(alice.account(), store.today() + 3);
    store.ports().attendance().seen(alice.account(), store.today() + 1);
    flush();
    assertEquals(store.today() + 3, seenDay());
  }

  @Test
  void accounts_that_stay_away_go_and_the_others_stay() throws IOException {
    store.ports().attendance().open(store.today());
    long day = store.today();
    store.ports().attendance().seen(bob.account(), day + 10);
    store.append(Fixture.envelope(alice, "never read"));
    assertEquals(List.of(), store.ports().attendance().expire(day, 10));
    assertEquals(List.of(alice.account()), store.ports().attendance().expire(day + 1, 10));
    assertNull(store.ports().accounts().known(alice));
    assertNotNull(store.ports().accounts().known(bob));
    assertEquals(List.of(), store.ports().attendance().expire(day + 1, 10));
  }

  @Test
  void they_go_a_few_at_a_time() throws IOException {
    long later = store.today() + 400;
    assertEquals(1, store.ports().attendance().expire(later, 1).size());
    assertEquals(1, store.ports().attendance().expire(later, 1).size());
    assertEquals(0, store.ports().attendance().expire(later, 1).size());
  }

  @Test
  void days_on_which_the_relay_is_closed_count_for_nobody() throws IOException {
    store.ports().attendance().open(store.today());
    long day = store.today();
    store.reopen();
    store.clock().advance(Duration.ofDays(400));
    store.ports().attendance().open(store.today());
    assertEquals(day + 399, seenDay());
    assertEquals(List.of(), store.ports().attendance().expire(store.today() - 365, 10));
    store.clock().advance(Duration.ofDays(1));
    store.ports().attendance().open(store.today());
    assertEquals(day + 399, seenDay(), "a day after another is one that counts");
  }

  @Test
  void a_clock_that_jumps_ahead_and_back_makes_nobody_older() throws IOException {
    store.ports().attendance().open(store.today());
    long day = store.today();
    store.ports().attendance().open(day + 4_000);
    store.ports().attendance().seen(bob.account(), day + 4_000);
    store.ports().attendance().open(day + 1);
    assertEquals(List.of(), store.ports().attendance().expire(day + 1, 10));
    var left = Set.of(alice, bob);
    for (var device : left) {
      assertNotNull(store.ports().accounts().known(device));
    }
  }
}
