package org.juntos.ui.onboarding;

import java.time.Duration;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import org.juntos.engine.model.SessionView;
import org.juntos.ui.control.Times;

/// Makes the card of each step.
final class Steps {
  private final OnboardingViewModel model;
  private final String relay;

  /// @param relay proposed at first; may be empty
  Steps(OnboardingViewModel model, String relay) {
    this.model = model;
    this.relay = relay;
  }

  Form of(SessionView session) {
    return switch (session) {
      case SessionView.Unregistered _ -> new JoinStep(model, relay).form();
      case SessionView.CodeSent sent -> code(sent);
      case SessionView.CodeConfirmed confirmed -> new ProfileStep(model).form(confirmed);
      case SessionView.PinNeeded needed -> new PinStep(model).form(needed);
      case SessionView.Linking linking -> new LinkStep(model).form(linking);
      case SessionView.LinkAccepted accepted -> new ProfileStep(model).form(accepted);
      case SessionView.Locked locked -> unlock(locked);
      case SessionView.Damaged damaged -> damaged(damaged);
      case SessionView.Deregistered gone -> gone.unlinked() ? unlinked() : deregistered();
      case SessionView.Ready _ -> new Form(model, "Welcome", "One moment …");
    };
  }

  private Form code(SessionView.CodeSent sent) {
    var field = new CodeField(OnboardingViewModel.CODE_DIGITS, model::codeTyped);
    var form =
        new Form(
                model,
                "Enter the code",
                "We sent six digits to " + sent.sentTo() + ". They arrive within a minute.")
            .add(field)
            .add(lives(sent))
            .action("Continue", () -> model.codeTyped(field.digits()));
    var resend = Form.link("", model::resend);
    Ticking.each(
        resend,
        () -> {
          var left = model.untilResend();
          resend.setDisable(!left.isZero() || model.busy().get());
          resend.setText(
              left.isZero() ? "Send a new code" : "New code in " + Times.length(seconds(left)));
        });
    form.whileShown(model.problem().subscribe(problem -> retype(field, problem != null)));
    return form.links(
        Form.link(sent.sentTo().contains("@") ? "Change address" : "Change number", model::restart),
        resend);
  }

  private Node lives(SessionView.CodeSent sent) {
    var label = new Label();
    label.getStyleClass().add("form-note");
    label.setWrapText(true);
    Ticking.each(
        label,
        () -> {
          var left = model.untilExpiry();
          label.setText(
              left.isZero()
                  ? "This code has expired. Ask for a new one."
                  : tries(sent.triesLeft()) + " · valid for " + Times.length(seconds(left)));
        });
    return label;
  }

  private Form unlock(SessionView.Locked locked) {
    var passphrase = new PasswordField();
    var form =
        new Form(
                model,
                "Welcome back",
                "Your messages on this device are encrypted. Unlock them to go on.")
            .field("Passphrase", passphrase, "The one you chose on this device")
            .action("Unlock", () -> model.unlock(passphrase.getText()));
    return locked.keyring()
        ? form.links(Form.link("Unlock with the system keyring", model::unlockWithKeyring))
        : form;
  }

  private Form damaged(SessionView.Damaged damaged) {
    var copies = damaged.snapshots();
    var form =
        new Form(
            model,
            "Your messages need repair",
            copies.isEmpty()
                ? damaged.why()
                    + " There is no copy on this device that can be opened. The damaged"
                    + " file stays where it is."
                : damaged.why() + " Go back to a copy of before; the damaged file is kept aside.");
    for (var snapshot : copies) {
      var row = new SnapshotRow(snapshot, () -> model.restore(snapshot));
      row.disableProperty().bind(model.busy());
      form.add(row);
    }
    return form.add(form.problemBox());
  }

  private Form unlinked() {
    return new Form(
            model,
            "This device was unlinked",
            "Another device of your account has taken this one off. Nothing more comes here; the"
                + " messages that were here stay in its profile.")
        .action("Start anew", model::restart);
  }

  private Form deregistered() {
    return new Form(
            model,
            "This device was signed out",
            "Your account was registered on another device. The messages on this one stay here.")
        .action("Register again", model::restart);
  }

  private static void retype(CodeField field, boolean wrong) {
    if (wrong) {
      field.clear();
      field.requestFocus();
    }
  }

  private static String tries(int left) {
    return left == 1 ? "1 try left" : left + " tries left";
  }

  private static Duration seconds(Duration left) {
    return Duration.ofSeconds((left.toMillis() + 999) / 1000);
  }
}
