package org.juntos.ui.card;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.juntos.content.Place;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.PlainButton;
import org.juntos.ui.control.SafeText;
import org.juntos.ui.control.Wrapped;
import org.kordamp.ikonli.feather.Feather;

/// A location in numbers. No map is fetched: whoever wants one opens it in the browser, and sees
/// the address before.
final class PlaceNode extends CardNode {
  private final CardParts parts;
  private final Place place;

  PlaceNode(CardParts parts, Place place) {
    this.parts = parts;
    this.place = place;
    var kind = new Label("Location", Icons.icon(Feather.MAP));
    kind.getStyleClass().add("card-kind");
    var pin = new StackPane(Icons.icon(Feather.MAP_PIN));
    pin.getStyleClass().add("place-pin");
    var lines = new VBox();
    lines.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(lines, Priority.ALWAYS);
    if (!place.name().isEmpty()) {
      lines.getChildren().add(Wrapped.of(SafeText.name(place.name()), "card-title-label"));
    }
    var numbers = new Label(place.coordinates());
    numbers.setMinWidth(Region.USE_PREF_SIZE);
    numbers.getStyleClass().add(place.name().isEmpty() ? "card-title-label" : "card-detail");
    lines.getChildren().add(numbers);
    if (place.accuracyMetres() > 0) {
      var about = new Label("within " + distance(place.accuracyMetres()));
      about.getStyleClass().add("card-detail");
      lines.getChildren().add(about);
    }
    var top = new HBox(pin, lines);
    top.setAlignment(Pos.CENTER_LEFT);
    top.getStyleClass().add("card-top");
    var actions =
        new FlowPane(
            Icons.link(Feather.COPY, "Copy", () -> CardDeeds.copy(place.coordinates())),
            Icons.link(Feather.EXTERNAL_LINK, "Open in the browser …", this::ask));
    actions.getStyleClass().add("card-actions");
    actions.setPrefWrapLength(260);
    getChildren().addAll(kind, top, actions);
  }

  /// "20 m", "3 km".
  static String distance(int metres) {
    return metres < 1000 ? metres + " m" : (metres + 500) / 1000 + " km";
  }

  private void ask() {
    var body = new VBox();
    body.getStyleClass().add("dialog-body");
    var address = Wrapped.of(place.mapAddress(), "address");
    address.setFocusTraversable(true);
    address.setAccessibleText("Address: " + place.mapAddress());
    var copy =
        new PlainButton(
            "Copy the address",
            () -> {
              CardDeeds.copy(place.mapAddress());
              parts.asks().hide();
            });
    var open =
        new PlainButton(
            "Open in the browser",
            () -> {
              parts.asks().hide();
              parts.deeds().openMap(place);
            });
    open.getStyleClass().add("primary");
    open.setDefaultButton(true);
    var buttons = new HBox(copy, open);
    buttons.getStyleClass().add("link-row");
    buttons.setAlignment(Pos.CENTER_RIGHT);
    body.getChildren()
        .addAll(
            Wrapped.of(
                "OpenStreetMap then learns that somebody at your address has looked at this place."
                    + " Until then nobody does.",
                "dialog-text"),
            address,
            buttons);
    parts.asks().show("Open this place on a map?", body);
  }

  @Override
  public void activate() {
    ask();
  }
}
