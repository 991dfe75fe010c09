package org.juntos.ui.contact;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.intent.MatchView;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.Wrapped;
import org.kordamp.ikonli.feather.Feather;

/// Looks for the people of the address book at the relay, and says what that reveals.
final class MatchRow extends VBox {
  MatchRow(AddressBookViewModel model) {
    getStyleClass().add("section-body");
    var look = new Button("See who is here", Icons.icon(Feather.USERS));
    look.disableProperty()
        .bind(model.busy().or(model.loaded().not()).or(Bindings.isEmpty(model.shown())));
    look.setOnAction(_ -> model.match());
    var result = Wrapped.of("", "import-done");
    model.matched().subscribe(view -> say(result, view));
    getChildren().addAll(look, Wrapped.note(caution(model.country())), result);
  }

  private static String caution(String country) {
    var text =
        "Finds those who let themselves be found by their number. The relay is not told any number,"
            + " and answers so many a day.";
    return country.isEmpty()
        ? text + " Numbers without a country code are left out."
        : text
            + " Numbers without a country code are read as numbers of your country ("
            + name(country)
            + ").";
  }

  private static String name(String country) {
    return Locale.of("", country).getDisplayCountry(Locale.ENGLISH);
  }

  private static void say(Label result, @Nullable MatchView view) {
    result.setVisible(view != null);
    result.setManaged(view != null);
    result.setText(view == null ? "" : words(view));
  }

  private static String words(MatchView view) {
    var found =
        switch (view.found()) {
          case 0 -> "Nobody new was found";
          case 1 -> "1 person was found";
          default -> view.found() + " people were found";
        };
    return view.left() == 0
        ? found + "."
        : found
            + ". "
            + view.left()
            + (view.left() == 1 ? " number is" : " numbers are")
            + " left, and looked for when the relay allows more.";
  }
}
