package org.juntos.ui.conversation;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.DeviceTrouble;
import org.juntos.engine.model.GroupView;
import org.juntos.ui.contact.DeviceWords;
import org.juntos.ui.control.Banner;
import org.juntos.ui.control.SafeText;
import org.juntos.ui.group.GroupWords;
import org.kordamp.ikonli.feather.Feather;

/// What stands between the person and writing: a request to answer, a block, a changed key.
final class StandingBar {
  private final ConversationViewModel model;
  private final Runnable info;
  private final Banner banner = new Banner();
  private final Node composer;
  private final Subscription watch;

  /// @param composer hidden while nothing may be written
  StandingBar(ConversationViewModel model, Node composer, Runnable info) {
    this.model = model;
    this.composer = composer;
    this.info = info;
    banner.getStyleClass().add("standing-bar");
    watch =
        model
            .contact()
            .subscribe(contact -> show(contact, model.group().get()))
            .and(model.group().subscribe(group -> show(model.contact().get(), group)));
  }

  Banner node() {
    return banner;
  }

  void close() {
    watch.unsubscribe();
  }

  private void show(@Nullable ContactView contact, @Nullable GroupView group) {
    if (group != null) {
      show(group);
    } else if (contact != null) {
      show(contact);
    }
  }

  private void show(GroupView group) {
    var trouble = group.trouble();
    var note = GroupWords.standing(group);
    if (trouble != null) {
      banner.show(
          Banner.Tone.DANGER,
          Feather.SHIELD_OFF,
          trouble.sentence(),
          List.of(button("Details", info), primary("Check again", model::checkGroup)));
    } else if (!note.isEmpty()) {
      banner.show(Banner.Tone.NEUTRAL, Feather.USERS, note, List.of());
    } else {
      banner.hide();
    }
    open(trouble == null && note.isEmpty());
  }

  private void show(ContactView contact) {
    var name = SafeText.name(contact.name());
    switch (contact.standing()) {
      case ASKING ->
          banner.show(
              Banner.Tone.NEUTRAL,
              Feather.USER_PLUS,
              name + " wants to talk to you. They cannot see whether you read this.",
              List.of(
                  button("Block or report …", info),
                  button("Decline", model::refuse),
                  primary("Accept", model::accept)));
      case REFUSED ->
          banner.show(
              Banner.Tone.NEUTRAL,
              Feather.USER_X,
              "You declined the request of " + name + ". They may ask again.",
              List.of(primary("Accept after all", model::accept)));
      case BLOCKED ->
          banner.show(
              Banner.Tone.NEUTRAL,
              Feather.SLASH,
              "You blocked " + name + ". Nothing they write reaches you.",
              List.of(button("Unblock", model::unblock)));
      case REMOVED ->
          banner.show(
              Banner.Tone.NEUTRAL,
              Feather.USER_MINUS,
              name + " is not your contact any more. What they write does not reach you.",
              List.of(button("Ask to be contacts again", model::accept)));
      case REQUESTED, ACCEPTED, MEMBER -> showDoubts(name, contact);
    }
    open(isOpen(contact));
  }

  private void open(boolean open) {
    composer.setVisible(open);
    composer.setManaged(open);
  }

  /// Whether anything may be written.
  private static boolean isOpen(ContactView contact) {
    var standing = contact.standing();
    var trouble = contact.devices();
    return (standing == ContactView.Standing.ACCEPTED || standing == ContactView.Standing.REQUESTED)
        && !(contact.identityChanged() && contact.verified())
        && !(trouble != null && trouble.blocks());
  }

  private void showDoubts(String name, ContactView contact) {
    var trouble = contact.devices();
    if (contact.identityChanged()) {
      showChange(name, contact);
    } else if (trouble != null) {
      showTrouble(trouble, name);
    } else {
      banner.hide();
    }
  }

  private void showChange(String name, ContactView contact) {
    if (contact.verifiedKeyBack()) {
      showReturn(name);
      return;
    }
    var verified = contact.verified();
    banner.show(
        verified ? Banner.Tone.DANGER : Banner.Tone.WARNING,
        Feather.SHIELD,
        verified
            ? "The safety number with "
                + name
                + " changed since you verified it. Nothing is sent"
                + " until you compare it or go on."
            : name + " has a new safety number: a new device, or someone in between.",
        List.of(button("Compare", info), button("Go on", model::acceptIdentity)));
  }

  /// Going on with the other key is among the details.
  private void showReturn(String name) {
    banner.show(
        Banner.Tone.WARNING,
        Feather.SHIELD,
        "The safety number of "
            + name
            + " that you verified proved itself again; another one was used in their name. Nothing"
            + " is sent until you decide.",
        List.of(button("Compare", info), primary("Keep the verified one", model::keepIdentity)));
  }

  /// Going on without a device is among the details: it wants to be thought over.
  private void showTrouble(DeviceTrouble trouble, String name) {
    if (trouble.kind() == DeviceTrouble.Kind.DELETED) {
      banner.show(
          Banner.Tone.NEUTRAL,
          Feather.USER_X,
          DeviceWords.sentence(trouble, name) + " What was said stays.",
          List.of(button("Check again", model::checkDevices)));
      return;
    }
    banner.show(
        Banner.Tone.DANGER,
        Feather.SHIELD_OFF,
        DeviceWords.sentence(trouble, name),
        List.of(button("Details", info), primary("Check again", model::checkDevices)));
  }

  private static Button button(String name, Runnable action) {
    var button = new Button(name);
    button.setMinWidth(Button.USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    return button;
  }

  private static Button primary(String name, Runnable action) {
    var button = button(name, action);
    button.getStyleClass().add("primary");
    return button;
  }
}
