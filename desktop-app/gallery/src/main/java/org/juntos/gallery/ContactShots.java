package org.juntos.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import org.juntos.engine.intent.AddressView;
import org.juntos.engine.intent.ImportView;
import org.juntos.engine.intent.MatchView;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.PeopleIntent;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.intent.SafetyNumberView;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.ContactView.Standing;
import org.juntos.ui.shell.MainWindow;
import org.juntos.wire.Bytes;

/// Safety numbers, requests, reports and the address book.
final class ContactShots {
  private static final String LONG_NAME =
      "Dr. Bartholomew Featherstonehaugh-Cholmondeley the Younger";

  private ContactShots() {}

  static List<Shot> shots() {
    var ana = person("Ana Ferreira", Standing.ACCEPTED, false, false);
    var changed = person("Ana Ferreira", Standing.ACCEPTED, true, true);
    var asking = person("Tom Becker", Standing.ASKING, false, false);
    var shots = new ArrayList<Shot>();
    shots.add(page("safety-number", ana, numbers(false)).after(press("Show as a code to scan")));
    shots.add(
        page(
            "safety-number-verified",
            person("Ana Ferreira", Standing.ACCEPTED, true, false),
            numbers(false)));
    shots.add(page("safety-number-changed", changed, numbers(true)));
    shots.add(page("block-question", ana, numbers(false)).after(press("Block or report …")));
    shots.add(report("report", ana));
    shots.add(
        report("narrow-report", person(LONG_NAME, Standing.ASKING, false, false)).sized(420, 1000));
    shots.add(Conversations.open("narrow-request", asking, Story.with(asking)).sized(420, 760));
    shots.add(declined(asking));
    shots.add(addresses("address-book", book()));
    shots.add(addresses("address-book-empty", List.of()));
    shots.add(addresses("narrow-address-book", book()).sized(420, 760));
    shots.add(imported());
    shots.add(matched("address-book-matched", new MatchView(2, 240, 0, null)));
    shots.add(
        matched("narrow-address-book-spent", new MatchView(0, 250, 31, Story.NOW)).sized(420, 900));
    var spent =
        Problem.local(
            "numbers-spent",
            "You have looked for as many numbers as the relay allows for now.",
            "Try again later, or ask for a contact link or user name.");
    shots.add(matching("address-book-refused", book(), new Outcome.Refused(spent)));
    return shots;
  }

  /// Open when it is declined; afterwards it is out of the list.
  private static Shot declined(ContactView asking) {
    var models = Screens.ready(asking, Story.with(asking));
    var refused = person(asking.name(), Standing.REFUSED, false, false);
    var then = Screens.ready(refused, Story.with(refused)).conversations().value();
    return new Shot("request-declined", models)
        .after(Conversations::openFirst)
        .after(_ -> models.conversations().set(then));
  }

  private static ContactView person(
      String name, Standing standing, boolean verified, boolean changed) {
    return People.contact(name, standing, verified, changed);
  }

  private static Outcome numbers(boolean changed) {
    var digits = "38291 04755 20018 83746 50192 83746 50192 83746 55019 28374 65019 28374";
    var known = new SafetyNumberView.Shown(digits, "juntos://safety/" + "Qk9f".repeat(26));
    var fresh =
        new SafetyNumberView.Shown(
            "90412 77310 55872 00419 63328 17405 92236 48110 07553 69904 21187 35520",
            "juntos://safety/" + "x0Zr".repeat(26));
    var other = changed ? fresh : SafetyNumberView.Shown.NONE;
    return new Outcome.SafetyNumber(new SafetyNumberView(known, other, changed));
  }

  private static Shot page(String name, ContactView contact, Outcome answer) {
    return Conversations.open(name, contact, Conversations.chat(contact))
        .answering(answer)
        .after(MainWindow::toggleContact)
        .sized(1240, 860);
  }

  private static Shot report(String name, ContactView contact) {
    return page(name, contact, numbers(false))
        .after(press("Block or report …"))
        .after(ContactShots::tick);
  }

  private static void tick(MainWindow window) {
    if (window.lookup(".identity-notice .check-box") instanceof CheckBox box) {
      box.fire();
    }
  }

  private static Consumer<MainWindow> press(String text) {
    return window -> {
      for (var node : window.lookupAll(".button")) {
        if (node instanceof Button button && button.getText().equals(text)) {
          ((ButtonBase) button).fire();
          return;
        }
      }
    };
  }

  private static List<AddressView> book() {
    return List.of(
        entry(1, "Åsa Öberg", "+46 70 123 45 67"),
        entry(2, LONG_NAME, "+44 20 7946 0018"),
        entry(3, "Γιώργος Παππάς", "+30 21 0123 4567"),
        entry(4, "Inês Carvalho", "ines.carvalho@example.org"));
  }

  private static AddressView entry(int number, String name, String reach) {
    var id = Bytes.ofHex("%032x".formatted(number));
    var mail = reach.contains("@");
    return new AddressView(
        id,
        name,
        mail ? List.of() : List.of(reach),
        mail ? List.of(reach) : List.of(),
        number == 4 ? People.account("Inês") : null,
        number == 4);
  }

  private static Shot addresses(String name, List<AddressView> entries) {
    var ana = person("Ana Ferreira", Standing.ACCEPTED, true, false);
    return new Shot(name, Screens.ready(ana, Conversations.chat(ana)))
        .answering(new Outcome.AddressBook(entries))
        .after(Conversations::openFirst)
        .after(MainWindow::addressBook);
  }

  private static Shot matched(String name, MatchView view) {
    var found = new ArrayList<>(book());
    found.set(1, found(2, LONG_NAME, "+44 20 7946 0018"));
    found.set(2, found(3, "Γιώργος Παππάς", "+30 21 0123 4567"));
    return matching(name, found, new Outcome.Matched(view));
  }

  private static AddressView found(int number, String name, String reach) {
    var id = Bytes.ofHex("%032x".formatted(number));
    return new AddressView(id, name, List.of(reach), List.of(), People.account(name), false);
  }

  private static Shot matching(String name, List<AddressView> entries, Outcome outcome) {
    return addresses(name, entries)
        .answeringEach(intent ->
            intent instanceof PeopleIntent.MatchAddressBook
                ? outcome
                : new Outcome.AddressBook(entries))
        .after(press("See who is here"));
  }

  /// The chooser gives a file.
  private static Shot imported() {
    var bad =
        List.of(
            new ImportView.Bad(14, "", "The card has no end, or is longer than 4 MB."),
            new ImportView.Bad(61, "Reception", "It has neither a number nor an e-mail address."));
    var done = new Outcome.Imported(new ImportView(212, 3, 40, bad));
    return addresses("address-book-imported", book())
        .answeringEach(intent ->
            intent instanceof PeopleIntent.ImportCards ? done : new Outcome.AddressBook(book()))
        .after(press("Import a vCard file …"));
  }
}
