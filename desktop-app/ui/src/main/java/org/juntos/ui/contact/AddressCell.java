package org.juntos.ui.contact;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.intent.AddressView;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.SafeText;
import org.kordamp.ikonli.feather.Feather;

/// One entry of the address book.
final class AddressCell extends ListCell<AddressView> {
  private final Label name = new Label();
  private final Label reach = new Label();
  private final Label note = new Label();
  private final HBox row;

  /// @param remove takes an entry out of the address book
  AddressCell(Consumer<AddressView> remove) {
    name.getStyleClass().add("address-name");
    reach.getStyleClass().add("form-note");
    note.getStyleClass().add("form-note");
    var lines = new VBox(name, reach, note);
    lines.setMinWidth(0);
    HBox.setHgrow(lines, Priority.ALWAYS);
    var away =
        Icons.button(
            Feather.TRASH_2,
            "Remove from the address book",
            () -> {
              var entry = getItem();
              if (entry != null) {
                remove.accept(entry);
              }
            });
    away.setMinWidth(USE_PREF_SIZE);
    row = new HBox(lines, away);
    row.getStyleClass().add("address-row");
    row.setAlignment(Pos.CENTER_LEFT);
    setPrefWidth(0); // as wide as the list, never wider
  }

  @Override
  protected void updateItem(@Nullable AddressView entry, boolean empty) {
    super.updateItem(entry, empty);
    if (entry == null || empty) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    var safe = SafeText.name(entry.name());
    name.setText(safe);
    SafeText.fitFont(name, safe);
    reach.setText(SafeText.name(AddressBookView.reach(entry)));
    note.setText(AddressBookView.note(entry));
    setAccessibleText(safe + ", " + reach.getText() + ", " + note.getText());
    setGraphic(row);
  }
}
