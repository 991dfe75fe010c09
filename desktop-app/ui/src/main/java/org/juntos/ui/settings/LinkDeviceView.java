package org.juntos.ui.settings;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.SafeText;
import org.juntos.ui.settings.DevicesViewModel.Linking;
import org.kordamp.ikonli.feather.Feather;

/// Lets a new device join the account: paste its code, look whether it is the right one, wait until
/// it is there.
public final class LinkDeviceView extends Page {
  private static final int MAX_NAME = 40;

  private final DevicesViewModel model;
  private final Runnable done;
  private final VBox step = new VBox();

  /// @param done goes back to the devices
  public LinkDeviceView(DevicesViewModel model, Runnable done) {
    super("devices");
    this.model = model;
    this.done = done;
    step.getStyleClass().add("device-step");
    getChildren().addAll(step, new ProblemNote(model.problem()));
    whileShown(() -> model.watch().and(model.linking().subscribe(this::show)));
  }

  private void show(Linking linking) {
    step.getChildren()
        .setAll(
            switch (linking) {
              case Linking.Asking() -> asking();
              case Linking.Confirming(var code, var device) -> confirming(code, named(device));
              case Linking.Waiting(_, var device) ->
                  waiting(text("Go on at " + named(device) + ", it has all that it needs …"));
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
