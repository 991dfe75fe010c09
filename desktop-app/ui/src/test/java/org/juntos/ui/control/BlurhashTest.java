package org.juntos.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlurhashTest {
  @Test
  void paints_the_average_colour_of_a_hash_of_one_component() {
    // 1 x 1 components, average colour #336699
    var hash = "00" + base83(0x336699, 4);
    var image = Blurhash.paint(hash);
    assertNotNull(image);
    assertEquals(0xFF336699, image.getPixelReader().getArgb(0, 0));
    assertEquals(0xFF336699, image.getPixelReader().getArgb(31, 31));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0", "LEHV6nWB2yk8pyo0adR*.7kCMdn", "~~~~~~", "L\"HV6nWB2yk8pyo0adR*.7kCMdnj"})
  void refuses_what_is_no_hash(String hash) {
    assertNull(Blurhash.paint(hash));
  }

  private static String base83(int value, int digits) {
    var alphabet =
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~";
    var text = new StringBuilder();
    for (var i = 0; i < digits; i++) {
      text.insert(0, alphabet.charAt(value % 83));
      value /= 83;
    }
    return text.toString();
  }
}
