package org.juntos.crypto.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.juntos.content.ProfileKey;
import org.juntos.wire.Bytes;
import org.juntos.wire.WireLimits;

class AccessKeysTest {
  private static final ProfileKey KEY = new ProfileKey(Bytes.ofHex("07".repeat(32)));

  @Test
  void the_access_key_follows_from_the_profile_key_and_from_nothing_else() {
    var access = DeviceCrypto.accessKey(KEY);
    assertEquals(WireLimits.ACCESS_KEY_BYTES, access.size());
    assertEquals(access, DeviceCrypto.accessKey(new ProfileKey(Bytes.ofHex("07".repeat(32)))));
    var other = new ProfileKey(Bytes.ofHex("07".repeat(31) + "08"));
    assertNotEquals(access, DeviceCrypto.accessKey(other));
    // both ends of a conversation may be of different versions: never another derivation
    assertEquals("61d8a4b2fb920be8e1078f64c47b4bae", access.hex());
  }

  @Test
  void no_key_opens_nothing() {
    assertThrows(IllegalArgumentException.class, () -> DeviceCrypto.accessKey(ProfileKey.NONE));
  }
}
