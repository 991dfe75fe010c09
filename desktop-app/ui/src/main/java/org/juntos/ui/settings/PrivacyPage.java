package org.juntos.ui.settings;

import javafx.scene.control.CheckBox;
import org.jspecify.annotations.Nullable;
import org.juntos.ui.control.FieldLabel;
import org.juntos.ui.control.Wrapped;

/// The card that says who sees when the person is here.
public final class PrivacyPage extends Page {
  private final PrivacyViewModel model;

  /// Fills itself from `model`.
  public PrivacyPage(PrivacyViewModel model) {
    super("privacy");
    this.model = model;
    setFocusTraversable(true);
    model.shared().subscribe(this::show);
  }

  private void show(@Nullable Boolean shared) {
    if (shared == null) {
      return;
    }
    var box = new CheckBox("Share when I am online and typing");
    box.setSelected(shared);
    box.setOnAction(_ -> model.share(box.isSelected()));
    var title = new FieldLabel("Online, last seen, typing");
    getChildren()
        .setAll(
            title,
            box,
            Wrapped.note(
                "Only your contacts are told, and only those who open your conversation. They see that"
                    + " a device of yours is connected, or about when the last one was: to five"
                    + " minutes at first, after an hour to the hour, after a day to the day."),
            Wrapped.note(
                shared
                    ? "Turn it off, and nobody is told; then you do not see it of others either."
                    : "Nobody is told, and you are not shown it of others."),
            Wrapped.note(
                "The relay has to know which devices are connected, so that it can deliver. It does not"
                    + " learn who looks at whom. Typing goes sealed from device to device and is kept"
                    + " nowhere."));
  }
}
