package org.juntos.relay.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.juntos.wire.AccountId;

class SuspensionsTest {
  private static final AccountId ALICE = new AccountId(new UUID(1, 1));

  private final MemoryStore store = new MemoryStore();
  private final List<AccountId> ended = new ArrayList<>();

  /// Knows one account.
  private static final class MemoryStore implements SuspensionStore {
    private final Set<AccountId> suspended = new HashSet<>();
    private boolean broken;

    @Override
    public boolean set(AccountId account, boolean isSuspended) throws IOException {
      if (broken) {
        throw new IOException("the disk is full");
      }
      if (isSuspended) {
        suspended.add(account);
      } else {
        suspended.remove(account);
      }
      return account.equals(ALICE);
    }

    @Override
    public Set<AccountId> all() {
      return Set.copyOf(suspended);
    }
  }

  @Test
  void what_the_store_has_not_taken_has_not_happened() throws IOException {
    var suspensions = Suspensions.in(store, ended::add);
    store.broken = true;
    assertThrows(IOException.class, () -> suspensions.suspend(ALICE));
    assertFalse(suspensions.holds(ALICE));
    assertEquals(List.of(), ended);
    store.broken = false;
    assertTrue(suspensions.suspend(ALICE));
    assertEquals(List.of(ALICE), ended);
    store.broken = true;
    assertThrows(IOException.class, () -> suspensions.resume(ALICE));
    assertTrue(suspensions.holds(ALICE), "as it is after a restart");
    store.broken = false;
    assertTrue(suspensions.resume(ALICE));
    assertFalse(suspensions.holds(ALICE));
  }
}
