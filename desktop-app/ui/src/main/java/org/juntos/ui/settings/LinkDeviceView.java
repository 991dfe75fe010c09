package org.juntos.ui.settings;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.SafeText;
import org.juntos.ui.settings.DevicesViewModel.Linking;
import org.kordamp.ikonli.feather.Feather;

/// Lets a new device join the account: paste its code, look whether it is the right one, wait until
/// it is there.
public final class LinkDeviceView extends VBox {
  private static final double WIDTH = 440;
  private static final int MAX_NAME = 40;

  private final DevicesViewModel model;
  private final Runnable done;
  private final VBox step = new VBox();
  private Subscription watch = Subscription.EMPTY;

  /// @param done goes back to the devices
  public LinkDeviceView(DevicesViewModel model, Runnable done) {
    this.model = model;
    this.done = done;
    getStyleClass().addAll("dialog-body", "devices");
    step.getStyleClass().add("device-step");
    getChildren().addAll(step, new ProblemNote(model.problem()));
    sceneProperty().subscribe((_, scene) -> follow(scene));
  }

  /// As high as its sentences are when they are broken into lines.
  @Override
  protected double computePrefHeight(double width) {
    return super.computePrefHeight(width < 0 ? WIDTH : width);
  }

  private void follow(@Nullable Scene scene) {
    watch.unsubscribe();
    watch =
        scene == null
            ? Subscription.EMPTY
            : model.watch().and(model.linking().subscribe(this::show));
  }

  private void show(Linking linking) {
    step.getChildren()
        .setAll(
            switch (linking) {
              case Linking.Asking() -> asking();
              case Linking.Confirming(var code, var device) -> confirming(code, named(device));
              case Linking.Waiting(_, var device) -> waiting(named(device));
              case Linking.Linked(var device) -> linked(named(device));
            });
  }

  private static String named(String device) {
    var name = SafeText.line(device, MAX_NAME);
    return name.isEmpty() ? "the new device" : "“" + name + "”";
  }

  private Node asking() {
    var code = new TextArea();
    code.setPromptText("juntos://link/…");
    code.setAccessibleText("Code of the new device");
    code.setWrapText(true);
    code.setPrefRowCount(4);
    var go = primary("Continue", () -> model.read(code.getText()));
    return column(
        text(
            "On the new device choose “I use Juntos on another device already”. It shows a code:"
                + " copy it here."),
        code,
        go);
  }

  private Node confirming(String code, String device) {
    var back = new Button("Back");
    back.setOnAction(_ -> model.ask());
    var go = primary("Link", () -> model.confirm(code, device));
    var buttons = new HBox(back, go);
    buttons.getStyleClass().add("link-row");
    buttons.setAlignment(Pos.CENTER_RIGHT);
    go.setMaxWidth(Region.USE_PREF_SIZE);
    return column(
        text(
            "Link "
                + device
                + "? It will read all that comes from now on, and write in your name. Go on only"
                + " with a code that you have just copied from a device of your own."),
        buttons);
  }

  private Node waiting(String device) {
    var wheel = new ProgressIndicator();
    wheel.getStyleClass().add("wait-small");
    var row = new HBox(wheel, text("Go on at " + device + ", it has all that it needs …"));
    row.getStyleClass().add("held-row");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private Node linked(String device) {
    var row =
        new HBox(Icons.icon(Feather.CHECK_CIRCLE), text("Linked: " + device + " is yours now."));
    row.getStyleClass().addAll("held-row", "held-good");
    row.setAlignment(Pos.CENTER_LEFT);
    return column(row, primary("Done", done));
  }

  private Button primary(String name, Runnable action) {
    var button = new Button(name);
    button.getStyleClass().add("primary");
    button.setDefaultButton(true);
    button.setMaxWidth(Double.MAX_VALUE);
    button.disableProperty().bind(model.busy());
    button.setOnAction(_ -> action.run());
    return button;
  }

  private static Label text(String sentence) {
    var label = new Label(sentence);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add("form-text");
    return label;
  }

  private static VBox column(Node... nodes) {
    var column = new VBox(nodes);
    column.getStyleClass().add("device-step");
    return column;
  }
}
