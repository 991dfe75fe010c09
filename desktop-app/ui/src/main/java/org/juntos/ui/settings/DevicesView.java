package org.juntos.ui.settings;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.juntos.engine.intent.DeviceView;
import org.juntos.ui.control.Times;

/// The devices that the account is used on, with a way to add one and to take one off.
public final class DevicesView extends Page {
  private final DevicesViewModel model;
  private final Times times;
  private final VBox rows = new VBox();
  private int unlinking;

  /// @param link opens the page on which a device is added
  public DevicesView(DevicesViewModel model, Times times, Runnable link) {
    super("devices");
    this.model = model;
    this.times = times;
    rows.getStyleClass().add("device-rows");
    var add = new Button("Link a device …");
    add.getStyleClass().add("primary");
    add.setMaxWidth(Double.MAX_VALUE);
    add.setOnAction(_ -> link.run());
    getChildren()
        .addAll(
            label(
                "Your account works the same on each of these. What you write on one shows on all."),
            rows,
            new ProblemNote(model.problem()),
            add);
    whileShown(() -> model.watch().and(model.devices().subscribe(this::show)));
  }

  private void show(List<DeviceView> devices) {
    rows.getChildren().clear();
    for (var device : devices) {
      rows.getChildren().add(row(device, devices.size() > 1));
    }
  }

  private Node row(DeviceView device, boolean several) {
    if (device.device() == unlinking) {
      return new UnlinkQuestion(device, () -> turn(0), () -> unlink(device));
    }
    return new DeviceRow(device, times, several ? () -> turn(device.device()) : null);
  }

  private void unlink(DeviceView device) {
    turn(0);
    model.unlink(device.device());
  }

  private void turn(int device) {
    unlinking = device;
    show(model.devices().get());
  }

  private static Label label(String text) {
    var label = new Label(text);
    label.setWrapText(true);
    label.getStyleClass().add("form-note");
    return label;
  }
}
