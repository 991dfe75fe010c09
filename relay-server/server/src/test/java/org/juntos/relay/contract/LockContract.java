package org.juntos.relay.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.juntos.relay.account.AccountStore.Outcome;
import org.juntos.relay.account.Lock;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.WireLimits;

/// Registration locks, and moves between numbers: see [org.juntos.relay.account.LockStore].
public abstract class LockContract extends StoreContract {
  /// Of the store that `opening` opens.
  protected LockContract(Opening opening) {
    super(opening);
  }

  private static DeviceAddress device() {
    return new DeviceAddress(new AccountId(UUID.randomUUID()), 1);
  }

  private void lock(DeviceAddress device) throws IOException {
    assertTrue(store.ports().locks().set(device.account(), Fixture.text("right")));
  }

  private Lock ofAlice(int triesLeft, boolean opened) {
    return new Lock(alice.account(), triesLeft, store.today() + 8, opened);
  }

  @Test
  void a_locked_account_stays_until_the_right_proof_comes_and_the_admission_stays_good()
      throws IOException {
    lock(alice);
    var thief = device();
    var none = store.register(thief, "alice", "token", store.keys("", ""));
    assertEquals(new Outcome.Locked(ofAlice(WireLimits.LOCK_TRIES, false)), none);
    var wrong = store.register(thief, "alice", "token", store.keys("wrong", ""));
    assertEquals(new Outcome.Locked(ofAlice(WireLimits.LOCK_TRIES - 1, false)), wrong);
    assertNotNull(store.ports().accounts().known(alice));
    assertNull(store.ports().accounts().known(thief));
    var right = store.register(thief, "alice", "token", store.keys("right", "next"));
    assertEquals(new Outcome.Registered(List.of(alice.account())), right);
    assertNull(store.ports().accounts().known(alice));
  }

  @Test
  void whoever_comes_with_the_right_proof_may_lock_the_new_account_at_once() throws IOException {
    lock(alice);
    var second = device();
    store.register(second, "alice", "token", store.keys("right", "next"));
    var third = device();
    assertInstanceOf(
        Outcome.Locked.class, store.register(third, "alice", "another", store.keys("right", "")));
    assertEquals(
        new Outcome.Registered(List.of(second.account())),
        store.register(third, "alice", "another", store.keys("next", "")));
    assertNull(store.ports().locks().of(third.account(), Fixture.LOCK_DAYS));
  }

  @Test
  void the_id_of_the_locked_account_is_no_way_around_its_lock() throws IOException {
    lock(alice);
    assertInstanceOf(
        Outcome.Locked.class, store.register(alice, "alice", "token", store.keys("", "")));
  }

  @Test
  void tries_are_kept_and_when_they_are_gone_not_even_the_right_proof_helps() throws IOException {
    lock(alice);
    for (int left = WireLimits.LOCK_TRIES - 1; left >= 0; left--) {
      assertEquals(
          ofAlice(left, false),
          store.ports().locks().attempt(Fixture.text("alice"), store.keys("wrong", "")));
      store.reopen();
    }
    assertEquals(
        ofAlice(0, false),
        store.ports().locks().attempt(Fixture.text("alice"), store.keys("right", "")));
    assertInstanceOf(
        Outcome.Locked.class, store.register(device(), "alice", "token", store.keys("right", "")));
    lock(alice); // by its own device
    assertEquals(
        ofAlice(WireLimits.LOCK_TRIES, true),
        store.ports().locks().attempt(Fixture.text("alice"), store.keys("right", "")));
  }

  @Test
  void asking_costs_no_try_and_who_has_no_lock_meets_none() throws IOException {
    lock(alice);
    for (int times = 0; times < 20; times++) {
      assertEquals(
          ofAlice(WireLimits.LOCK_TRIES, false),
          store.ports().locks().attempt(Fixture.text("alice"), store.keys("", "")));
    }
    assertNull(store.ports().locks().attempt(Fixture.text("bob"), store.keys("", "")));
    assertNull(store.ports().locks().attempt(Fixture.text("nobody"), store.keys("x", "")));
  }

  @Test
  void a_lock_ends_a_week_after_its_account_was_last_seen() throws IOException {
    lock(alice);
    store.clock().advance(Duration.ofDays(5));
    store.ports().attendance().seen(alice.account(), store.today());
    store.clock().advance(Duration.ofDays(7));
    assertInstanceOf(
        Outcome.Locked.class, store.register(device(), "alice", "token", store.keys("", "")));
    store.clock().advance(Duration.ofDays(1));
    assertEquals(
        new Outcome.Registered(List.of(alice.account())),
        store.register(device(), "alice", "later", store.keys("", "")));
  }

  @Test
  void a_lock_is_taken_away_by_its_account_alone_and_goes_with_it() throws IOException {
    lock(alice);
    lock(bob);
    assertTrue(store.ports().locks().clear(alice.account()));
    assertFalse(store.ports().locks().clear(alice.account()));
    assertNotNull(store.ports().locks().of(bob.account(), Fixture.LOCK_DAYS));
    store.ports().accounts().delete(bob.account());
    assertNull(store.ports().locks().of(bob.account(), Fixture.LOCK_DAYS));
    assertFalse(store.ports().locks().set(bob.account(), Fixture.text("right")));
  }

  private Outcome move(DeviceAddress device, String subject, String token, String shown)
      throws IOException {
    return store
        .ports()
        .accounts()
        .move(device.account(), store.admission(subject, token), store.keys(shown, ""));
  }

  @Test
  void an_account_that_moves_keeps_its_queue_and_leaves_its_number_free() throws IOException {
    store.append(Fixture.envelope(alice, "waiting"));
    assertEquals(new Outcome.Registered(List.of()), move(alice, "new number", "token", ""));
    assertEquals(List.of("waiting"), store.texts(alice));
    assertEquals(
        new Outcome.Registered(List.of()),
        store.register(device(), "alice", "free", store.keys("", "")));
    assertNotNull(store.ports().accounts().known(alice));
    assertEquals(
        new Outcome.Registered(List.of()), move(alice, "new number", "token", ""), "again");
  }

  @Test
  void an_account_moves_to_a_number_of_another_by_the_rule_of_its_lock() throws IOException {
    lock(bob);
    assertInstanceOf(Outcome.Locked.class, move(alice, "bob", "token", ""));
    assertInstanceOf(Outcome.Locked.class, move(alice, "bob", "token", "wrong"));
    assertNotNull(store.ports().accounts().known(bob));
    assertEquals(
        new Outcome.Registered(List.of(bob.account())), move(alice, "bob", "token", "right"));
    assertNull(store.ports().accounts().known(bob));
    assertNotNull(store.ports().accounts().known(alice));
  }

  @Test
  void an_admission_moves_one_account_once() throws IOException {
    move(alice, "new number", "token", "");
    assertEquals(new Outcome.AdmissionSpent(), move(bob, "new number", "token", ""));
    assertEquals(
        new Outcome.AdmissionSpent(),
        move(device(), "other", "unused", ""),
        "there is no such account");
  }
}
