package org.juntos.crypto.profile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.juntos.content.ProfileKey;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

class ProfileCipherTest {
  private static final AccountId ALICE = new AccountId(new UUID(1, 2));
  private static final AccountId BOB = new AccountId(new UUID(1, 3));
  private static final ProfileKey KEY = new ProfileKey(Bytes.ofHex("5a".repeat(32)));
  private static final ProfileKey OTHER = new ProfileKey(Bytes.ofHex("5b".repeat(32)));
  private static final byte[] PLAIN = {1, 2, 3};

  private final Bytes sealed = ProfileCipher.seal(KEY, ALICE, 7, PLAIN);

  @Test
  void whoever_holds_the_key_opens_it() {
    assertArrayEquals(PLAIN, ProfileCipher.open(KEY, ALICE, 7, sealed));
  }

  @Test
  void another_key_account_or_version_opens_nothing() {
    assertNull(ProfileCipher.open(OTHER, ALICE, 7, sealed));
    assertNull(ProfileCipher.open(KEY, BOB, 7, sealed));
    assertNull(ProfileCipher.open(KEY, ALICE, 8, sealed));
  }

  @Test
  void any_changed_bit_and_any_cut_is_found() {
    var bytes = sealed.toArray();
    for (int i = 0; i < bytes.length; i++) {
      var changed = bytes.clone();
      changed[i] ^= 1;
      assertNull(ProfileCipher.open(KEY, ALICE, 7, Bytes.of(changed)), "byte " + i);
      var cut = java.util.Arrays.copyOf(bytes, i);
      assertNull(ProfileCipher.open(KEY, ALICE, 7, Bytes.of(cut)), "length " + i);
    }
  }

  @Test
  void the_same_has_the_same_bytes_and_anything_else_others() {
    assertEquals(sealed, ProfileCipher.seal(KEY, ALICE, 7, PLAIN));
    assertNotEquals(nonce(sealed), nonce(ProfileCipher.seal(KEY, ALICE, 8, PLAIN)));
    assertNotEquals(nonce(sealed), nonce(ProfileCipher.seal(KEY, ALICE, 7, new byte[] {1, 2, 4})));
  }

  private static Bytes nonce(Bytes sealed) {
    return Bytes.of(java.util.Arrays.copyOfRange(sealed.toArray(), 1, 13));
  }
}
