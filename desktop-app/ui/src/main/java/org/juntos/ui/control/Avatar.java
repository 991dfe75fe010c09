package org.juntos.ui.control;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.UUID;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.ImagePattern;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.model.ContactView;
import org.juntos.wire.AccountId;

/// A round picture of a person or group: their own, or initials on a colour that stays the same
/// everywhere.
public final class Avatar extends StackPane {
  private static final int COLOURS = 8;

  /// What belongs to a letter may go on for ever, and has the room of a letter.
  private static final int LONGEST_LETTER = 4;

  private final Label initials = new Label();
  private final Circle picture;
  private final Faces faces;
  private int colour = -1;
  private @Nullable Shown shown;

  /// @param size edge in pixels
  public Avatar(double size, Faces faces) {
    this.faces = faces;
    picture = new Circle(size / 2);
    picture.setVisible(false);
    getStyleClass().add("avatar");
    setMinSize(size, size);
    setMaxSize(size, size);
    setPrefSize(size, size);
    setAlignment(Pos.CENTER);
    initials.setStyle("-fx-font-size: " + Math.round(size * 0.38) + "px;");
    initials.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(initials, picture);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
  }

  /// Whose picture is shown, or awaited.
  private record Shown(UUID id, long version) {}

  /// Shows this person.
  public void show(ContactView person) {
    show(Portrait.of(person));
  }

  /// Shows somebody who is perhaps a contact.
  public void show(AccountId account, String name) {
    show(faces.portrait(account, name));
  }

  /// Shows this person or group.
  public void show(Portrait portrait) {
    named(portrait.id(), portrait.name());
    var now = new Shown(portrait.id(), portrait.version());
    if (now.equals(shown)) {
      return;
    }
    shown = now;
    picture.setVisible(false);
    if (portrait.version() > 0) {
      int edge = (int) Math.round(picture.getRadius() * 4); // for screens of twice the density
      faces.load(portrait, edge, image -> arrived(now, image));
    }
  }

  /// Shows a picture that is not anybody's yet.
  public void preview(Image image) {
    shown = null;
    fill(image);
  }

  private void arrived(Shown asked, @Nullable Image image) {
    if (image != null && asked.equals(shown)) {
      fill(image);
    }
  }

  private void fill(Image image) {
    picture.setFill(new ImagePattern(image));
    picture.setVisible(true);
  }

  private void named(UUID id, String name) {
    initials.setText(initials(name));
    SafeText.fitFont(initials, name);
    setAccessibleText("Picture of " + SafeText.name(name));
    getStyleClass().remove("avatar-" + colour);
    colour = Math.floorMod(id.hashCode(), COLOURS);
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
        var all = word.substring(start, end);
        var shown = all.length() > LONGEST_LETTER ? Character.toString(point) : all;
        return shown.toUpperCase(Locale.ROOT);
      }
      start = end;
    }
    return "";
  }
}
