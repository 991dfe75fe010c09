package org.juntos.ui.settings;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.juntos.engine.intent.DeviceView;

/// Asks whether a device is to be taken off.
final class UnlinkQuestion extends VBox {
  UnlinkQuestion(DeviceView device, Runnable keep, Runnable unlink) {
    getStyleClass().add("device-question");
    var question =
        new Label(
            device.own()
                ? "Unlink this device? It gets no more messages and cannot send any. What is here"
                    + " stays readable here."
                : "Unlink “"
                    + DeviceRow.name(device)
                    + "”? It gets no more messages and cannot send any. What it has stays on it.");
    question.setWrapText(true);
    question.setMinHeight(USE_PREF_SIZE);
    var no = new Button("Keep");
    no.setOnAction(_ -> keep.run());
    var yes = new Button("Unlink");
    yes.getStyleClass().add("dangerous");
    yes.setOnAction(_ -> unlink.run());
    var buttons = new HBox(no, yes);
    buttons.getStyleClass().add("link-row");
    buttons.setAlignment(Pos.CENTER_RIGHT);
    getChildren().addAll(question, buttons);
  }
}
