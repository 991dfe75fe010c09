package org.juntos.ui.onboarding;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// Six boxes for six digits. Underneath is one ordinary text field, so that typing, pasting,
/// deleting and screen readers work as everywhere.
final class CodeField extends StackPane {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

  private final TextField field = new TextField();
  private final List<Label> boxes = new ArrayList<>();

  /// @param typed gets the digits after each change
  CodeField(int digits, Consumer<String> typed) {
    getStyleClass().add("code-field");
    field.getStyleClass().add("code-input");
    field.setAccessibleText("Code of " + digits + " digits");
    field.setTextFormatter(new TextFormatter<>(change -> onlyDigits(change, digits)));
    var row = new HBox();
    row.getStyleClass().add("code-boxes");
    row.setAlignment(Pos.CENTER);
    row.setMouseTransparent(true);
    for (var i = 0; i < digits; i++) {
      var box = new Label();
      box.getStyleClass().add("code-box");
      box.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
      boxes.add(box);
      row.getChildren().add(box);
    }
    getChildren().addAll(field, row);
    field.textProperty().subscribe(_ -> draw());
    field.focusedProperty().subscribe(_ -> draw());
    field.textProperty().addListener((_, _, digitsNow) -> typed.accept(digitsNow));
  }

  @Override
  public void requestFocus() {
    field.requestFocus();
  }

  String digits() {
    return field.getText();
  }

  void clear() {
    field.clear();
  }

  private void draw() {
    var text = field.getText();
    for (var i = 0; i < boxes.size(); i++) {
      boxes.get(i).setText(i < text.length() ? text.substring(i, i + 1) : "");
      var current = field.isFocused() && i == Math.min(text.length(), boxes.size() - 1);
      boxes.get(i).pseudoClassStateChanged(CURRENT, current);
    }
  }

  /// Keeps the digits of whatever is typed or pasted, "123-456" and "Code: 123 456" included.
  private static TextFormatter.Change onlyDigits(TextFormatter.Change change, int most) {
    if (!change.isContentChange()) {
      return change;
    }
    var digits = new StringBuilder();
    change
        .getText()
        .codePoints()
        .filter(Character::isDigit)
        .forEach(point -> digits.append(Character.digit(point, 10)));
    var kept = change.getControlText().length() - (change.getRangeEnd() - change.getRangeStart());
    var text = digits.substring(0, Math.min(digits.length(), Math.max(0, most - kept)));
    change.setText(text);
    var caret = change.getRangeStart() + text.length();
    change.selectRange(caret, caret);
    return change;
  }
}
