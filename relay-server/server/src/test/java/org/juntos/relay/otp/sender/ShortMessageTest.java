package org.juntos.relay.otp.sender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortMessageTest {
  @ParameterizedTest
  @CsvSource({
    "123456 Az, 31323334353620417a",
    "@£$¥, 00010203",
    "ÄÖÑÜ§¿äöñüà, 5b5c5d5e5f607b7c7d7e7f",
    "é_Δ, 051110",
    "€[], 1b651b3c1b3e",
    "^{}\\~|, 1b141b281b291b2f1b3d1b40"
  })
  void the_gsm_alphabet_is_one_septet_each_and_its_extension_two(String text, String hex) {
    var message = ShortMessage.of(text);
    assertFalse(message.wide());
    assertEquals(hex, message.octets().hex());
  }

  @Test
  void one_character_outside_makes_it_all_ucs_2() {
    var message = ShortMessage.of("Код 12");
    assertTrue(message.wide());
    assertEquals("041a043e04340020" + "00310032", message.octets().hex());
    assertTrue(ShortMessage.of("`").wide(), "the grave accent is not in the alphabet");
  }

  @Test
  void a_text_is_one_message_or_refused() {
    assertEquals(160, ShortMessage.of("a".repeat(160)).octets().size());
    assertEquals(140, ShortMessage.of("ж".repeat(70)).octets().size());
    for (var text : new String[] {"a".repeat(161), "€".repeat(81), "ж".repeat(71)}) {
      assertThrows(IllegalArgumentException.class, () -> ShortMessage.of(text));
    }
  }

  @Test
  void a_template_has_room_for_the_code() {
    assertEquals("123456!", new CodeText("{code}!").with("123456"));
    assertThrows(IllegalArgumentException.class, () -> new CodeText("no place"));
    assertThrows(IllegalArgumentException.class, () -> new CodeText("{code}" + "a".repeat(155)));
  }
}
