package org.juntos.ui.vanishing;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.juntos.ui.control.FieldLabel;
import org.juntos.ui.control.Wrapped;

/// In the right pane: how long what is said in a conversation stays.
public final class StaySection extends VBox implements AutoCloseable {
  private final StayViewModel model;
  private final TimerChoice timer;
  private final Label denied =
      Wrapped.note("Only admins may set this, as name and description of this group.");
  private final Subscription watch;

  /// Fills itself from `model`, which it closes.
  public StaySection(StayViewModel model) {
    this.model = model;
    getStyleClass().add("contact-section");
    timer = new TimerChoice(model::setTimer);
    var keeping = new KeepingChoice(model);
    allow(true);
    getChildren()
        .addAll(
            new FieldLabel("New messages vanish after"),
            timer,
            Wrapped.note(
                "For everybody here: once they were seen, and with you once they have left. Who"
                    + " wants to can still copy them."),
            denied,
            new FieldLabel("Keep messages for"),
            keeping,
            Wrapped.note("Your own history, on your devices alone."));
    watch =
        model
            .stay()
            .subscribe(stay -> {
              if (stay != null) {
                timer.show(stay.timer());
                keeping.show(stay);
              }
            });
  }

  /// Whether the person may set the timer.
  public void allow(boolean allowed) {
    timer.setDisable(!allowed);
    denied.setVisible(!allowed);
    denied.setManaged(!allowed);
  }

  @Override
  public void close() {
    watch.unsubscribe();
    model.close();
  }
}
