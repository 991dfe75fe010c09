package org.juntos.ui.onboarding;

import java.time.Duration;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import org.juntos.engine.model.SessionView;
import org.juntos.ui.contact.LinkCard;
import org.juntos.ui.control.Times;

/// The code that a device of the account has to be given, until it was used or is over.
final class LinkStep {
  private final OnboardingViewModel model;

  LinkStep(OnboardingViewModel model) {
    this.model = model;
  }

  Form form(SessionView.Linking linking) {
    var problem = linking.problem();
    return problem == null
        ? waiting(linking)
        : new Form(
                model, "That did not work", problem.sentence() + " Nothing has changed anywhere.")
            .action("Make a new code", () -> model.linkAgain(linking.relay()))
            .links(Form.link("Back", model::restart));
  }

  private Form waiting(SessionView.Linking linking) {
    var form =
        new Form(
                model,
                "Link this device",
                "On a device that has your account, open Settings, then Devices, and paste this"
                    + " code.")
            .add(
                new LinkCard(
                    linking.code(), "Code of this device", "Give it to nobody but yourself."))
            .add(lives());
    return form.add(form.problemBox()).links(Form.link("Cancel", model::restart));
  }

  private Node lives() {
    var wheel = new ProgressIndicator();
    wheel.getStyleClass().add("wait-small");
    var label = new Label();
    label.getStyleClass().add("form-note");
    label.setWrapText(true);
    Ticking.each(label, () -> label.setText(sentence(model.untilExpiry())));
    var row = new HBox(wheel, label);
    row.getStyleClass().add("held-row");
    row.setAlignment(Pos.CENTER);
    return row;
  }

  private static String sentence(Duration left) {
    return left.isZero()
        ? "This code is over."
        : "Waiting for your other device · valid for "
            + Times.length(Duration.ofSeconds((left.toMillis() + 999) / 1000));
  }
}
