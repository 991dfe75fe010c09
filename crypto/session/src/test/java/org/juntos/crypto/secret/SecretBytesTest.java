package org.juntos.crypto.secret;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class SecretBytesTest {
  private static SecretBytes secret() {
    return SecretBytes.takeFrom(new byte[] {1, 2, 3});
  }

  @Test
  void takes_the_secret_away_from_where_it_was() {
    var value = new byte[] {1, 2, 3};
    try (var secret = SecretBytes.takeFrom(value)) {
      assertArrayEquals(new byte[3], value);
      assertArrayEquals(new byte[] {1, 2, 3}, secret.<byte[]>use(byte[]::clone));
    }
  }

  @Test
  void wipes_what_it_lent() {
    var lent = new AtomicReference<byte[]>(new byte[0]);
    try (var secret = secret()) {
      assertEquals(3, secret.<Integer>use(bytes -> keep(lent, bytes)));
      assertArrayEquals(new byte[3], lent.get());
      assertArrayEquals(new byte[] {1, 2, 3}, secret.<byte[]>use(byte[]::clone));
    }
  }

  private static int keep(AtomicReference<byte[]> lent, byte[] bytes) {
    lent.set(bytes);
    return bytes.length;
  }

  @Test
  void is_gone_when_closed() {
    var secret = secret();
    secret.close();
    assertThrows(IllegalStateException.class, () -> secret.<Integer>use(bytes -> bytes.length));
    assertThrows(IllegalStateException.class, secret::copy);
  }

  @Test
  void a_copy_outlives_the_original() {
    var secret = secret();
    try (var copy = secret.copy()) {
      assertTrue(copy.sameAs(secret));
      secret.close();
      assertArrayEquals(new byte[] {1, 2, 3}, copy.<byte[]>use(byte[]::clone));
    }
  }

  @Test
  void is_compared_by_value() {
    try (var one = secret();
        var same = secret();
        var other = SecretBytes.takeFrom(new byte[] {1, 2, 4})) {
      assertTrue(one.sameAs(same));
      assertFalse(one.sameAs(other));
    }
  }

  @Test
  void is_not_printed() {
    try (var secret = secret()) {
      assertEquals("SecretBytes(3)", secret.toString());
    }
  }

  @Test
  void random_ones_differ() {
    var random = new SecureRandom();
    try (var one = SecretBytes.random(32, random);
        var other = SecretBytes.random(32, random)) {
      assertEquals(32, one.size());
      assertFalse(one.sameAs(other));
    }
  }
}
