package org.juntos.relay.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.juntos.relay.presence.PresenceStore;
import org.juntos.wire.AccountId;

/// Who does not share when they are here: see [org.juntos.relay.presence.PresenceStore].
public abstract class PresenceContract extends StoreContract {
  /// Of the store that `opening` opens.
  protected PresenceContract(Opening opening) {
    super(opening);
  }

  private PresenceStore presence() {
    return store.ports().presence();
  }

  private @Nullable Boolean hidden(AccountId account) throws IOException {
    var kept = presence().of(account);
    return kept == null ? null : kept.hidden();
  }

  @Test
  void what_was_said_last_counts_and_survives_a_restart() throws IOException {
    assertEquals(false, hidden(alice.account()));
    assertTrue(presence().hide(alice.account(), true));
    assertTrue(presence().hide(alice.account(), true), "the same again");
    store.reopen();
    assertEquals(true, hidden(alice.account()));
    assertEquals(false, hidden(bob.account()));
    assertTrue(presence().hide(alice.account(), false));
    assertEquals(false, hidden(alice.account()));
  }

  @Test
  void nobody_is_neither_shown_nor_hidden() throws IOException {
    var nobody = new AccountId(UUID.randomUUID());
    assertFalse(presence().hide(nobody, true));
    assertNull(hidden(nobody));
    presence().hide(alice.account(), true);
    store.ports().accounts().delete(alice.account());
    assertNull(hidden(alice.account()));
  }
}
