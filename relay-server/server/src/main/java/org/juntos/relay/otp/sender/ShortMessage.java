package org.juntos.relay.otp.sender;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.juntos.wire.Bytes;

/// A text in the form of one short message: the GSM alphabet when it has all characters, UCS-2
/// otherwise (3GPP TS 23.038).
///
/// @param wide whether it is UCS-2
/// @param octets of the GSM alphabet one octet a septet, as SMPP carries it
record ShortMessage(boolean wide, Bytes octets) {
  private static final int MAX_SEPTETS = 160;
  private static final int MAX_OCTETS = 140;
  private static final int ESCAPE = 0x1b;

  /// The position of each character is its septet; the escape stands at its own.
  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

  private static final String EXTENDED = "\f^{}\\[~]|€";
  private static final byte[] EXTENDED_SEPTETS = {
    0x0a, 0x14, 0x28, 0x29, 0x2f, 0x3c, 0x3d, 0x3e, 0x40, 0x65
  };

  /// @throws IllegalArgumentException when it needs more than one message
  static ShortMessage of(String text) {
    var septets = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (!add(text.charAt(i), septets)) {
        return checked(true, text.getBytes(StandardCharsets.UTF_16BE), MAX_OCTETS);
      }
    }
    return checked(false, septets.toByteArray(), MAX_SEPTETS);
  }

  private static boolean add(char character, ByteArrayOutputStream septets) {
    int basic = BASIC.indexOf(character);
    if (basic >= 0 && basic != ESCAPE) {
      septets.write(basic);
      return true;
    }
    int extended = EXTENDED.indexOf(character);
    if (extended >= 0) {
      septets.write(ESCAPE);
      septets.write(EXTENDED_SEPTETS[extended]);
    }
    return extended >= 0;
  }

  private static ShortMessage checked(boolean wide, byte[] octets, int most) {
    if (octets.length > most) {
      throw new IllegalArgumentException(
          "the text of a code must fit into one short message: 160 characters, 70 when one of them is not of the GSM alphabet");
    }
    return new ShortMessage(wide, Bytes.of(octets));
  }
}
