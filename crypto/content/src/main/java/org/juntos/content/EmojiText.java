package org.juntos.content;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// What can be a reaction: one emoji of any kind, however many code points it takes.
public final class EmojiText {
  private static final int MAX_BYTES = 64;
  private static final Pattern ONE_GRAPHEME = Pattern.compile("\\X");
  private static final int JOINER = 0x200D;
  private static final int PICTURE_FORM = 0xFE0F;
  private static final int KEYCAP = 0x20E3;
  private static final int FIRST_TAG = 0xE0020;
  private static final int LAST_TAG = 0xE007F;
  private static final int FIRST_REGION = 0x1F1E6;
  private static final int LAST_REGION = 0x1F1FF;

  private EmojiText() {}

  /// Whether `text` is one emoji and nothing else (UTS #51: a grapheme cluster of emoji characters
  /// that is drawn as a picture).
  public static boolean isOne(String text) {
    return !text.isEmpty()
        && text.length() <= MAX_BYTES
        && text.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES
        && text.codePoints().allMatch(EmojiText::mayBePart)
        && isPicture(text)
        && text.codePointBefore(text.length()) != JOINER
        && ONE_GRAPHEME.matcher(text).matches();
  }

  private static boolean mayBePart(int point) {
    return Character.isEmoji(point)
        || point == JOINER
        || point == PICTURE_FORM
        || point == KEYCAP
        || (point >= FIRST_TAG && point <= LAST_TAG);
  }

  /// Digits and half a flag are emoji characters, too.
  private static boolean isPicture(String text) {
    long regions = text.codePoints().filter(EmojiText::isRegion).count();
    return regions == 2
        || (text.indexOf(KEYCAP) > 0 && regions == 0)
        || (regions == 0 && Character.isExtendedPictographic(text.codePointAt(0)));
  }

  private static boolean isRegion(int point) {
    return point >= FIRST_REGION && point <= LAST_REGION;
  }
}
