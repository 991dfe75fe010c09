package org.juntos.ui.onboarding;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.juntos.engine.model.SessionView;
import org.juntos.ui.control.FieldLabel;
import org.juntos.ui.control.SafeText;
import org.juntos.ui.control.Wrapped;

/// Name, and what guards the messages on this device.
final class ProfileStep {
  private static final int MAX_NAME = 40;

  private final OnboardingViewModel model;
  private final TextField name = new TextField();
  private final PasswordField passphrase = new PasswordField();
  private final PasswordField again = new PasswordField();
  private final RadioButton keyring = new RadioButton("System keyring: opens when you log in");
  private final RadioButton own = new RadioButton("A passphrase: asked for at every start");

  ProfileStep(OnboardingViewModel model) {
    this.model = model;
  }

  Form form(SessionView.CodeConfirmed confirmed) {
    var form =
        new Form(
                model,
                "Who are you?",
                "Your name goes, sealed, to your contacts only. What you choose below guards your"
                    + " messages on this device.")
            .field("Name", name, "What your contacts call you");
    if (model.hasNumber()) {
      form.add(findable());
    }
    return guarded(form, confirmed.keyring());
  }

  /// Of a device that was linked: the account has its name already.
  Form form(SessionView.LinkAccepted accepted) {
    var name = SafeText.line(accepted.name(), MAX_NAME);
    var form =
        new Form(
            model,
            name.isEmpty() ? "Welcome" : "Welcome, " + name,
            "This device shows your contacts and what is said from now on. Older messages stay on"
                + " your other devices. What you choose below guards your messages here.");
    return guarded(form, accepted.keyring()).links(Form.link("Cancel", model::restart));
  }

  private Form guarded(Form form, boolean hasKeyring) {
    if (hasKeyring) {
      form.add(choice());
    } else {
      own.setSelected(true);
    }
    return form.add(passphraseFields()).action("Start", this::create);
  }

  private Node findable() {
    var box = new CheckBox("Let people who know my number find me");
    box.selectedProperty().bindBidirectional(model.findable());
    var note =
        Wrapped.note(
            "They learn that it has an account here. Without this they need your link or user name."
                + " You can change it in the settings.");
    var both = new VBox(box, note);
    both.getStyleClass().add("choice");
    return both;
  }

  private Node choice() {
    var group = new ToggleGroup();
    keyring.setToggleGroup(group);
    own.setToggleGroup(group);
    keyring.setSelected(true);
    var label = new FieldLabel("Guard messages with");
    var box = new VBox(label, keyring, own);
    box.getStyleClass().add("choice");
    return box;
  }

  private Node passphraseFields() {
    var box =
        new VBox(
            Form.labelled("Passphrase", passphrase, "Four or more words are best"),
            strength(passphrase.textProperty()),
            Form.labelled("Once more", again, "The same again"));
    box.getStyleClass().add("form-fields");
    box.visibleProperty().bind(own.selectedProperty());
    box.managedProperty().bind(own.selectedProperty());
    return box;
  }

  private static Node strength(ReadOnlyStringProperty text) {
    var bar = new ProgressBar(0);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.getStyleClass().add("strength");
    bar.setAccessibleText("Strength of the passphrase");
    var sentence = new Label("There is no way to recover a forgotten passphrase.");
    sentence.getStyleClass().add("form-note");
    sentence.setWrapText(true);
    text.subscribe(typed -> {
      var strength = PassphraseStrength.of(typed);
      bar.setProgress(typed.isEmpty() ? 0 : strength.fraction());
      bar.getStyleClass().removeIf(name -> name.startsWith("strength-"));
      bar.getStyleClass().add(strength.look());
      if (!typed.isEmpty()) {
        sentence.setText(strength.sentence());
      }
    });
    var box = new VBox(bar, sentence);
    box.getStyleClass().add("field");
    return box;
  }

  private void create() {
    if (own.isSelected()) {
      model.createWithPassphrase(name.getText(), passphrase.getText(), again.getText());
    } else {
      model.createWithKeyring(name.getText());
    }
  }
}
