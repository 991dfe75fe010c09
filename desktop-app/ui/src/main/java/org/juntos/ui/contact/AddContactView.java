package org.juntos.ui.contact;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.juntos.crypto.name.UserName;
import org.juntos.engine.intent.WrittenNumber;
import org.juntos.ui.control.FieldLabel;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.ProblemText;
import org.juntos.ui.control.Wrapped;
import org.juntos.ui.platform.Device;
import org.kordamp.ikonli.feather.Feather;

/// The card for adding someone.
public final class AddContactView extends VBox {
  private final TextField link = new TextField();

  /// Fills itself from `model`.
  ///
  /// @param addresses opens the address book
  public AddContactView(AddContactViewModel model, Device device, Runnable addresses) {
    getStyleClass().add("dialog-body");
    link.setPromptText("juntos://add/…, name.42 or +49 …");
    link.setAccessibleText("Their contact link, user name or phone number");
    HBox.setHgrow(link, Priority.ALWAYS);
    var add = new Button("Add");
    add.getStyleClass().add("primary");
    add.setDefaultButton(true);
    add.setMinWidth(Region.USE_PREF_SIZE);
    add.disableProperty().bind(model.busy());
    add.setOnAction(_ -> model.add(link.getText()));
    var row = new HBox(link, add);
    row.getStyleClass().add("link-row");
    var own = new FieldLabel("Or let them add you");
    var scan = new ScanRow(device, model::scan, model::complain);
    scan.disableProperty().bind(model.busy());
    getChildren().addAll(label("Their link, user name or phone number"), row, caution());
    getChildren()
        .addAll(
            note("Or look for the QR code that they show:"),
            scan,
            new ProblemText(model.problem()));
    getChildren().add(Icons.link(Feather.BOOK_OPEN, "Your address book …", addresses));
    getChildren().addAll(own, new LinkCard(model.ownLink(), () -> save(model, device)));
  }

  private void save(AddContactViewModel model, Device device) {
    var target = device.chooseTarget(getScene().getWindow(), "juntos-contact.png");
    if (target != null) {
      model.save(target);
    }
  }

  private static Label note(String text) {
    return Wrapped.note(text);
  }

  private Label label(String text) {
    var label = new FieldLabel(text);
    label.setLabelFor(link);
    return label;
  }

  /// Whoever is found by a name or a number has the key that the relay says.
  private Label caution() {
    var text = Wrapped.note("");
    link.textProperty()
        .subscribe(typed -> {
          var words = caution(typed);
          text.setText(words);
          text.setVisible(!words.isEmpty());
          text.setManaged(!words.isEmpty());
        });
    return text;
  }

  /// Empty for a link.
  private static String caution(String typed) {
    if (UserName.looksLike(typed)) {
      return "A user name is looked up at the relay, which then also says what their key is. Compare"
          + " safety numbers before you trust it; a link carries the key itself.";
    }
    return WrittenNumber.looksLike(typed)
        ? "You find only those who let themselves be found by their number. The relay is not told"
            + " which number you look for, but it says whose it is and what their key is. Compare"
            + " safety numbers before you trust it."
        : "";
  }
}
