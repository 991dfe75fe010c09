package org.juntos.ui.vanishing;

import javafx.scene.layout.VBox;
import org.juntos.ui.control.FieldLabel;
import org.juntos.ui.control.Wrapped;

/// For how long history is kept in all conversations that have no setting of their own.
public final class KeepingPane extends VBox {
  /// Fills itself from `model`.
  public KeepingPane(StayViewModel model) {
    getStyleClass().add("section-body");
    var keeping = new KeepingChoice(model);
    getChildren()
        .addAll(
            new FieldLabel("Keep messages for"),
            keeping,
            Wrapped.note(
                "What is older is removed from all devices of your account, with its pictures and"
                    + " files, from the database, the search and the disk. Others keep what they"
                    + " have. A conversation can have a setting of its own on its page."),
            Wrapped.note(
                "Messages with a timer vanish by themselves, whatever is set here. Snapshots of"
                    + " this device hold for a day more what was removed; if you put one back, what"
                    + " is too old is removed again."));
    model
        .stay()
        .subscribe(stay -> {
          if (stay != null) {
            keeping.show(stay);
          }
        });
  }
}
