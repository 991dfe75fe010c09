package org.juntos.ui.onboarding;

import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.juntos.ui.control.FieldLabel;

/// The relay, and what one joins it with: exactly what it takes. A single way is no choice.
final class JoinStep {
  private final OnboardingViewModel model;
  private final TextField relay;
  private final TextField target = new TextField();
  private final TextField invite = new TextField();
  private final TextField user = new TextField();
  private final PasswordField password = new PasswordField();
  private final TextField device = new TextField();
  private final VBox choice = new VBox();
  private final VBox asked = new VBox();
  private Way way = Way.CODE;

  /// @param proposed a relay; may be empty
  JoinStep(OnboardingViewModel model, String proposed) {
    this.model = model;
    this.relay = new TextField(proposed);
  }

  Form form() {
    var form =
        new Form(
                model,
                "Welcome to Juntos",
                "Your messages are sealed on this device. The relay only passes them on.")
            .field("Relay", relay, "relay.example.org or an invite link");
    choice.getStyleClass().add("choice");
    asked.getStyleClass().add("form-fields");
    form.add(choice).add(asked);
    var action = new Button();
    form.action(action, this::goOn);
    form.add(waiting(form));
    var other = Form.link("", () -> {});
    other.setOnAction(_ -> turn(action, other));
    name(other);
    form.links(other);
    form.whileShown(model.offer().subscribe(offer -> show(offer, action)));
    form.whileShown(relay.focusedProperty().subscribe(this::lookWhenLeft));
    form.whileShown(relay.textProperty().subscribe(this::lookWhenPasted));
    return form;
  }

  /// Between a new account and one that is on another device.
  private void turn(Button action, Button other) {
    way = way == Way.LINK ? Way.CODE : Way.LINK;
    show(model.offer().get(), action);
    name(other);
    model.forgetProblem();
  }

  private void name(Button other) {
    other.setText(
        way == Way.LINK ? "Make a new account instead" : "I use Juntos on another device already");
  }

  private void lookWhenLeft(boolean focused) {
    if (!focused) {
      model.look(relay.getText());
    }
  }

  /// Nobody types a link with an invite.
  private void lookWhenPasted(String text) {
    if (text.contains("#") && text.contains("invite=")) {
      model.look(text);
    }
  }

  private void goOn() {
    var address = relay.getText();
    if (way == Way.LINK) {
      model.startLinking(address, device.getText());
      return;
    }
    model.whenLookedAt(
        address,
        () -> {
          switch (way) {
            case CODE -> model.start(address, target.getText());
            case INVITE -> model.joinInvited(address, invite.getText());
            case PASSWORD -> model.joinKnown(address, user.getText(), password.getText());
            case OPENID -> model.signIn(address);
            case OPEN -> model.joinOpen(address);
            case LINK -> model.startLinking(address, device.getText());
          }
        });
  }

  private void show(Offer offer, Button action) {
    if (way == Way.LINK) {
      choice.setVisible(false);
      choice.setManaged(false);
      ask(fields(offer));
      action.setText(way.action());
      return;
    }
    var ways = offer.ways();
    way =
        ways.contains(way) && !offer.invited() ? way : ways.isEmpty() ? Way.CODE : ways.getFirst();
    choice.getChildren().clear();
    choice.setVisible(ways.size() > 1);
    choice.setManaged(ways.size() > 1);
    Consumer<Way> choose =
        chosen -> {
          way = chosen;
          ask(fields(offer));
          action.setText(chosen.action());
        };
    if (ways.size() > 1) {
      var label = new FieldLabel("Join with");
      choice.getChildren().add(label);
      var group = new ToggleGroup();
      ways.forEach(one -> choice.getChildren().add(button(one, group, choose)));
    }
    choose.accept(way);
    if (ways.isEmpty()) {
      ask(Form.paragraph("This relay takes nobody in that Juntos knows of."));
    }
  }

  /// Changes what is asked for. The relay may answer late: whoever types already goes on typing.
  private void ask(Node fields) {
    var typing =
        Stream.of(target, invite, user, password, device).filter(Node::isFocused).findFirst();
    int caret = typing.map(TextField::getCaretPosition).orElse(0);
    asked.getChildren().setAll(fields);
    typing
        .filter(field -> field.getScene() != null)
        .ifPresent(field -> {
          field.requestFocus();
          field.selectRange(caret, caret);
        });
  }

  private RadioButton button(Way one, ToggleGroup group, Consumer<Way> choose) {
    var button = new RadioButton(model.offer().get().label(one));
    button.setToggleGroup(group);
    button.setSelected(one == way);
    button.setOnAction(_ -> choose.accept(one));
    return button;
  }

  private Node fields(Offer offer) {
    return switch (way) {
      case CODE -> Form.labelled(offer.target(), target, offer.example());
      case INVITE ->
          offer.invited()
              ? Form.paragraph("Your link carries an invite to this relay.")
              : Form.labelled("Invite", invite, "The invite, or the link with it");
      case PASSWORD -> {
        var both =
            new VBox(
                Form.labelled("User name", user, "As the relay's admin gave it to you"),
                Form.labelled("Password", password, "Not the one that guards your messages"));
        both.getStyleClass().add("form-fields");
        yield both;
      }
      case OPENID ->
          Form.paragraph(
              "Your browser opens, and you sign in"
                  + (offer.provider().isEmpty() ? "" : " at " + offer.provider())
                  + ". What you type there stays there.");
      case OPEN -> Form.paragraph("This relay asks for nothing. Others reach you by your link.");
      case LINK -> Form.labelled("Name of this device", device, "What you call it, such as Laptop");
    };
  }

  /// While the browser is open: where it is, in case it is not, and a way back.
  private Node waiting(Form form) {
    var address = new TextField();
    address.setEditable(false);
    var box =
        new VBox(
            Form.paragraph("Waiting for your browser. If none opened, open this page in one:"),
            Form.labelled("Address", address, ""),
            Form.link("Cancel", model::cancelSignIn));
    box.getStyleClass().add("form-fields");
    form.whileShown(
        model
            .page()
            .subscribe(page -> {
              address.setText(page);
              box.setVisible(!page.isEmpty());
              box.setManaged(!page.isEmpty());
            }));
    return box;
  }
}
