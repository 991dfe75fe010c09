package org.juntos.ui.contact;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
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
  private final Button add = new Button("Add");
  private final HBox row;

  /// @param remove takes an entry out of the address book
  /// @param adding asks somebody who was found to be a contact
  AddressCell(Consumer<AddressView> remove, Consumer<AddressView> adding) {
    name.getStyleClass().add("address-name");
    reach.getStyleClass().add("form-note");
    note.getStyleClass().add("form-note");
    var lines = new VBox(name, reach, note);
    lines.setMinWidth(0);
    HBox.setHgrow(lines, Priority.ALWAYS);
    var away = Icons.button(Feather.TRASH_2, "Remove from the address book", () -> give(remove));
    away.setMinWidth(USE_PREF_SIZE);
    add.setMinWidth(USE_PREF_SIZE);
    add.setOnAction(_ -> give(adding));
    row = new HBox(lines, add, away);
    row.getStyleClass().add("address-row");
    row.setAlignment(Pos.CENTER_LEFT);
    setPrefWidth(0); // as wide as the list, never wider
  }

  private void give(Consumer<AddressView> to) {
    var entry = getItem();
    if (entry != null) {
      to.accept(entry);
    }
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
    boolean found = entry.account() != null && !entry.contact();
    add.setVisible(found);
    add.setManaged(found);
    add.setAccessibleText("Add " + safe);
    setAccessibleText(safe + ", " + reach.getText() + ", " + note.getText());
    setGraphic(row);
  }
}
