package org.juntos.ui.contact;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.intent.SafetyNumberView;
import org.juntos.engine.intent.SafetyNumberView.Shown;
import org.juntos.engine.model.ContactView;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.QrCode;
import org.juntos.ui.control.SafeText;
import org.juntos.ui.control.Wrapped;
import org.juntos.ui.platform.Device;
import org.kordamp.ikonli.feather.Feather;

/// The safety number of a contact: to compare by eye or by scanning, and to decide when it changed.
final class SafetySection extends VBox {
  private static final int CODE_PIXELS = 220;

  private final ContactViewModel model;
  private final Device device;
  private boolean codeShown;
  private @Nullable ContactView contact;
  private @Nullable SafetyNumberView numbers;

  SafetySection(ContactViewModel model, Device device) {
    this.model = model;
    this.device = device;
    getStyleClass().add("contact-section");
  }

  /// @param known the numbers with their codes; null until they are known
  void show(ContactView person, @Nullable SafetyNumberView known) {
    contact = person;
    numbers = known;
    var parts = new ArrayList<Node>();
    var title = new Label("Safety number");
    title.getStyleClass().add("section-title");
    parts.add(title);
    if (person.safetyNumber().isKnown()) {
      parts.addAll(body(person));
    } else {
      parts.add(Wrapped.note("It appears once you have exchanged a first message."));
    }
    getChildren().setAll(parts);
  }

  private List<Node> body(ContactView person) {
    var parts = new ArrayList<Node>();
    if (person.identityChanged()) {
      parts.add(person.verifiedKeyBack() ? returned(person) : changed(person));
    }
    var number = number(person);
    parts.add(new SafetyNumber(number.digits()));
    if (!number.code().isEmpty()) {
      parts.add(code(number));
    }
    if (!person.verifiedKeyBack()) { // or the question above comes first
      parts.add(verification(person, number));
    }
    return parts;
  }

  /// What the other sees when nobody sits between: after a change, that of the new key.
  private Shown number(ContactView person) {
    var known = numbers;
    if (known == null) {
      return new Shown(person.safetyNumber().text(), "");
    }
    return known.changed().exists() && !person.verifiedKeyBack() ? known.changed() : known.known();
  }

  private Node changed(ContactView person) {
    var text =
        Wrapped.of(
            "It changed: a new device, or someone in between. Below is the new one. Compare it with "
                + SafeText.name(person.name())
                + " before you go on.",
            "notice-text");
    var accept = button("Go on without comparing", model::acceptIdentity);
    var box = new VBox(text, accept);
    box.getStyleClass().add("identity-notice");
    return box;
  }

  private Node returned(ContactView person) {
    var text =
        Wrapped.of(
            "This is the number that you verified, and it proved itself again. Another one was used"
                + " in their name: keep this one, unless "
                + SafeText.name(person.name())
                + " tells you, in person or on a call, that they have a new one.",
            "notice-text");
    var keep = button("Keep the verified number", model::keepIdentity);
    keep.getStyleClass().add("primary");
    var accept = button("Go on with the new number", model::acceptIdentity);
    var box = new VBox(text, keep, accept);
    box.getStyleClass().add("identity-notice");
    return box;
  }

  private Node code(Shown number) {
    var toggle =
        Icons.link(
            codeShown ? Feather.EYE_OFF : Feather.GRID,
            codeShown ? "Hide the code" : "Show as a code to scan",
            this::toggleCode);
    var image = codeShown ? QrCode.draw(number.code(), CODE_PIXELS) : null;
    var box = new VBox(toggle);
    box.setAlignment(Pos.CENTER);
    box.getStyleClass().add("section-body");
    if (image != null) {
      var view = new ImageView(image);
      view.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
      view.setAccessibleText("Your safety number as a QR code");
      var frame = new StackPane(view);
      frame.getStyleClass().add("qr-frame");
      frame.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
      box.getChildren().add(frame);
    }
    return box;
  }

  private void toggleCode() {
    codeShown = !codeShown;
    if (contact != null) {
      show(contact, numbers);
    }
  }

  private Node verification(ContactView person, Shown number) {
    var box = new VBox();
    box.getStyleClass().add("section-body");
    if (person.verified() && !person.identityChanged()) {
      var undo = button("Not verified any more", model::unverify);
      undo.setGraphic(Icons.icon(Feather.SHIELD_OFF));
      box.getChildren().addAll(verified(), undo);
      return box;
    }
    var name = SafeText.name(person.name());
    var same = button("It is the same", () -> model.compare(number.digits()));
    same.setGraphic(Icons.icon(Feather.SHIELD));
    box.getChildren()
        .addAll(
            Wrapped.note("Compare it with what " + name + " sees, in person or on a call."),
            same,
            Wrapped.note("Or look for the code that their device shows:"),
            new ScanRow(device, model::scan, model::complain));
    return box;
  }

  private static Node verified() {
    var icon = Icons.icon(Feather.SHIELD);
    icon.getStyleClass().add("verified-icon");
    var text = Wrapped.note("Verified: you compared this number. You will be told if it changes.");
    var row = new HBox(icon, text);
    row.getStyleClass().add("verified-row");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static Button button(String name, Runnable action) {
    var button = new Button(name);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(_ -> action.run());
    return button;
  }
}
