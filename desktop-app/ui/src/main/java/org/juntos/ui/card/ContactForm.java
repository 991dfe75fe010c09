package org.juntos.ui.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.juntos.engine.intent.CardIntent;
import org.juntos.engine.model.ContactView;
import org.juntos.ui.control.Avatar;
import org.juntos.ui.control.CardHost;
import org.juntos.ui.control.Faces;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.SafeText;
import org.juntos.ui.control.Scrolling;
import org.juntos.ui.control.Wrapped;
import org.juntos.ui.platform.Device;
import org.kordamp.ikonli.feather.Feather;

/// Contacts to hand one of on, with a search; or a vCard file.
final class ContactForm extends CardForm {
  private static final double PICTURE = 28;
  private static final double HEIGHT = 260;

  private final Device device;
  private final List<Choice> choices = new ArrayList<>();
  private final Label none = new Label();

  ContactForm(CardSending sending, CardHost host, Faces faces, Device device) {
    super(sending, host);
    this.device = device;
    var filter = new TextField();
    filter.setPromptText("Find a contact");
    filter.setAccessibleText("Find a contact");
    var list = new VBox();
    list.getStyleClass().add("contact-picker");
    for (var contact : sending.contacts()) {
      var button = button(contact, faces);
      choices.add(new Choice(SafeText.name(contact.name()).toLowerCase(Locale.ROOT), button));
      list.getChildren().add(button);
    }
    none.getStyleClass().add("form-note");
    var scroll = Scrolling.upright(new VBox(list, none));
    scroll.setPrefHeight(HEIGHT);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    var file = new HBox(Icons.link(Feather.FILE, "From a vCard file …", this::file));
    file.setAlignment(Pos.CENTER_LEFT);
    getChildren()
        .addAll(
            filter,
            scroll,
            file,
            wrong(),
            Wrapped.note(
                "The key that you know them by goes along: whoever adds them takes no other from"
                    + " the relay."));
    filter.textProperty().subscribe(this::narrow);
  }

  private Button button(ContactView contact, Faces faces) {
    var name = SafeText.name(contact.name());
    var avatar = new Avatar(PICTURE, faces);
    avatar.show(contact);
    var button = new Button(name, avatar);
    SafeText.fitFont(button, name);
    button.getStyleClass().setAll("person-choice");
    button.setMnemonicParsing(false);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setAccessibleText("Send " + name);
    button.setOnAction(_ -> send(to -> new CardIntent.ShareContact(to, contact.account())));
    return button;
  }

  private void narrow(String typed) {
    var wanted = typed.strip().toLowerCase(Locale.ROOT);
    boolean any = false;
    for (var choice : choices) {
      boolean shown = choice.name.contains(wanted);
      choice.button.setVisible(shown);
      choice.button.setManaged(shown);
      any |= shown;
    }
    none.setText(choices.isEmpty() ? "You have no contacts yet" : "No contact has this name");
    none.setVisible(!any);
    none.setManaged(!any);
  }

  private void file() {
    var file = device.chooseFile(getScene().getWindow(), Device.FileKind.CARDS);
    if (file != null) {
      send(to -> new CardIntent.ShareCardFile(to, file));
    }
  }

  private record Choice(String name, Button button) {}
}
