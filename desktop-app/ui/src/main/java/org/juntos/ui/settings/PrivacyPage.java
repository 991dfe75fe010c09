package org.juntos.ui.settings;

import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.juntos.ui.control.FieldLabel;
import org.juntos.ui.control.Wrapped;

/// The card that says who sees when the person is here, and who learns of links before they are
/// sent.
public final class PrivacyPage extends Page {
  private final PrivacyViewModel model;
  private final VBox presence = new VBox();
  private final VBox links = new VBox();

  /// Fills itself from `model`.
  public PrivacyPage(PrivacyViewModel model) {
    super("privacy");
    this.model = model;
    setFocusTraversable(true);
    getChildren().setAll(presence, links);
    presence.getStyleClass().add("privacy-section");
    links.getStyleClass().add("privacy-section");
    model.shared().subscribe(this::show);
    model.previews().subscribe(this::showPreviews);
  }

  private void showPreviews(@Nullable Boolean on) {
    if (on == null) {
      return;
    }
    var box = new CheckBox("Make previews of links that I send");
    box.setSelected(on);
    box.setOnAction(_ -> model.preview(box.isSelected()));
    links
        .getChildren()
        .setAll(
            new FieldLabel("Links"),
            box,
            Wrapped.note(
                "The page is looked at while you write, and learns the network address of this"
                    + " device. Whoever reads your message gets the preview inside of it, sealed, and"
                    + " fetches nothing. You can leave each preview out before sending."));
  }

  private void show(@Nullable Boolean shared) {
    if (shared == null) {
      return;
    }
    var box = new CheckBox("Share when I am online and typing");
    box.setSelected(shared);
    box.setOnAction(_ -> model.share(box.isSelected()));
    var title = new FieldLabel("Online, last seen, typing");
    presence
        .getChildren()
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
