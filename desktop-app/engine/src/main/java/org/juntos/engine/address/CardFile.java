package org.juntos.engine.address;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A file of vCards: which encoding it has, and where each card begins and ends. Cards are taken
/// apart before any of them is read, so that one that is broken costs no other.
final class CardFile {
  /// Most characters of one card; most of them are a photo, which is not imported.
  static final int MAX_CARD = 4 * 1024 * 1024;

  private static final String BEGIN = "BEGIN:VCARD";
  private static final String END = "END:VCARD";
  private static final Charset WESTERN = Charset.forName("windows-1252");

  private CardFile() {}

  /// @param text without what is around the card
  /// @param whole whether its end is there, and it is not too long
  record Card(String text, boolean whole) {}

  /// The text of a file: by its byte order mark, else UTF-16 when every other byte is nothing, else
  /// UTF-8 when it is valid, else Western European, of which Latin-1 is the part that is used.
  static String text(byte[] bytes) {
    if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
      return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
    }
    if (begins(bytes, 0xFF, 0xFE) || begins(bytes, 'B', 0)) {
      return utf16(bytes, StandardCharsets.UTF_16LE);
    }
    if (begins(bytes, 0xFE, 0xFF) || begins(bytes, 0, 'B')) {
      return utf16(bytes, StandardCharsets.UTF_16BE);
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException _) {
      return new String(bytes, WESTERN);
    }
  }

  private static String utf16(byte[] bytes, Charset charset) {
    var text = new String(bytes, charset);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static boolean begins(byte[] bytes, int... with) {
    if (bytes.length < with.length) {
      return false;
    }
    for (int i = 0; i < with.length; i++) {
      if ((bytes[i] & 0xFF) != with[i]) {
        return false;
      }
    }
    return true;
  }

  /// The cards of a text, in their order. A card inside another one (vCard 2.1 has such agents) is
  /// a part of it.
  static List<Card> cards(String text) {
    var cards = new ArrayList<Card>();
    var card = new StringBuilder();
    int depth = 0;
    for (var line : (Iterable<String>) text.lines()::iterator) {
      var mark = line.strip().toUpperCase(Locale.ROOT);
      if (mark.equals(BEGIN) && (depth == 0 || isForgotten(card))) {
        if (depth > 0) {
          cards.add(new Card(card.toString(), false));
        }
        card.setLength(0);
        depth = 0;
      }
      depth += begins(mark) ? 1 : 0;
      if (depth > 0 && card.length() <= MAX_CARD) {
        card.append(line).append("\r\n");
      }
      if (depth > 0 && mark.equals(END) && --depth == 0) {
        cards.add(new Card(card.toString(), card.length() <= MAX_CARD));
        card.setLength(0);
      }
    }
    if (depth > 0) {
      cards.add(new Card(card.toString(), false));
    }
    return cards;
  }

  private static boolean begins(String mark) {
    return mark.equals(BEGIN) || (mark.startsWith("AGENT") && mark.endsWith(":" + BEGIN));
  }

  /// A card begins on a line of its own, although the one before has no end: only after `AGENT:`
  /// one belongs inside.
  private static boolean isForgotten(StringBuilder before) {
    var text = before.toString().stripTrailing();
    var last = text.substring(text.lastIndexOf('\n') + 1).strip().toUpperCase(Locale.ROOT);
    return !last.startsWith("AGENT");
  }
}
