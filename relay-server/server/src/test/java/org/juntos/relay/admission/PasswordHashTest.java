package org.juntos.relay.admission;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class PasswordHashTest {
  /// Made with the reference implementation, `argon2 somesalt -id -t 2 -k 65536 -p 1 -l 32`.
  private static final String REFERENCE =
      "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

  @Test
  void reads_what_the_reference_implementation_wrote() {
    assertTrue(PasswordHash.parse(REFERENCE).isOf("password"));
    assertFalse(PasswordHash.parse(REFERENCE).isOf("passwore"));
  }

  @Test
  void is_of_its_password_only_and_has_a_salt_of_its_own() {
    var random = new SecureRandom();
    var one = PasswordHash.of("größer", random).text();
    var other = PasswordHash.of("größer", random).text();
    assertTrue(one.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), one);
    assertFalse(one.equals(other));
    assertTrue(PasswordHash.parse(one).isOf("größer"));
    assertFalse(PasswordHash.parse(one).isOf("grosser"));
  }

  @Test
  void a_damaged_hash_is_no_hash() {
    assertThrows(IllegalArgumentException.class, () -> PasswordHash.parse("$argon2i$v=19$m=1"));
  }
}
