package org.juntos.ui.compose;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.juntos.content.TextRanges.Style;
import org.juntos.ui.control.Icons;
import org.kordamp.ikonli.feather.Feather;

/// How the selected part of what is written looks: buttons that are there as long as something is
/// selected, and keys, which without a selection are about the word at the caret.
final class MarkBar extends HBox {
  private static final Map<Style, KeyCombination> KEYS =
      new EnumMap<>(
          Map.of(
              Style.BOLD, key(KeyCode.B),
              Style.ITALIC, key(KeyCode.I),
              Style.CODE, key(KeyCode.E),
              Style.STRIKE, shifted(KeyCode.X),
              Style.SPOILER, shifted(KeyCode.B)));

  private final TextArea area;
  private final Saying saying;
  private final Map<Style, ToggleButton> buttons = new EnumMap<>(Style.class);
  private final Subscription watch;

  MarkBar(TextArea area, Saying saying) {
    this.area = area;
    this.saying = saying;
    getStyleClass().add("mark-bar");
    for (var style : Style.values()) {
      var button = button(style);
      buttons.put(style, button);
      getChildren().add(button);
    }
    watch =
        area.selectionProperty().subscribe(_ -> show()).and(saying.ranges().subscribe(_ -> show()));
  }

  void close() {
    watch.unsubscribe();
  }

  private static KeyCombination key(KeyCode code) {
    return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
  }

  private static KeyCombination shifted(KeyCode code) {
    return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
  }

  private ToggleButton button(Style style) {
    var button = new ToggleButton("", Icons.icon(icon(style)));
    var name = name(style);
    button.setAccessibleText(name);
    button.setTooltip(new Tooltip(name));
    button.setOnAction(_ -> {
      toggle(style);
      show();
    });
    return button;
  }

  private static Feather icon(Style style) {
    return switch (style) {
      case BOLD -> Feather.BOLD;
      case ITALIC -> Feather.ITALIC;
      case STRIKE -> Feather.MINUS;
      case CODE -> Feather.CODE;
      case SPOILER -> Feather.EYE_OFF;
    };
  }

  private static String name(Style style) {
    return switch (style) {
      case BOLD -> "Bold (Ctrl+B)";
      case ITALIC -> "Italic (Ctrl+I)";
      case STRIKE -> "Struck through (Ctrl+Shift+X)";
      case CODE -> "Code (Ctrl+E)";
      case SPOILER -> "Hidden until clicked (Ctrl+Shift+B)";
    };
  }

  private void show() {
    boolean some = area.getSelection().getLength() > 0;
    setVisible(some);
    setManaged(some);
    if (some) {
      var part = part();
      buttons.forEach(
          (style, button) -> button.setSelected(saying.now().has(style, part.start, part.end)));
    }
  }

  /// Called before the field sees the key.
  void pressed(KeyEvent event) {
    for (var key : KEYS.entrySet()) {
      if (key.getValue().match(event)) {
        toggle(key.getKey());
        event.consume();
        return;
      }
    }
  }

  private void toggle(Style style) {
    var part = part();
    saying.toggle(style, part.start, part.end);
  }

  private record Part(int start, int end) {}

  private Part part() {
    var text = area.getText();
    var selected = area.getSelection();
    if (selected.getLength() > 0) {
      return new Part(
          Math.min(selected.getStart(), text.length()), Math.min(selected.getEnd(), text.length()));
    }
    int start = Math.min(area.getCaretPosition(), text.length());
    int end = start;
    while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return new Part(start, end);
  }
}
