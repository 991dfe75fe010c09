package org.juntos.relay.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.juntos.relay.access.AccessKeyStore;
import org.juntos.relay.access.AccessKeyStore.Outcome;
import org.juntos.relay.access.KeyHash;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Hashes of access keys: see [AccessKeyStore].
public abstract class AccessKeyContract extends StoreContract {
  private static final KeyHash FIRST = new KeyHash(Bytes.ofHex("11".repeat(32)), 1);
  private static final KeyHash SECOND = new KeyHash(Bytes.ofHex("22".repeat(32)), 2);

  /// Of the store that `opening` opens.
  protected AccessKeyContract(Opening opening) {
    super(opening);
  }

  private AccessKeyStore keys() {
    return store.ports().accessKeys();
  }

  @Test
  void the_newest_hash_counts_and_survives_a_restart() throws IOException {
    assertNull(keys().hash(alice.account()));
    assertEquals(Outcome.SET, keys().set(alice.account(), FIRST));
    assertEquals(FIRST, keys().hash(alice.account()));
    assertEquals(Outcome.SET, keys().set(alice.account(), SECOND));
    assertEquals(Outcome.OLDER, keys().set(alice.account(), FIRST));
    store.reopen();
    assertEquals(SECOND, keys().hash(alice.account()));
    assertNull(keys().hash(bob.account()));
  }

  @Test
  void nobody_has_no_key() throws IOException {
    var nobody = new AccountId(UUID.randomUUID());
    assertEquals(Outcome.NO_ACCOUNT, keys().set(nobody, FIRST));
    assertNull(keys().hash(nobody));
  }

  @Test
  void a_key_goes_with_its_account() throws IOException {
    keys().set(alice.account(), FIRST);
    keys().set(bob.account(), SECOND);
    store.ports().accounts().delete(alice.account());
    assertNull(keys().hash(alice.account()));
    assertEquals(SECOND, keys().hash(bob.account()));
  }
}
