package org.juntos.relay.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.juntos.relay.limit.Verdict;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.ErrorCode;

class AccessKeysTest {
  private static final AccountId ALICE = new AccountId(new UUID(1, 1));
  private static final AccountId NOBODY = new AccountId(new UUID(9, 9));
  private static final Bytes KEY = Bytes.ofHex("aa".repeat(16));
  private static final Bytes OTHER = Bytes.ofHex("bb".repeat(16));

  private final MemoryStore store = new MemoryStore();
  private final AccessKeys keys = new AccessKeys(store, _ -> {});

  /// Knows one account, and counts what it is asked.
  private static final class MemoryStore implements AccessKeyStore {
    private final Map<AccountId, KeyHash> hashes = new HashMap<>();
    private int looks;
    private int writes;
    private boolean broken;

    @Override
    public Outcome set(AccountId account, KeyHash hash) throws IOException {
      fail();
      writes++;
      var known = hashes.get(account);
      if (known != null && !hash.follows(known)) {
        return Outcome.OLDER;
      }
      hashes.put(account, hash);
      return account.equals(ALICE) ? Outcome.SET : Outcome.NO_ACCOUNT;
    }

    @Override
    public @Nullable KeyHash hash(AccountId account) throws IOException {
      fail();
      looks++;
      return hashes.get(account);
    }

    private void fail() throws IOException {
      if (broken) {
        throw new IOException("the disk is gone");
      }
    }
  }

  @Test
  void only_the_key_of_the_account_opens_it() throws IOException {
    keys.set(ALICE, KEY, 1);
    for (int i = 0; i < 2; i++) { // also once the right one is known
      assertFalse(keys.opens(ALICE, OTHER));
      assertFalse(keys.opens(ALICE, Bytes.EMPTY));
      assertFalse(keys.opens(ALICE, Bytes.ofHex("aa".repeat(17))));
      assertTrue(keys.opens(ALICE, KEY));
    }
    assertFalse(keys.opens(NOBODY, KEY));
    assertFalse(keys.has(NOBODY));
  }

  @Test
  void a_key_that_was_replaced_opens_nothing_any_more() throws IOException {
    keys.set(ALICE, KEY, 1);
    assertTrue(keys.opens(ALICE, KEY));
    keys.set(ALICE, OTHER, 2);
    assertFalse(keys.opens(ALICE, KEY));
    assertTrue(keys.opens(ALICE, OTHER));
  }

  @Test
  void an_account_that_is_gone_is_opened_by_nothing() throws IOException {
    keys.set(ALICE, KEY, 1);
    assertTrue(keys.opens(ALICE, KEY));
    store.hashes.clear();
    keys.forget(ALICE);
    assertFalse(keys.opens(ALICE, KEY));
  }

  @Test
  void the_store_is_asked_once_for_many_messages() throws IOException {
    keys.set(ALICE, KEY, 1);
    int before = store.looks;
    for (int i = 0; i < 100; i++) {
      keys.opens(ALICE, KEY);
      keys.opens(NOBODY, KEY);
    }
    assertEquals(before + 2, store.looks);
  }

  @Test
  void the_same_key_again_writes_nothing_and_a_strange_length_is_refused() throws IOException {
    keys.set(ALICE, KEY, 1);
    keys.set(ALICE, KEY, 1);
    assertEquals(1, store.writes);
    assertInstanceOf(Verdict.Refused.class, keys.set(ALICE, Bytes.ofHex("aabb"), 2));
    assertInstanceOf(Verdict.Refused.class, keys.set(NOBODY, KEY, 1));
  }

  @Test
  void while_the_store_fails_nothing_is_decided() throws IOException {
    store.broken = true;
    assertThrows(IOException.class, () -> keys.opens(ALICE, KEY));
    store.broken = false;
    keys.set(ALICE, KEY, 1);
    assertTrue(keys.opens(ALICE, KEY), "the failure is not remembered");
  }

  @Test
  void a_device_that_was_away_does_not_bring_back_an_old_key() throws IOException {
    keys.set(ALICE, OTHER, 2);
    var refused = assertInstanceOf(Verdict.Refused.class, keys.set(ALICE, KEY, 1));
    assertEquals(ErrorCode.CONFLICT, refused.code());
    assertTrue(keys.opens(ALICE, OTHER));
    assertFalse(keys.opens(ALICE, KEY));
    assertInstanceOf(Verdict.Granted.class, keys.set(ALICE, KEY, 0), "of a client without numbers");
    assertTrue(keys.opens(ALICE, KEY));
  }
}
