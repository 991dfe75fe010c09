package org.juntos.relay.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.juntos.relay.account.AccountStore.Outcome;
import org.juntos.relay.mailbox.Appended;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;

/// Accounts and devices: see [org.juntos.relay.account.AccountStore].
public abstract class AccountContract extends StoreContract {
  /// Of the store that `opening` opens.
  protected AccountContract(Opening opening) {
    super(opening);
  }

  @Test
  void registering_the_same_again_changes_nothing_and_keeps_the_queue() throws IOException {
    var device = new DeviceAddress(new AccountId(UUID.randomUUID()), 1);
    assertEquals(new Outcome.Registered(List.of()), store.register(device, "number", "token"));
    store.append(Fixture.envelope(device, "waiting"));
    assertEquals(new Outcome.Registered(List.of()), store.register(device, "number", "token"));
    assertEquals(List.of("waiting"), store.texts(device));
  }

  @Test
  void an_admission_is_good_for_one_account() throws IOException {
    var first = new DeviceAddress(new AccountId(UUID.randomUUID()), 1);
    var second = new DeviceAddress(new AccountId(UUID.randomUUID()), 1);
    store.register(first, "number", "token");
    assertEquals(new Outcome.AdmissionSpent(), store.register(second, "number", "token"));
    assertNotNull(store.ports().accounts().secretHash(first));
    assertNull(store.ports().accounts().secretHash(second));
  }

  @Test
  void a_number_that_registers_again_replaces_its_account() throws IOException {
    var first = new DeviceAddress(new AccountId(UUID.randomUUID()), 1);
    var second = new DeviceAddress(new AccountId(UUID.randomUUID()), 1);
    store.register(first, "number", "token 1");
    store.append(Fixture.envelope(first, "lost"));
    assertEquals(
        new Outcome.Registered(List.of(first.account())),
        store.register(second, "number", "token 2"));
    assertNull(store.ports().accounts().secretHash(first));
    assertEquals(
        new Appended.NoSuchDevice(List.of(first)), store.append(Fixture.envelope(first, "late")));
  }

  @Test
  void the_account_id_of_somebody_else_cannot_be_taken_and_the_admission_stays_good()
      throws IOException {
    var hers = store.register("carol");
    assertEquals(new Outcome.IdTaken(), store.register(hers, "mallory", "token"));
    var own = new DeviceAddress(new AccountId(UUID.randomUUID()), 1);
    assertEquals(new Outcome.Registered(List.of()), store.register(own, "mallory", "token"));
    assertNotNull(store.ports().accounts().secretHash(hers));
  }

  @Test
  void spent_admissions_are_forgotten_when_they_would_be_expired_anyway() throws IOException {
    var device = store.register("carol");
    assertNotNull(store.ports().accounts().secretHash(device));
    assertEquals(0, store.ports().accounts().forgetAdmissions(store.clock().instant(), 10));
    var later = store.clock().instant().plusSeconds(901);
    assertEquals(2, store.ports().accounts().forgetAdmissions(later, 2));
    assertEquals(1, store.ports().accounts().forgetAdmissions(later, 2));
  }

  @Test
  void an_account_is_there_after_a_restart_and_gone_for_good_after_its_deletion()
      throws IOException {
    store.reopen();
    assertNotNull(store.ports().accounts().secretHash(alice));
    assertTrue(store.ports().accounts().delete(alice.account()));
    store.reopen();
    assertNull(store.ports().accounts().secretHash(alice));
    assertNull(store.ports().prekeys().identityKey(alice.account()));
    assertFalse(store.ports().accounts().delete(alice.account()));
    assertNotNull(store.ports().accounts().secretHash(bob));
  }
}
