package org.juntos.ui.settings;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.model.RelayView;

/// Where the relay is reached: in one line, or with a row for each of several addresses. It follows
/// what happens for as long as it is shown.
final class RelayPane extends VBox {
  private final SettingsViewModel model;
  private final Button measure = new Button("Measure again");
  private Subscription watch = Subscription.EMPTY;

  RelayPane(SettingsViewModel model) {
    this.model = model;
    getStyleClass().add("relay-pane");
    measure.getStyleClass().add("link");
    measure.setOnAction(_ -> measure());
    sceneProperty().subscribe((_, scene) -> follow(scene));
  }

  private void follow(@Nullable Scene scene) {
    watch.unsubscribe();
    watch = scene == null ? Subscription.EMPTY : model.watchRelays(this::show);
  }

  private void measure() {
    measure.setDisable(true);
    measure.setText("Measuring …");
    model.measure(() -> {
      measure.setText("Measure again");
      measure.setDisable(false);
    });
  }

  private void show(List<RelayView> relays) {
    if (relays.size() < 2) {
      getChildren().setAll(single());
    } else {
      getChildren().setAll(relays.stream().<Node>map(RelayRow::new).toList());
      getChildren().add(measure);
    }
  }

  private Label single() {
    var relay = new Label("Relay: " + model.relay());
    relay.getStyleClass().add("form-note");
    relay.setWrapText(true);
    return relay;
  }
}
