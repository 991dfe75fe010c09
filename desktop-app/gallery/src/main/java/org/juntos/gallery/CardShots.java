package org.juntos.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ContactCard;
import org.juntos.content.Place;
import org.juntos.engine.intent.CardIntent;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.model.CardView;
import org.juntos.engine.model.CardView.OptionView;
import org.juntos.engine.model.CardView.PollView;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.ContactView.Standing;
import org.juntos.engine.model.EntryView.Stage;
import org.juntos.engine.model.MarksView;
import org.juntos.ui.shell.MainWindow;

/// Polls, locations and contacts, and how they are written.
final class CardShots {
  private static final ContactView ANA =
      People.contact("Ana Ferreira", Standing.ACCEPTED, true, false);
  private static final String LONG =
      "Dr. Bartholomew Featherstonehaugh-Cholmondeley the Younger of Much Wenlock";

  private CardShots() {}

  static List<Shot> shots() {
    return List.of(
        Conversations.open("cards-polls", ANA, polls()).sized(1100, 1000),
        Conversations.open("cards-closed", ANA, closed()).sized(1100, 900),
        Conversations.open("narrow-cards-polls", ANA, polls()).sized(420, 1000),
        Conversations.open("cards-places", ANA, others()).sized(1100, 1000),
        Conversations.open("narrow-cards-places", ANA, others()).sized(420, 1000),
        form("cards-new-poll", CardShots::fillPoll),
        form("cards-new-poll-refused", CardShots::fillPoll)
            .answeringEach(CardShots::refused)
            .after(window -> Press.button(window, "Send the poll")),
        Conversations.open("cards-new-place", ANA, others()).after(CardShots::fillPlace),
        Conversations.open("cards-new-contact", ANA, others())
            .after(w -> w.fireEvent(Press.chord(KeyCode.O))),
        Conversations.open("cards-map-question", ANA, others())
            .after(window -> Press.button(window, "Open in the browser …")),
        Conversations.open("cards-close-question", ANA, polls())
            .after(window -> Press.button(window, "Close the poll …")));
  }

  private static Shot form(String name, Consumer<MainWindow> fill) {
    return Conversations.open(name, ANA, polls())
        .after(w -> w.fireEvent(Press.chord(KeyCode.P)))
        .after(fill);
  }

  private static void fillPoll(MainWindow window) {
    fill(window, "Question", "Where do we eat on Saturday?");
    fill(window, "Option 1", "Tasca do Chico");
    fill(window, "Option 2", "Cervejaria Ramiro");
    for (var node : window.lookupAll(".check-box")) {
      if (node instanceof CheckBox box && box.getText().startsWith("Do not show")) {
        box.setSelected(true);
      }
    }
  }

  private static void fillPlace(MainWindow window) {
    window.fireEvent(Press.chord(KeyCode.L));
    window.applyCss();
    fill(
        window,
        "Where: latitude and longitude, a geo address or a map link",
        "https://www.openstreetmap.org/?mlat=38.71394&mlon=-9.13349#map=17/38.71394/-9.13349");
    fill(window, "Name of the place, optional", "Castelo de São Jorge");
  }

  private static void fill(MainWindow window, String field, String text) {
    for (var node : window.lookupAll(".text-field")) {
      if (node instanceof TextField typed && field.equals(typed.getAccessibleText())) {
        typed.setText(text);
      }
    }
  }

  private static Outcome refused(Intent intent) {
    return intent instanceof CardIntent
        ? new Outcome.Refused(
            Problem.local(
                "poll-options-alike",
                "Two options are alike.",
                "Change one of them, or leave it out."))
        : new Outcome.Done();
  }

  private static Story polls() {
    return card(
        card(
                Story.with(ANA).at("2026-03-12T09:12:00Z").says("poll"),
                poll(
                    "Where do we eat on Saturday? 🍽️",
                    false,
                    false,
                    false,
                    null,
                    option("Tasca do Chico", true, "Ana Ferreira", "You"),
                    option("Cervejaria Ramiro", false, "Tom Becker"),
                    option(
                        "The small place behind the cathedral, if it has opened again by then",
                        false)))
            .own(Stage.SEEN, "poll"),
        poll(
            "Which days can you come to the rehearsals?",
            true,
            true,
            true,
            null,
            option("Tuesday", true, "", "", "", "", ""),
            option("Thursday", false, "", ""),
            option("Saturday morning", true, "", "", "")));
  }

  private static Story closed() {
    return card(
        card(
                Story.with(ANA).at("2026-03-12T09:12:00Z").own(Stage.SEEN, "poll"),
                poll(
                    "Shall we take the early train?",
                    false,
                    false,
                    true,
                    new CardView.Closing(Story.NOW, 1, false),
                    option("Yes, at 7:10", true, "You", LONG, "Ana Ferreira", "Tom Becker", "Jo"),
                    option("No", false, "Mia")))
            .says("poll"),
        poll(
            "متى نلتقي؟",
            false,
            false,
            false,
            new CardView.Closing(Story.NOW, 0, true),
            option("الثلاثاء", false, "Ana Ferreira"),
            option("السبت", false)));
  }

  private static Story others() {
    var rui =
        new ContactCard(
            "Rui Pinto", List.of("+351 912 345 678"), List.of("rui.pinto@example.org"), null);
    var tom = new ContactCard(LONG, List.of("030 1234"), List.of(), null);
    var story = Story.with(ANA).at("2026-03-12T09:12:00Z").says("place");
    card(
        story,
        new CardView.PlaceView(new Place(387_139_400, -91_334_900, "Castelo de São Jorge", 20)));
    card(
        story.own(Stage.SEEN, "place"),
        new CardView.PlaceView(new Place(-338_568_000, 1_512_153_000, "", 0)));
    card(story.says("contact"), new CardView.PersonView(rui, null, ""));
    card(
        story.own(Stage.DELIVERED, "contact"),
        new CardView.PersonView(tom, People.account("Tom Becker"), "juntos://add/AAAA"));
    return story;
  }

  private static Story card(Story story, CardView card) {
    return story.marked(MarksView.NONE.with(card));
  }

  private static PollView poll(
      String question,
      boolean multiple,
      boolean anonymous,
      boolean own,
      CardView.@Nullable Closing closing,
      OptionView... options) {
    var shown = new ArrayList<OptionView>();
    int voters = 0;
    for (var option : options) {
      voters = multiple ? Math.max(voters, option.votes()) : voters + option.votes();
      shown.add(
          anonymous
              ? new OptionView(option.text(), option.votes(), option.chosen(), List.of())
              : option);
    }
    return new PollView(question, shown, multiple, anonymous, voters, own, closing);
  }

  private static OptionView option(String text, boolean chosen, String... names) {
    return new OptionView(text, names.length, chosen, List.of(names));
  }
}
