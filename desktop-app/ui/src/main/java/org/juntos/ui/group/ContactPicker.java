package org.juntos.ui.group;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.juntos.engine.model.ContactView;
import org.juntos.ui.control.Avatar;
import org.juntos.ui.control.Faces;
import org.juntos.ui.control.SafeText;
import org.juntos.wire.AccountId;

/// Contacts to choose from, each with a box to tick.
final class ContactPicker extends VBox {
  private static final double PICTURE = 28;

  private final List<Choice> choices = new ArrayList<>();

  ContactPicker(List<ContactView> contacts, Faces faces, String nobody) {
    getStyleClass().add("contact-picker");
    contacts.forEach(contact -> add(contact, faces));
    if (contacts.isEmpty()) {
      var text = new Label(nobody);
      text.getStyleClass().add("form-note");
      text.setWrapText(true);
      getChildren().add(text);
    }
  }

  private void add(ContactView contact, Faces faces) {
    var avatar = new Avatar(PICTURE, faces);
    avatar.show(contact);
    var name = SafeText.name(contact.name());
    var box = new CheckBox(name);
    SafeText.fitFont(box, name);
    box.setGraphic(avatar);
    box.getStyleClass().add("contact-choice");
    box.setMaxWidth(Double.MAX_VALUE);
    choices.add(new Choice(contact.account(), box));
    getChildren().add(box);
  }

  /// Those that are ticked.
  List<AccountId> chosen() {
    return choices.stream()
        .filter(choice -> choice.box().isSelected())
        .map(Choice::account)
        .toList();
  }

  private record Choice(AccountId account, CheckBox box) {}
}
