package org.juntos.ui.vanishing;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// One of several times, or one's own: a number of something.
///
/// @param <T> what is chosen
final class Choice<T> extends VBox {
  private static final int COLUMNS = 3;

  private final ComboBox<Option<T>> box = new ComboBox<>();
  private final HBox own;
  private final Consumer<T> chosen;
  private @Nullable Option<T> unlisted;
  private boolean showing;

  /// @param value null: one's own, to be typed
  record Option<T>(String words, @Nullable T value) {}

  /// A unit that one's own can be in.
  interface Unit<T> {
    /// Null when it is too much.
    @Nullable T of(int count);
  }

  /// @param name for a screen reader
  /// @param units of one's own, by their names
  Choice(String name, List<Option<T>> options, List<Named<T>> units, Consumer<T> chosen) {
    this.chosen = chosen;
    getStyleClass().add("section-body");
    box.setAccessibleText(name);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setConverter(new Words<>());
    box.getItems().setAll(options);
    box.getItems().add(new Option<>("Other …", null));
    own = own(name, units);
    box.valueProperty().subscribe(this::picked);
    getChildren().add(box);
  }

  /// @param words "days"
  record Named<T>(String words, Unit<T> unit) {}

  /// Shows what is set, whether it is among the options or not.
  void show(Option<T> now) {
    showing = true;
    box.getItems().remove(unlisted);
    var shown =
        box.getItems().stream()
            .filter(one -> one.value() != null && one.value().equals(now.value()))
            .findFirst()
            .orElse(now);
    unlisted = box.getItems().contains(shown) ? null : shown;
    if (unlisted != null) {
      box.getItems().addFirst(unlisted);
    }
    box.setValue(shown);
    getChildren().remove(own);
    showing = false;
  }

  private void picked(@Nullable Option<T> option) {
    if (showing || option == null) {
      return;
    }
    var value = option.value();
    if (value != null) {
      getChildren().remove(own);
      chosen.accept(value);
    } else if (!getChildren().contains(own)) {
      getChildren().add(own);
      own.getChildren().getFirst().requestFocus();
    }
  }

  private HBox own(String name, List<Named<T>> units) {
    var number = new TextField();
    number.setPrefColumnCount(COLUMNS);
    number.setMinWidth(Region.USE_PREF_SIZE);
    number.setAccessibleText(name + ", how many");
    var unit = new ComboBox<Named<T>>();
    unit.setAccessibleText(name + ", of what");
    unit.setConverter(new UnitWords<>());
    unit.getItems().setAll(units);
    unit.setValue(units.getFirst());
    unit.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(unit, Priority.ALWAYS);
    var set = new Button("Set");
    set.setMinWidth(Region.USE_PREF_SIZE);
    set.setDisable(true);
    Runnable check = () -> set.setDisable(read(number.getText(), unit.getValue()) == null);
    number.textProperty().subscribe(check);
    unit.valueProperty().subscribe(check);
    set.setOnAction(_ -> {
      var value = read(number.getText(), unit.getValue());
      if (value != null) {
        chosen.accept(value);
      }
    });
    number.setOnAction(_ -> set.fire());
    var row = new HBox(number, unit, set);
    row.getStyleClass().add("link-row");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private @Nullable T read(String text, Named<T> unit) {
    return text.strip().matches("[1-9][0-9]{0,4}")
        ? unit.unit().of(Integer.parseInt(text.strip()))
        : null;
  }

  private static final class Words<T> extends StringConverter<Option<T>> {
    @Override
    public String toString(@Nullable Option<T> option) {
      return option == null ? "" : option.words();
    }

    @Override
    public @Nullable Option<T> fromString(String text) {
      return null;
    }
  }

  private static final class UnitWords<T> extends StringConverter<Named<T>> {
    @Override
    public String toString(@Nullable Named<T> unit) {
      return unit == null ? "" : unit.words();
    }

    @Override
    public @Nullable Named<T> fromString(String text) {
      return null;
    }
  }
}
