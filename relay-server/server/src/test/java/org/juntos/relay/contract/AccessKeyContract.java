package org.juntos.relay.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.juntos.relay.access.AccessKeyStore;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Hashes of access keys: see [AccessKeyStore].
public abstract class AccessKeyContract extends StoreContract {
  private static final Bytes FIRST = Bytes.ofHex("11".repeat(32));
  private static final Bytes SECOND = Bytes.ofHex("22".repeat(32));

  /// Of the store that `opening` opens.
  protected AccessKeyContract(Opening opening) {
    super(opening);
  }

  private AccessKeyStore keys() {
    return store.ports().accessKeys();
  }

  @Test
  void the_newest_hash_counts_and_survives_a_restart() throws IOException {
    assertNull(keys().sha256(alice.account()));
    assertTrue(keys().set(alice.account(), FIRST));
    assertEquals(FIRST, keys().sha256(alice.account()));
    assertTrue(keys().set(alice.account(), SECOND));
    store.reopen();
    assertEquals(SECOND, keys().sha256(alice.account()));
    assertNull(keys().sha256(bob.account()));
  }

  @Test
  void nobody_has_no_key() throws IOException {
    var nobody = new AccountId(UUID.randomUUID());
    assertFalse(keys().set(nobody, FIRST));
    assertNull(keys().sha256(nobody));
  }

  @Test
  void a_key_goes_with_its_account() throws IOException {
    keys().set(alice.account(), FIRST);
    keys().set(bob.account(), SECOND);
    store.ports().accounts().delete(alice.account());
    assertNull(keys().sha256(alice.account()));
    assertEquals(SECOND, keys().sha256(bob.account()));
  }
}
