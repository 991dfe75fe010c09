package org.juntos.crypto.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

class PinTest {
  private static final Bytes ROOT = Bytes.ofHex("05".repeat(33));
  private static final Bytes SALT = Pin.salt(new AccountId(new UUID(1, 2)));

  private static SecretBytes typed(String text) {
    return SecretBytes.takeFrom(text.getBytes(StandardCharsets.UTF_8));
  }

  private static SecretBytes proof(String text, Bytes salt, Bytes root) {
    try (var pin = Objects.requireNonNull(Pin.parse(typed(text)), text)) {
      return pin.proof(salt, root);
    }
  }

  @Test
  void however_it_was_typed_it_makes_the_same() {
    var plain = proof("1234", SALT, ROOT);
    assertTrue(plain.sameAs(proof(" 12٣４\n", SALT, ROOT)));
    assertFalse(plain.sameAs(proof("12345", SALT, ROOT)));
  }

  /// Others must make the same of it for ever.
  @Test
  void what_it_makes_never_changes() {
    var hex = proof("4815", SALT, ROOT).use(bytes -> HexFormat.of().formatHex(bytes));
    assertEquals("385047346a371b08df0be0b5199b9aa18f803dae1fe5c1e52d65ba0685ecd12b", hex);
  }

  @Test
  void another_account_and_another_relay_make_another() {
    var one = proof("1234", SALT, ROOT);
    assertFalse(one.sameAs(proof("1234", Pin.salt(new AccountId(new UUID(1, 3))), ROOT)));
    assertFalse(one.sameAs(proof("1234", SALT, Bytes.ofHex("06".repeat(33)))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "123", "123456789012345678901", "12 34", "12-34", "pass!", "    ", "😀😀😀😀"})
  void what_is_no_pin_is_none(String text) {
    assertNull(Pin.parse(typed(text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1234", "größe", "abcdefghij0123456789", "пароль"})
  void digits_and_letters_do(String text) {
    assertTrue(Pin.parse(typed(text)) != null);
  }
}
