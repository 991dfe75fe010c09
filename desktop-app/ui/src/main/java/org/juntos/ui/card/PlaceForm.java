package org.juntos.ui.card;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import org.juntos.content.PlaceText;
import org.juntos.engine.intent.CardIntent;
import org.juntos.ui.control.CardHost;
import org.juntos.ui.control.FieldLabel;
import org.juntos.ui.control.Wrapped;

/// Asks where somewhere is, and says what it has understood. No service is asked.
final class PlaceForm extends CardForm {
  private final TextField where = new TextField();
  private final TextField name = new TextField();
  private final Label understood = new Label();
  private final Button send;

  PlaceForm(CardSending sending, CardHost host) {
    super(sending, host);
    where.setPromptText("38.7223, -9.1393 or a map link");
    where.setAccessibleText("Where: latitude and longitude, a geo address or a map link");
    name.setPromptText("Name (optional)");
    name.setAccessibleText("Name of the place, optional");
    understood.getStyleClass().add("form-note");
    understood.setWrapText(true);
    understood.setMinHeight(Region.USE_PREF_SIZE);
    send = primary("Send the location", this::send);
    getChildren()
        .addAll(
            new FieldLabel("Where"),
            where,
            understood,
            new FieldLabel("What it is called"),
            name,
            wrong(),
            send,
            Wrapped.note(
                "Links of OpenStreetMap, Google Maps and Apple Maps are read here; no map service"
                    + " is asked, by you or by those who get it."));
    where.textProperty().subscribe(this::typed);
  }

  private void typed(String text) {
    var read = PlaceText.read(text);
    send.setDisable(!(read instanceof PlaceText.Read.Found));
    understood.setText(words(text, read));
    understood.setVisible(!text.isBlank());
    understood.setManaged(!text.isBlank());
    if (read instanceof PlaceText.Read.Found(var place) && !place.name().isEmpty()) {
      name.setPromptText(place.name());
    } else {
      name.setPromptText("Name (optional)");
    }
  }

  static String words(String text, PlaceText.Read read) {
    return switch (read) {
      case PlaceText.Read.Found(var place) -> "This is " + place.coordinates() + ".";
      case PlaceText.Read.OffTheEarth() ->
          "There is no such place: latitudes end at 90 degrees, longitudes at 180.";
      case PlaceText.Read.ShortLink() ->
          "Only the map service knows where a short link leads. Open it in the browser, and paste"
              + " the address that it leads to.";
      case PlaceText.Read.NotUnderstood() ->
          text.isBlank()
              ? ""
              : "Write latitude and longitude, or paste a map link with them in it.";
    };
  }

  private void send() {
    send(to -> new CardIntent.ShowPlace(to, where.getText(), name.getText()));
  }
}
