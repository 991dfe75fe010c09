package org.juntos.ui.onboarding;

import java.time.Duration;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.Region;
import org.juntos.engine.model.SessionView;

/// The PIN of the account that has the number or address, and what to do without it.
final class PinStep {
  private final OnboardingViewModel model;

  PinStep(OnboardingViewModel model) {
    this.model = model;
  }

  Form form(SessionView.PinNeeded needed) {
    return needed.triesLeft() == 0 ? over() : asking(needed.triesLeft());
  }

  private Form asking(int triesLeft) {
    var pin = new PasswordField();
    return new Form(
            model,
            "Enter the registration PIN",
            "This number or address belongs to an account that is locked with a PIN. With it you go"
                + " on; the new account keeps the same PIN.")
        .field("PIN", pin, "4 to 20 digits or letters")
        .add(note(triesLeft == 1 ? "1 try left" : triesLeft + " tries left"))
        .add(
            note(
                "Forgotten? Remove or change it on a device that still uses the account. Otherwise the"
                    + " lock ends "
                    + end()
                    + ", if nobody uses the account until then."))
        .action("Continue", () -> model.givePin(pin.getText()))
        .links(Form.link("Use another number or address", model::restart));
  }

  private Form over() {
    var form =
        new Form(
            model,
            "Too many wrong PINs",
            "This number or address belongs to an account that is locked with a PIN, and no PIN is"
                + " taken any more. The lock ends "
                + end()
                + ", if nobody uses the account until then. Its person can set a new PIN on a device"
                + " that still uses it.");
    return form.action("Use another number or address", model::restart);
  }

  private String end() {
    Duration left = model.untilLockEnds();
    long days = left.toDays();
    if (days >= 1) {
      return days == 1 ? "in 1 day" : "in " + days + " days";
    }
    return left.toHours() < 2 ? "within two hours" : "in " + left.toHours() + " hours";
  }

  private static Label note(String text) {
    var label = new Label(text);
    label.getStyleClass().add("form-note");
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
