package org.juntos.relay.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.juntos.wire.AccountId;

/// Accounts that are kept out: see [org.juntos.relay.account.SuspensionStore].
public abstract class SuspensionContract extends StoreContract {
  /// Of the store that `opening` opens.
  protected SuspensionContract(Opening opening) {
    super(opening);
  }

  private boolean set(AccountId account, boolean suspended) throws IOException {
    return store.ports().suspensions().set(account, suspended);
  }

  private Set<AccountId> all() throws IOException {
    return store.ports().suspensions().all();
  }

  @Test
  void a_suspension_survives_a_restart_until_it_is_lifted() throws IOException {
    assertEquals(Set.of(), all());
    assertTrue(set(alice.account(), true));
    assertTrue(set(alice.account(), true), "the same again changes nothing");
    store.reopen();
    assertEquals(Set.of(alice.account()), all());
    assertTrue(set(alice.account(), false));
    assertTrue(set(alice.account(), false));
    assertEquals(Set.of(), all());
  }

  @Test
  void nobody_cannot_be_suspended() throws IOException {
    assertFalse(set(new AccountId(UUID.randomUUID()), true));
    assertEquals(Set.of(), all());
  }

  @Test
  void a_suspension_goes_with_its_account_and_takes_nothing_else() throws IOException {
    set(alice.account(), true);
    set(bob.account(), true);
    store.append(Fixture.envelope(bob, "waits"));
    store.ports().accounts().delete(alice.account());
    assertEquals(Set.of(bob.account()), all());
    assertEquals(List.of("waits"), store.texts(bob));
  }
}
