package org.juntos.ui.contact;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.ContactView.Standing;
import org.juntos.engine.model.DeviceTrouble;
import org.juntos.ui.control.Avatar;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.SafeText;
import org.kordamp.ikonli.feather.Feather;

/// The right pane: a person, their safety number, and what can be done about them.
public final class ContactPage extends BorderPane implements AutoCloseable {
  private final ContactViewModel model;
  private final VBox column = new VBox();
  private final Subscription watch;
  private boolean confirmingBlock;

  /// @param close what the cross does
  public ContactPage(ContactViewModel model, Runnable close) {
    this.model = model;
    getStyleClass().add("contact-page");
    column.getStyleClass().add("contact-column");
    column.setAlignment(Pos.TOP_CENTER);
    var scroll = new ScrollPane(column);
    scroll.getStyleClass().add("edge-to-edge");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    setTop(header(close));
    setCenter(scroll);
    watch = model.contact().subscribe(this::show);
  }

  @Override
  public void close() {
    watch.unsubscribe();
    model.close();
  }

  private static Node header(Runnable close) {
    var title = new Label("Contact");
    title.getStyleClass().add("pane-title");
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    var header = new HBox(title, Icons.button(Feather.X, "Close (Esc)", close));
    header.getStyleClass().add("pane-header");
    header.setAlignment(Pos.CENTER_LEFT);
    return header;
  }

  private void show(@Nullable ContactView contact) {
    if (contact == null) {
      return;
    }
    var parts = new ArrayList<Node>(person(contact));
    var trouble = contact.devices();
    if (trouble != null) {
      parts.add(devices(trouble, SafeText.name(contact.name())));
    }
    parts.add(safety(contact));
    parts.add(actions(contact));
    column.getChildren().setAll(parts);
  }

  private static List<Node> person(ContactView contact) {
    var avatar = new Avatar(88);
    avatar.show(contact.account(), contact.name());
    var name = wrapped(SafeText.name(contact.name()), "contact-name");
    var relay = wrapped(SafeText.name(contact.relay()), "form-note");
    var who = new VBox(avatar, name, relay);
    who.getStyleClass().add("contact-who");
    who.setAlignment(Pos.CENTER);
    return List.of(who);
  }

  private Node safety(ContactView contact) {
    var box = new VBox();
    box.getStyleClass().add("contact-section");
    var title = new Label("Safety number");
    title.getStyleClass().add("section-title");
    box.getChildren().add(title);
    if (!contact.safetyNumber().isKnown()) {
      box.getChildren()
          .add(wrapped("It appears once you have exchanged a first message.", "form-note"));
      return box;
    }
    if (contact.identityChanged()) {
      box.getChildren().add(contact.verifiedKeyBack() ? returned(contact) : changed());
    }
    box.getChildren().add(new SafetyNumber(contact.safetyNumber().text()));
    if (!contact.verifiedKeyBack()) { // or the question above comes first
      box.getChildren().add(verification(contact));
    }
    return box;
  }

  private Node devices(DeviceTrouble trouble, String name) {
    var title = new Label("Devices");
    title.getStyleClass().add("section-title");
    var check = button("Check again", model::checkDevices);
    check.getStyleClass().add("primary");
    var notice =
        new VBox(
            wrapped(DeviceWords.sentence(trouble, name), "notice-text"),
            wrapped(DeviceWords.advice(trouble, name), "notice-text"),
            check);
    if (trouble.kind() == DeviceTrouble.Kind.UNLISTED_SENDER) {
      notice.getChildren().add(button("Go on without it", model::setDevicesAside));
    }
    notice.getStyleClass().add("identity-notice");
    var detail = wrapped(trouble.detail() + " (" + trouble.code() + ")", "form-note");
    var box = new VBox(title, notice, detail);
    box.getStyleClass().add("contact-section");
    return box;
  }

  private Node changed() {
    var text =
        wrapped(
            "It changed: a new device, or someone in between. Compare it again, then go on.",
            "notice-text");
    var accept = button("Go on with the new number", model::acceptIdentity);
    var box = new VBox(text, accept);
    box.getStyleClass().add("identity-notice");
    return box;
  }

  private Node returned(ContactView contact) {
    var name = SafeText.name(contact.name());
    var text =
        wrapped(
            "This is the number that you verified, and it proved itself again. Another one was used"
                + " in their name: keep this one, unless "
                + name
                + " tells you, in person or on a call, that they have a new one.",
            "notice-text");
    var keep = button("Keep the verified number", model::keepIdentity);
    keep.getStyleClass().add("primary");
    var accept = button("Go on with the new number", model::acceptIdentity);
    var box = new VBox(text, keep, accept);
    box.getStyleClass().add("identity-notice");
    return box;
  }

  private Node verification(ContactView contact) {
    var trusted = contact.verified() && !contact.identityChanged();
    var explanation =
        wrapped(
            trusted
                ? "You compared this number. You will be told if it changes."
                : "Compare it with what "
                    + SafeText.name(contact.name())
                    + " sees, in person or on a call.",
            "form-note");
    var toggle =
        trusted
            ? button("Not verified any more", () -> model.verified(false))
            : button("It is the same", () -> model.verified(true));
    toggle.setGraphic(Icons.icon(trusted ? Feather.SHIELD_OFF : Feather.SHIELD));
    var box = new VBox(explanation, toggle);
    box.getStyleClass().add("section-body");
    return box;
  }

  private Node actions(ContactView contact) {
    var box = new VBox();
    box.getStyleClass().add("contact-section");
    if (contact.standing() == Standing.ASKING) {
      var accept = button("Accept as contact", model::accept);
      accept.getStyleClass().add("primary");
      box.getChildren().add(accept);
    }
    if (contact.standing() == Standing.BLOCKED) {
      box.getChildren().add(button("Unblock", model::unblock));
    } else if (confirmingBlock) {
      box.getChildren().add(blockQuestion(contact));
    } else {
      var block = button("Block …", () -> confirmBlock(true));
      block.setGraphic(Icons.icon(Feather.SLASH));
      block.getStyleClass().add("dangerous");
      box.getChildren().add(block);
    }
    return box;
  }

  private Node blockQuestion(ContactView contact) {
    var question =
        wrapped(
            "Block "
                + SafeText.name(contact.name())
                + "? Nothing they write reaches you. They are not told.",
            "notice-text");
    var yes =
        button(
            "Block",
            () -> {
              confirmingBlock = false;
              model.block();
            });
    yes.getStyleClass().add("dangerous");
    var row = new HBox(button("Cancel", () -> confirmBlock(false)), yes);
    row.getStyleClass().add("link-row");
    var box = new VBox(question, row);
    box.getStyleClass().add("identity-notice");
    return box;
  }

  private void confirmBlock(boolean asked) {
    confirmingBlock = asked;
    show(model.contact().get());
  }

  private static Button button(String name, Runnable action) {
    var button = new Button(name);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(_ -> action.run());
    return button;
  }

  private static Label wrapped(String text, String look) {
    var label = new Label(text);
    SafeText.fitFont(label, text);
    label.getStyleClass().add(look);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
