package org.juntos.ui.conversation;

import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.GroupView;
import org.juntos.ui.contact.DeviceWords;
import org.juntos.ui.control.Avatar;
import org.juntos.ui.control.EmojiLine;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.Portrait;
import org.juntos.ui.control.PresenceWords;
import org.juntos.ui.control.SafeText;
import org.juntos.ui.control.Times;
import org.juntos.ui.group.GroupWords;
import org.kordamp.ikonli.feather.Feather;

/// Who the conversation is with; a click tells more about them.
final class ConversationHeader extends HBox {
  private static final PseudoClass VERIFIED = PseudoClass.getPseudoClass("verified");

  private final ConversationViewModel model;
  private final Times times;
  private final Avatar avatar;
  private final EmojiLine name;
  private final Label note = new Label();
  private final Button person;
  private final TimerBadge timer;
  private final Subscription watch;
  private final Timeline minutes;

  /// What its buttons do.
  record Doors(
      Runnable info,
      Runnable find,
      Runnable date,
      Runnable gallery,
      Runnable starred,
      Consumer<Node> choose) {}

  /// @param back shown when the window is narrow
  ConversationHeader(
      ConversationViewModel model, ConversationView.Surroundings with, Button back, Doors doors) {
    this.model = model;
    times = with.times();
    avatar = new Avatar(36, with.faces());
    name = new EmojiLine(with.texts());
    getStyleClass().add("conversation-header");
    setAlignment(Pos.CENTER_LEFT);
    name.getStyleClass().add("header-name");
    name.setMaxWidth(USE_PREF_SIZE);
    note.getStyleClass().add("header-note");
    person = person(avatar, new VBox(name, note), doors.info());
    var details = Icons.button(Feather.INFO, "About this conversation", doors.info());
    details.setMinWidth(Region.USE_PREF_SIZE);
    var choose = Icons.button(Feather.BELL, "Mute, pin, archive, folders", () -> {});
    choose.setMinWidth(Region.USE_PREF_SIZE);
    choose.setOnAction(_ -> doors.choose().accept(choose));
    timer = new TimerBadge(doors.info());
    getChildren().addAll(back, person, timer, FindingMenu.button(doors), choose, details);
    watch =
        model
            .contact()
            .subscribe(_ -> show())
            .and(model.group().subscribe(_ -> show()))
            .and(model.stay().subscribe(now -> timer.show(now.timer())))
            .and(model.presence().subscribe(_ -> show()));
    minutes = new Timeline(new KeyFrame(Duration.minutes(1), _ -> show()));
    minutes.setCycleCount(Animation.INDEFINITE); // "10 minutes ago" grows old
    minutes.play();
  }

  /// Who it is, as one button.
  private static Button person(Avatar avatar, VBox lines, Runnable info) {
    lines.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(lines, Priority.ALWAYS);
    var row = new HBox(avatar, lines);
    row.getStyleClass().add("header-person");
    row.setAlignment(Pos.CENTER_LEFT);
    row.setMinWidth(0);
    var person = new Button("", row);
    person.getStyleClass().setAll("header-button");
    person.setMaxWidth(Double.MAX_VALUE);
    person.setMinWidth(0);
    person.setAlignment(Pos.CENTER_LEFT);
    person.setAccessibleRole(AccessibleRole.BUTTON);
    person.setOnAction(_ -> info.run());
    row.prefWidthProperty().bind(person.widthProperty().subtract(16));
    HBox.setHgrow(person, Priority.ALWAYS);
    return person;
  }

  void close() {
    minutes.stop();
    watch.unsubscribe();
  }

  private void show() {
    var contact = model.contact().get();
    var group = model.group().get();
    if (contact == null) {
      return;
    }
    avatar.show(group == null ? Portrait.of(contact) : Portrait.of(model.id(), group));
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

  private String note(ContactView contact) {
    if (contact.identityChanged()) {
      return "Safety number changed";
    }
    var trouble = contact.devices();
    if (trouble != null) {
      return DeviceWords.brief(trouble);
    }
    return switch (contact.standing()) {
      case REQUESTED -> "Has not answered your request yet";
      case ASKING -> "Wants to be your contact";
      case BLOCKED -> "Blocked";
      case REFUSED -> "You declined their request";
      case REMOVED -> "Not your contact any more";
      case MEMBER -> contact.verified() ? "Verified" : "";
      case ACCEPTED -> {
        var presence = PresenceWords.of(model.presence().get(), times);
        yield contact.verified() && presence.isEmpty() ? "Verified" : presence;
      }
    };
  }
}
