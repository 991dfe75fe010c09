package org.juntos.ui.settings;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.intent.Outcome;
import org.juntos.ui.control.Wrapped;

/// Lets the account be found by its number, and says what that reveals.
final class FoundByNumber extends VBox {
  private static final String RELAY =
      "The relay keeps nothing from which the number can be read without a key of its own; with that"
          + " key it could find it by trying all numbers.";

  private final AccountViewModel model;

  FoundByNumber(AccountViewModel model) {
    this.model = model;
    getStyleClass().add("section-body");
    model.found().subscribe(this::show);
  }

  private void show(Outcome.@Nullable Discoverable found) {
    getChildren().setAll(found == null ? List.of(Wrapped.note("Asking the relay …")) : said(found));
  }

  private List<Node> said(Outcome.Discoverable found) {
    if (found.on()) {
      var off = new Button("Turn off");
      off.setOnAction(_ -> model.beHidden());
      var words = "On: whoever knows your number finds this account and can ask to be a contact. ";
      return List.of(Wrapped.note(words + RELAY), off);
    }
    return found.offered()
        ? List.of(
            Wrapped.note(
                "Off: nobody finds you by your number. When it is on, whoever knows your number"
                    + " learns that it has an account here and can ask to be a contact. "
                    + RELAY),
            turnOn())
        : List.of(Wrapped.note("At this relay nobody is found by phone number."));
  }

  private Node turnOn() {
    var number = new TextField();
    number.setPromptText("Your number, with +49 …");
    number.setAccessibleText("Your phone number");
    HBox.setHgrow(number, Priority.ALWAYS);
    var on = new Button("Turn on");
    on.setMinWidth(USE_PREF_SIZE);
    on.setOnAction(_ -> model.beFound(number.getText()));
    number.setOnAction(_ -> on.fire());
    var row = new HBox(number, on);
    row.getStyleClass().add("link-row");
    return row;
  }
}
