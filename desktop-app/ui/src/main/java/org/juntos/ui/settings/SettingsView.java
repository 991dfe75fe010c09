package org.juntos.ui.settings;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.juntos.ui.contact.LinkCard;
import org.juntos.ui.control.FieldLabel;
import org.juntos.ui.theme.Theme;

/// The settings card.
public final class SettingsView extends VBox {
  private final SettingsViewModel model;
  private final Pages pages;

  /// Fills itself from `model`.
  ///
  /// @param pages what it leads to
  public SettingsView(SettingsViewModel model, TrayViewModel tray, Pages pages) {
    this.model = model;
    this.pages = pages;
    getStyleClass().add("dialog-body");
    getChildren()
        .addAll(
            label("Name"),
            name(),
            label("Account"),
            account(),
            label("Looks"),
            themes(),
            label("Notifications"),
            page("What is shown, and do not disturb …", pages.notifications()),
            label("Voice messages"),
            page("Microphone …", pages.microphone()),
            label("Window"),
            new TrayPane(tray),
            label("Privacy"),
            page("Who sees when you are here …", pages.privacy()),
            page("How long messages are kept …", pages.history()),
            label("Photos, videos and sound"),
            quality(),
            label("Devices"),
            page("Devices of your account …", pages.devices()),
            label("Connection"),
            connection(),
            label("Your contact link"),
            new LinkCard(model.link()));
  }

  /// Pages of their own.
  ///
  /// @param profile what contacts see
  /// @param notifications what is shown outside of the window
  /// @param microphone what voice messages are recorded with
  /// @param privacy who sees when the person is here
  /// @param history how long messages are kept
  /// @param account what belongs to the account
  /// @param devices the devices of the account
  /// @param held what the relay holds
  public record Pages(
      Runnable profile,
      Runnable notifications,
      Runnable microphone,
      Runnable privacy,
      Runnable history,
      Runnable account,
      Runnable devices,
      Runnable held) {}

  private static Button page(String name, Runnable open) {
    var button = new Button(name);
    button.setOnAction(_ -> open.run());
    return button;
  }

  private Node name() {
    var field = new TextField(model.name());
    field.setAccessibleText("Your name");
    HBox.setHgrow(field, Priority.ALWAYS);
    var save = new Button("Save");
    save.setMinWidth(Region.USE_PREF_SIZE);
    save.setOnAction(_ -> model.rename(field.getText()));
    field.setOnAction(_ -> save.fire());
    model.saved().subscribe(saved -> save.setText(saved ? "Saved" : "Save"));
    var row = new HBox(field, save);
    row.getStyleClass().add("link-row");
    var box = new VBox(row, page("Picture and about …", pages.profile()));
    box.getStyleClass().add("section-body");
    return box;
  }

  private Node account() {
    var open = page("User name, PIN, number, deletion …", pages.account());
    var name = model.userName();
    if (name.isEmpty()) {
      return open;
    }
    var note = new Label("User name: " + name);
    note.getStyleClass().add("form-note");
    note.setWrapText(true);
    var box = new VBox(note, open);
    box.getStyleClass().add("section-body");
    return box;
  }

  private Node themes() {
    var group = new ToggleGroup();
    var row = new HBox();
    row.getStyleClass().add("segments");
    for (var theme : Theme.values()) {
      var button = new ToggleButton(theme.label());
      button.setToggleGroup(group);
      button.setSelected(theme == model.theme());
      button.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(button, Priority.ALWAYS);
      button.setOnAction(_ -> {
        button.setSelected(true);
        model.wear(theme);
      });
      row.getChildren().add(button);
    }
    return row;
  }

  private Node quality() {
    var original = new CheckBox("Send in original quality");
    original.setSelected(model.original());
    original.setOnAction(_ -> model.original(original.isSelected()));
    var note =
        new Label(
            "They are not made smaller, and take longer. What they say of place, time and camera"
                + " is taken out all the same. Each message can be sent otherwise.");
    note.getStyleClass().add("form-note");
    note.setWrapText(true);
    note.setMinHeight(Region.USE_PREF_SIZE);
    var box = new VBox(original, note);
    box.getStyleClass().add("section-body");
    return box;
  }

  private Node connection() {
    var rest = new CheckBox("Stay away from the relay for now");
    rest.setSelected(model.resting());
    rest.setOnAction(_ -> model.rest(rest.isSelected()));
    var held = page("What the relay holds …", pages.held());
    var box = new VBox(new RelayPane(model), rest, held);
    box.getStyleClass().add("section-body");
    return box;
  }

  private static Label label(String text) {
    var label = new FieldLabel(text);
    return label;
  }
}
