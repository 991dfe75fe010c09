package org.juntos.relay.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.juntos.relay.blob.BlobStore.Created;
import org.juntos.wire.AccountId;

/// Accounts with more room for files, or less: see [org.juntos.relay.blob.ShareStore].
public abstract class ShareContract extends StoreContract {
  private static final long LIMIT = 100;

  /// Of the store that `opening` opens.
  protected ShareContract(Opening opening) {
    super(opening);
  }

  private Created create(AccountId owner, long length) throws IOException {
    var id = UUID.randomUUID().toString();
    return store.ports().blobs().create(id, owner, length, LIMIT, Fixture.START);
  }

  @Test
  void a_share_of_its_own_counts_for_one_account_until_it_is_taken_back() throws IOException {
    assertTrue(store.ports().shares().set(alice.account(), 150));
    store.reopen();
    assertEquals(Created.MADE, create(alice.account(), 150));
    assertEquals(Created.ACCOUNT_FULL, create(alice.account(), 1));
    assertEquals(Created.ACCOUNT_FULL, create(bob.account(), 101));
    assertTrue(store.ports().shares().set(alice.account(), 160));
    assertEquals(Created.MADE, create(alice.account(), 10));
    assertTrue(store.ports().shares().clear(alice.account()));
    assertTrue(store.ports().shares().clear(alice.account()), "the same again changes nothing");
    assertEquals(Created.ACCOUNT_FULL, create(alice.account(), 1));
  }

  @Test
  void a_smaller_share_keeps_what_is_there() throws IOException {
    assertEquals(Created.MADE, create(alice.account(), 90));
    store.ports().shares().set(alice.account(), 10);
    assertEquals(Created.ACCOUNT_FULL, create(alice.account(), 1));
    assertEquals(1, store.ports().blobs().expire(Fixture.START, 10));
    assertEquals(Created.MADE, create(alice.account(), 10));
  }

  @Test
  void nobody_has_no_share() throws IOException {
    var nobody = new AccountId(UUID.randomUUID());
    assertFalse(store.ports().shares().set(nobody, 1));
    assertFalse(store.ports().shares().clear(nobody));
  }
}
