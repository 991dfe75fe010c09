package org.juntos.ui.conversation;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.GroupView;
import org.juntos.ui.control.Avatar;
import org.juntos.ui.control.EmojiLine;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.RichText;
import org.juntos.ui.control.SafeText;
import org.juntos.ui.group.GroupWords;
import org.kordamp.ikonli.feather.Feather;

/// Who the conversation is with; a click tells more about them.
final class ConversationHeader extends HBox {
  private static final PseudoClass VERIFIED = PseudoClass.getPseudoClass("verified");

  private final Avatar avatar = new Avatar(36);
  private final EmojiLine name;
  private final Label note = new Label();
  private final Button person;
  private final Subscription watch;

  /// @param back shown when the window is narrow
  ConversationHeader(ConversationViewModel model, RichText texts, Button back, Runnable info) {
    name = new EmojiLine(texts);
    getStyleClass().add("conversation-header");
    setAlignment(Pos.CENTER_LEFT);
    name.getStyleClass().add("header-name");
    name.setMaxWidth(USE_PREF_SIZE);
    note.getStyleClass().add("header-note");
    var lines = new VBox(name, note);
    lines.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(lines, Priority.ALWAYS);
    var row = new HBox(avatar, lines);
    row.getStyleClass().add("header-person");
    row.setAlignment(Pos.CENTER_LEFT);
    row.setMinWidth(0);
    person = new Button();
    person.setGraphic(row);
    person.getStyleClass().setAll("header-button");
    person.setMaxWidth(Double.MAX_VALUE);
    person.setMinWidth(0);
    person.setAlignment(Pos.CENTER_LEFT);
    person.setAccessibleRole(AccessibleRole.BUTTON);
    person.setOnAction(_ -> info.run());
    row.prefWidthProperty().bind(person.widthProperty().subtract(16));
    HBox.setHgrow(person, Priority.ALWAYS);
    var details = Icons.button(Feather.INFO, "About this conversation", info);
    details.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().addAll(back, person, details);
    watch =
        model
            .contact()
            .subscribe(contact -> show(contact, model.group().get()))
            .and(model.group().subscribe(group -> show(model.contact().get(), group)));
  }

  void close() {
    watch.unsubscribe();
  }

  private void show(@Nullable ContactView contact, @Nullable GroupView group) {
    if (contact == null) {
      return;
    }
    avatar.show(contact.account(), contact.name());
    name.show(SafeText.name(contact.name()));
    boolean verified = group == null && isVerified(contact);
    note.setText(group == null ? note(contact) : note(group));
    note.setGraphic(verified ? Icons.icon(Feather.SHIELD) : null);
    note.pseudoClassStateChanged(VERIFIED, verified);
    note.setVisible(!note.getText().isEmpty());
    note.setManaged(!note.getText().isEmpty());
    person.setAccessibleText("About " + SafeText.name(contact.name()));
  }

  private static boolean isVerified(ContactView contact) {
    return contact.verified()
        && contact.standing() == ContactView.Standing.ACCEPTED
        && !contact.identityChanged()
        && contact.devices() == null;
  }

  private static String note(GroupView group) {
    return group.trouble() != null
        ? "Something is wrong with this group"
        : GroupWords.people(group);
  }

  private static String note(ContactView contact) {
    if (contact.identityChanged()) {
      return "Safety number changed";
    }
    if (contact.devices() != null) {
      return "Devices in doubt";
    }
    return switch (contact.standing()) {
      case REQUESTED -> "Has not answered your request yet";
      case ASKING -> "Wants to be your contact";
      case BLOCKED -> "Blocked";
      case REFUSED -> "You declined their request";
      case ACCEPTED, MEMBER -> contact.verified() ? "Verified" : "";
    };
  }
}
