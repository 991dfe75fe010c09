package org.juntos.ui.attachment;

import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.juntos.engine.model.AttachmentView;
import org.juntos.ui.control.PlainButton;
import org.juntos.ui.control.SafeText;
import org.juntos.ui.control.Wrapped;

/// Asks before a file is opened that can run programs. What does no harm is first, and has the
/// focus.
final class RiskyQuestion extends VBox {
  /// @param save asks where to keep it instead
  RiskyQuestion(AttachmentView file, AttachmentNodes.Parts parts, Runnable save) {
    getStyleClass().add("dialog-body");
    var name = Wrapped.of(SafeText.name(file.fileName()), "file-name");
    var text =
        Wrapped.of(
            "Opening it can run a program on this computer, with everything that you may do here."
                + " Ask whoever sent it, over another way, what it is.",
            "notice-text");
    var close = parts.cards();
    var buttons =
        new VBox(
            wide(new PlainButton("Do not open", close::hide)),
            wide(
                new PlainButton(
                    "Save as …",
                    () -> {
                      close.hide();
                      save.run();
                    })),
            dangerous(
                new PlainButton(
                    "Open all the same",
                    () -> {
                      close.hide();
                      parts.actions().open(file);
                    })));
    buttons.getStyleClass().add("choices");
    getChildren().addAll(name, text, buttons);
  }

  private static Button wide(Button button) {
    button.setMaxWidth(Double.MAX_VALUE);
    return button;
  }

  private static Button dangerous(Button button) {
    button.getStyleClass().add("dangerous");
    return wide(button);
  }
}
