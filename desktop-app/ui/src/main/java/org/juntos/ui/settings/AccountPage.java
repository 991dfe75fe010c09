package org.juntos.ui.settings;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.intent.AccountView;
import org.juntos.ui.control.FieldLabel;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.Wrapped;
import org.kordamp.ikonli.feather.Feather;

/// The card of what belongs to the account.
public final class AccountPage extends Page {
  private final AccountViewModel model;

  /// Fills itself from `model`.
  public AccountPage(AccountViewModel model) {
    super("account");
    this.model = model;
    setFocusTraversable(true);
    disableProperty().bind(model.busy());
    model.view().subscribe(this::show);
  }

  private void show(@Nullable AccountView view) {
    if (view == null) {
      getChildren().setAll(waiting(Wrapped.note("Asking the relay …")));
      return;
    }
    getChildren()
        .setAll(
            section("User name", userName(view)),
            section("Found by your phone number", new FoundByNumber(model)),
            section("Registration PIN", pin(view)),
            section("Phone number or e-mail address", address(view)),
            section("Delete account", new Farewell(model::delete)));
  }

  private static Node section(String title, Node body) {
    var label = new FieldLabel(title);
    var box = new VBox(label, body);
    box.getStyleClass().add("account-section");
    return box;
  }

  private Node userName(AccountView view) {
    var field = new TextField(view.userName());
    field.setPromptText("For instance ana, or ana.42");
    field.setAccessibleText("User name");
    var save = button(view.userName().isEmpty() ? "Take it" : "Change");
    save.setOnAction(_ -> model.choose(field.getText()));
    field.setOnAction(_ -> save.fire());
    if (view.userName().isEmpty()) {
      return body(
          Wrapped.note(
              "Nobody finds you by a name. With one, people of this relay do, who know it."),
          row(field, save));
    }
    var drop = button("Remove");
    drop.setOnAction(_ -> model.dropName());
    return body(
        Wrapped.note("People of this relay who know it find you by it."),
        row(field),
        row(save, drop));
  }

  private Node pin(AccountView view) {
    var pin = secret("PIN", view.locked() ? "New PIN" : "PIN");
    var again = secret("PIN once more", "Once more");
    var set = button(view.locked() ? "Change" : "Set");
    set.setOnAction(_ -> model.lock(pin.getText(), again.getText()));
    again.setOnAction(_ -> set.fire());
    var buttons = row(set);
    var box =
        body(
            Wrapped.note(
                view.locked()
                    ? "Nobody registers your number or address anew without your PIN. Keep it in mind:"
                        + " you need it on a new device."
                    : "Whoever gets hold of your number or address can register it anew and take your"
                        + " place. A PIN of 4 to 20 digits or letters prevents that."));
    if (view.wrongTries() > 0) {
      box.getChildren().add(warning(view.wrongTries()));
    }
    box.getChildren().addAll(row(pin, again), buttons);
    if (view.locked()) {
      var remove = button("Remove");
      remove.setOnAction(_ -> model.unlock());
      buttons.getChildren().add(remove);
    }
    return box;
  }

  private static Node warning(int wrongTries) {
    var text =
        new Label(
            (wrongTries == 1
                    ? "Somebody who received a code for it has given a wrong PIN."
                    : "Somebody who received codes for it has given " + wrongTries + " wrong PINs.")
                + " If that was not you, ask your provider who else has your number or mailbox.");
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    text.getStyleClass().add("notice-text");
    HBox.setHgrow(text, Priority.ALWAYS);
    var row = new HBox(Icons.icon(Feather.ALERT_TRIANGLE), text);
    row.getStyleClass().addAll("held-row", "held-differs");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private Node address(AccountView view) {
    var field = new TextField();
    field.setPromptText("+49 … or name@example.org");
    field.setAccessibleText("New phone number or e-mail address");
    var ask = button("Send code");
    ask.setOnAction(_ -> model.ask(field.getText()));
    field.setOnAction(_ -> ask.fire());
    var box =
        body(
            Wrapped.note(
                "Account, contacts and messages stay; the number or address before is free then."),
            row(field, ask));
    if (view.pinNeeded()) {
      var pin = secret("PIN of the other account", "Its registration PIN");
      var go = button("Go on");
      go.setOnAction(_ -> model.open(pin.getText()));
      pin.setOnAction(_ -> go.fire());
      box.getChildren()
          .addAll(
              Wrapped.note("The new one belongs to an account that is locked with a PIN."),
              row(pin, go));
    } else if (!view.codeSentTo().isEmpty()) {
      var code = new TextField();
      code.setPromptText("Six digits");
      code.setAccessibleText("Code");
      var confirm = button("Confirm");
      confirm.setOnAction(_ -> model.confirm(code.getText()));
      code.setOnAction(_ -> confirm.fire());
      box.getChildren()
          .addAll(
              Wrapped.note("A code is on its way to " + view.codeSentTo() + "."),
              row(code, confirm));
    }
    return box;
  }

  private static VBox body(Node... nodes) {
    var box = new VBox(nodes);
    box.getStyleClass().add("section-body");
    return box;
  }

  private static HBox row(Node... nodes) {
    for (var node : nodes) {
      if (node instanceof TextField) {
        HBox.setHgrow(node, Priority.ALWAYS);
      }
    }
    var row = new HBox(nodes);
    row.getStyleClass().add("link-row");
    return row;
  }

  private static PasswordField secret(String name, String hint) {
    var field = new PasswordField();
    field.setPromptText(hint);
    field.setAccessibleText(name);
    return field;
  }

  private static Button button(String name) {
    var button = new Button(name);
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }
}
