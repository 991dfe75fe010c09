package org.juntos.ui.control;

import java.text.BreakIterator;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.juntos.wire.AccountId;

/// A round picture of a person: initials on a colour that stays the same everywhere.
public final class Avatar extends StackPane {
  private static final int COLOURS = 8;

  private final Label initials = new Label();
  private int colour = -1;

  /// @param size edge in pixels
  public Avatar(double size) {
    getStyleClass().add("avatar");
    setMinSize(size, size);
    setMaxSize(size, size);
    setPrefSize(size, size);
    setAlignment(Pos.CENTER);
    initials.setStyle("-fx-font-size: " + Math.round(size * 0.38) + "px;");
    initials.setMinWidth(USE_PREF_SIZE);
    getChildren().add(initials);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
  }

  /// Shows this person.
  public void show(AccountId account, String name) {
    initials.setText(initials(name));
    SafeText.fitFont(initials, name);
    setAccessibleText("Picture of " + SafeText.name(name));
    getStyleClass().remove("avatar-" + colour);
    colour = Math.floorMod(account.value().hashCode(), COLOURS);
    getStyleClass().add("avatar-" + colour);
  }

  /// First letters of the first and the last word, at most two.
  static String initials(String name) {
    var words = SafeText.name(name);
    var first = words.indexOf(' ');
    return first < 0
        ? letter(words)
        : letter(words.substring(0, first)) + letter(words.substring(words.lastIndexOf(' ') + 1));
  }

  private static String letter(String word) {
    var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(word);
    for (var start = characters.first(); start < word.length(); ) {
      var end = characters.next();
      if (end == BreakIterator.DONE) {
        return "";
      }
      var point = word.codePointAt(start);
      if (Character.isLetterOrDigit(point)) {
        return word.substring(start, end).toUpperCase(Locale.ROOT);
      }
      start = end;
    }
    return "";
  }
}
