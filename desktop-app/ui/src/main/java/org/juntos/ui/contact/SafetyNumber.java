package org.juntos.ui.contact;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/// Sixty digits in groups of five, laid out alike on both sides so that they can be compared.
final class SafetyNumber extends GridPane {
  private static final int GROUP = 5;
  private static final int COLUMNS = 4;

  SafetyNumber(String digits) {
    getStyleClass().add("safety-number");
    var groups = groups(digits);
    for (var i = 0; i < groups.size(); i++) {
      var label = new Label(groups.get(i));
      label.setMinWidth(USE_PREF_SIZE);
      add(label, i % COLUMNS, i / COLUMNS);
    }
    setAccessibleRole(AccessibleRole.TEXT);
    setAccessibleText("Safety number " + String.join(" ", groups));
  }

  /// The digits in groups of five; what is no digit is left out.
  static List<String> groups(String digits) {
    var plain = digits.codePoints().filter(Character::isDigit).toArray();
    return IntStream.iterate(0, at -> at < plain.length, at -> at + GROUP)
        .mapToObj(at -> new String(plain, at, Math.min(GROUP, plain.length - at)))
        .toList();
  }
}
