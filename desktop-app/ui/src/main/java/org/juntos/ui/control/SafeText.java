package org.juntos.ui.control;

import java.util.regex.Pattern;
import javafx.css.Styleable;
import org.juntos.content.Visible;

/// Makes text of other people safe to show: what it says stays, what it could do to the line around
/// it does not.
public final class SafeText {
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\n\t]]");

  /// What turns the direction of what follows (UAX #9), and what has no shape, for which fonts show
  /// a box. Joiners stay: letters look different with them.
  private static final Pattern UNSEEN =
      Pattern.compile(
          "[\\u00AD\\u061C\\u180E\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF"
              + "\\uFFF9-\\uFFFB]");

  /// What is stacked on a letter beyond what any script needs, up and down over other lines.
  private static final Pattern TOWER = Pattern.compile("(?<=[\\p{Mn}\\p{Me}]{6})[\\p{Mn}\\p{Me}]+");

  private static final Pattern GAPS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
  private static final int MAX_NAME = 256;
  private static final String SYSTEM_FONT = "system-font";

  private SafeText() {}

  /// A name on one line, without characters that turn the direction of what follows; `Unnamed` when
  /// nothing of it can be seen.
  public static String name(String name) {
    var start = name.substring(0, whole(name, Math.min(name.length(), 4 * MAX_NAME)));
    var plain = low(UNSEEN.matcher(GAPS.matcher(start).replaceAll(" ")).replaceAll("").strip());
    var end = plain.length() <= MAX_NAME ? plain.length() : whole(plain, MAX_NAME);
    return Visible.any(plain) ? plain.substring(0, end) : "Unnamed";
  }

  /// The body of a message, controls made visible, and no more marks on a letter than scripts have.
  public static String body(String body) {
    var lines = body.replace("\r\n", "\n").replace('\r', '\n');
    return low(CONTROL.matcher(lines).replaceAll("\uFFFD"));
  }

  /// The beginning of a body on one line.
  public static String line(String body, int maxLength) {
    var start = body.substring(0, whole(body, Math.min(body.length(), 4 * maxLength)));
    var flat = low(GAPS.matcher(UNSEEN.matcher(start).replaceAll("")).replaceAll(" ").strip());
    return flat.substring(0, whole(flat, Math.min(flat.length(), maxLength)));
  }

  /// What is drawn of a part of a text: without what turns its direction or has no shape.
  public static String drawn(String part) {
    return UNSEEN.matcher(part).replaceAll("");
  }

  private static String low(String text) {
    return TOWER.matcher(text).replaceAll("");
  }

  /// Whether the first strong character is written from right to left.
  public static boolean isRightToLeft(String text) {
    return text.codePoints()
        .limit(4096)
        .map(Character::getDirectionality)
        .filter(SafeText::isStrong)
        .mapToObj(SafeText::isRtl)
        .findFirst()
        .orElse(false);
  }

  /// Gives `node` the system's own font when `text` has letters that are written from right to
  /// left: JavaFX orders their words wrongly when it has to borrow them from another font.
  public static void fitFont(Styleable node, String text) {
    node.getStyleClass().remove(SYSTEM_FONT);
    if (text.codePoints()
        .limit(65_536)
        .map(Character::getDirectionality)
        .anyMatch(SafeText::isRtl)) {
      node.getStyleClass().add(SYSTEM_FONT);
    }
  }

  /// The index at or before `end` that does not cut a character in two.
  public static int whole(String text, int end) {
    return end > 0 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))
        ? end - 1
        : end;
  }

  private static boolean isStrong(int direction) {
    return direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT || isRtl(direction);
  }

  private static boolean isRtl(int direction) {
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }
}
