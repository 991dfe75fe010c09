package org.juntos.ui.contact;

import java.util.ArrayList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.DeviceTrouble;
import org.juntos.ui.control.Avatar;
import org.juntos.ui.control.Faces;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.RichText;
import org.juntos.ui.control.SafeText;
import org.juntos.ui.control.SidePage;
import org.juntos.ui.control.Wrapped;
import org.juntos.ui.platform.Device;
import org.juntos.ui.vanishing.StaySection;
import org.kordamp.ikonli.feather.Feather;

/// The right pane: a person, their safety number, and what can be done about them.
public final class ContactPage extends BorderPane implements AutoCloseable {
  private final ContactViewModel model;
  private final Faces faces;
  private final RichText texts;
  private final VBox column = new VBox();
  private final SafetySection safety;
  private final StandingSection standing;
  private @Nullable StaySection stay;
  private final Subscription watch;

  /// What it is made with.
  public record Materials(RichText texts, Faces faces, Device device) {}

  /// @param close what the cross does
  public ContactPage(ContactViewModel model, Materials materials, Runnable close) {
    this.model = model;
    faces = materials.faces();
    texts = materials.texts();
    SidePage.frame(this, "Contact", column, close);
    safety = new SafetySection(model, materials.device());
    standing = new StandingSection(model);
    watch = model.contact().subscribe(_ -> show()).and(model.numbers().subscribe(_ -> show()));
  }

  @Override
  public void close() {
    watch.unsubscribe();
    if (stay != null) {
      stay.close();
    }
    model.close();
  }

  private void show() {
    var contact = model.contact().get();
    if (contact == null) {
      return;
    }
    var parts = new ArrayList<Node>();
    parts.add(person(contact));
    var trouble = contact.devices();
    if (trouble != null) {
      parts.add(devices(trouble, SafeText.name(contact.name())));
    }
    safety.show(contact, model.numbers().get());
    standing.show(contact);
    if (stay == null) {
      var staying = model.stay();
      stay = staying == null ? null : new StaySection(staying);
    }
    if (stay != null && contact.standing() == ContactView.Standing.ACCEPTED) {
      parts.add(stay);
    }
    parts.add(safety);
    parts.add(standing);
    column.getChildren().setAll(parts);
  }

  private Node person(ContactView contact) {
    var avatar = new Avatar(88, faces);
    avatar.show(contact);
    var name = Wrapped.of(SafeText.name(contact.name()), "contact-name");
    var who = new VBox(avatar, name);
    if (contact.verified() && !contact.identityChanged()) {
      var badge = new Label("Verified", Icons.icon(Feather.SHIELD));
      badge.getStyleClass().add("verified-badge");
      who.getChildren().add(badge);
    }
    var about = contact.profile().about();
    if (!about.isBlank()) {
      who.getChildren().add(texts.paragraph(SafeText.body(about), "contact-about"));
    }
    who.getChildren().add(Wrapped.note(SafeText.name(contact.relay())));
    who.getStyleClass().add("contact-who");
    who.setAlignment(Pos.CENTER);
    return who;
  }

  private Node devices(DeviceTrouble trouble, String name) {
    boolean deleted = trouble.kind() == DeviceTrouble.Kind.DELETED;
    var title = new Label(deleted ? "Deleted account" : "Devices");
    title.getStyleClass().add("section-title");
    var check = button("Check again", model::checkDevices);
    if (!deleted) {
      check.getStyleClass().add("primary");
    }
    var notice =
        new VBox(
            Wrapped.of(DeviceWords.sentence(trouble, name), "notice-text"),
            Wrapped.of(DeviceWords.advice(trouble, name), "notice-text"),
            check);
    if (trouble.kind() == DeviceTrouble.Kind.UNLISTED_SENDER) {
      notice.getChildren().add(button("Go on without it", model::setDevicesAside));
    }
    notice.getStyleClass().add("identity-notice");
    var detail = Wrapped.note(trouble.detail() + " (" + trouble.code() + ")");
    var box = new VBox(title, notice, detail);
    box.getStyleClass().add("contact-section");
    return box;
  }

  private static Button button(String name, Runnable action) {
    var button = new Button(name);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(_ -> action.run());
    return button;
  }
}
