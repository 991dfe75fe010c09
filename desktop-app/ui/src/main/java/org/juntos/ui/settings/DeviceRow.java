package org.juntos.ui.settings;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.intent.DeviceView;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.SafeText;
import org.juntos.ui.control.Times;
import org.kordamp.ikonli.feather.Feather;

/// One device: what it is called, since when it belongs to the account.
final class DeviceRow extends HBox {
  private static final int MAX_NAME = 64;

  /// @param unlink begins to take it off; null where that cannot be
  DeviceRow(DeviceView device, Times times, @Nullable Runnable unlink) {
    getStyleClass().add("device-row");
    setAlignment(Pos.CENTER_LEFT);
    setAccessibleRole(AccessibleRole.TEXT);
    setAccessibleText(name(device) + ", " + note(device, times));
    var icon = new Label();
    icon.setGraphic(Icons.icon(Feather.MONITOR));
    icon.setMinWidth(USE_PREF_SIZE);
    var lines =
        new VBox(styled(name(device), "relay-address"), styled(note(device, times), "form-note"));
    HBox.setHgrow(lines, Priority.ALWAYS);
    lines.setMinWidth(0);
    getChildren().addAll(icon, lines);
    if (unlink != null) {
      var button = new Button("Unlink");
      button.setMinWidth(USE_PREF_SIZE);
      button.setAccessibleText("Unlink " + name(device));
      button.setOnAction(_ -> unlink.run());
      getChildren().add(button);
    }
  }

  static String name(DeviceView device) {
    var name = SafeText.line(device.name(), MAX_NAME);
    return name.isEmpty()
        ? device.device() == 1 ? "First device" : "Device " + device.device()
        : name;
  }

  private static String note(DeviceView device, Times times) {
    var linkedAt = device.linkedAt();
    var since =
        linkedAt == null
            ? device.device() == 1 ? "registered the account" : "not heard of yet"
            : "linked " + times.full(linkedAt);
    return device.own() ? "this device · " + since : since;
  }

  private static Label styled(String text, String style) {
    var label = new Label(text);
    label.getStyleClass().add(style);
    return label;
  }
}
