package org.juntos.gallery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.juntos.engine.intent.HeldView;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.model.ConnectionView;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.ContactView.Standing;
import org.juntos.engine.model.DeviceTrouble;
import org.juntos.engine.model.RelayView;
import org.juntos.engine.model.RelayView.Health;
import org.juntos.ui.shell.MainWindow;

/// What stands around a conversation: connection, contacts, cards and problems.
final class Circumstances {
  private static final Problem PROBLEM =
      new Problem(
          "link-invalid",
          "This is not a contact link.",
          "Ask for it again and paste it whole.",
          "b1946ac9-2d5e-4f57");

  private static final Problem UNSIGNED =
      new Problem(
          "held-unsigned",
          "The answer is not signed by this account's relay.",
          "Do not trust it; tell the relay's admin.",
          "b1946ac9-2d5e-4f57");

  private static final ContactView ANA =
      People.contact("Ana Ferreira", Standing.ACCEPTED, true, false);

  private static final String LONG_NAME =
      "Dr. Bartholomew Featherstonehaugh-Cholmondeley the Younger";

  private Circumstances() {}

  static List<Shot> shots() {
    var shots = new ArrayList<Shot>();
    shots.addAll(connections());
    shots.addAll(standings());
    shots.addAll(doubts());
    shots.addAll(pages());
    shots.addAll(holdings());
    return shots;
  }

  private static List<Shot> connections() {
    var offline =
        new ConnectionView(
            new ConnectionView.State.Offline("No route to the relay.", Story.NOW.plusSeconds(12)),
            3,
            false);
    var resting = new ConnectionView(new ConnectionView.State.Resting(), 1, false);
    var unopened = new ConnectionView(new ConnectionView.State.Online(), 0, true, 1);
    return List.of(
        connected("relay-detour", detour()),
        new Shot("settings-relays", Screens.ready(ANA, Conversations.chat(ANA), detour()))
            .after(Conversations::openFirst)
            .after(window -> window.cards().settings()),
        connected("offline", offline),
        connected("resting", resting),
        connected("unopened", unopened));
  }

  /// One address of three does not answer.
  private static ConnectionView detour() {
    var relays =
        List.of(
            new RelayView("eu.chat.example.org:8443", "eu-west", false, true, Health.FAILING, null),
            new RelayView(
                "us.chat.example.org:8443",
                "us-east",
                true,
                false,
                Health.GOOD,
                Duration.ofMillis(94)),
            new RelayView(
                "a-rather-long-name-of-a-machine.somewhere.example.org:8443",
                "",
                false,
                false,
                Health.UNKNOWN,
                null));
    return new ConnectionView(new ConnectionView.State.Online(), 0, true, 0, relays);
  }

  private static Shot connected(String name, ConnectionView connection) {
    var ana = People.contact("Ana Ferreira", Standing.ACCEPTED, true, false);
    return new Shot(name, Screens.ready(ana, Conversations.chat(ana), connection))
        .after(Conversations::openFirst);
  }

  private static List<Shot> standings() {
    return List.of(
        Conversations.open("request", asking(), Story.with(asking())),
        contact("requested", Standing.REQUESTED, false, false, _ -> {}),
        contact("blocked", Standing.BLOCKED, false, false, _ -> {}),
        contact("key-changed", Standing.ACCEPTED, false, true, _ -> {}),
        contact("key-changed-verified", Standing.ACCEPTED, true, true, MainWindow::toggleContact)
            .sized(1240, 760),
        keyBack("key-back", "Ana Ferreira", MainWindow::toggleContact).sized(1240, 760),
        keyBack("narrow-key-back", "Ana Ferreira", _ -> {}).sized(420, 760),
        keyBack("narrow-key-back-page", LONG_NAME, MainWindow::toggleContact).sized(420, 760));
  }

  private static Shot keyBack(String name, String person, Consumer<MainWindow> step) {
    var contact = People.keyBack(person);
    return Conversations.open(name, contact, Conversations.chat(contact)).after(step);
  }

  private static List<Shot> doubts() {
    return List.of(
        devices("devices-unsigned", "Ben Okafor", DeviceTrouble.Kind.UNSIGNED, _ -> {}),
        devices("devices-old", LONG_NAME, DeviceTrouble.Kind.OLDER, _ -> {}),
        devices(
                "devices-unlisted-sender",
                "Ben Okafor",
                DeviceTrouble.Kind.UNLISTED_SENDER,
                MainWindow::toggleContact)
            .sized(1240, 760),
        devices("narrow-devices", "Ben Okafor", DeviceTrouble.Kind.UNLISTED_SENDER, _ -> {})
            .sized(420, 760),
        deleted("deleted-account", "Ben Okafor").after(MainWindow::toggleContact).sized(1240, 760),
        deleted("narrow-deleted-account", LONG_NAME).sized(420, 760));
  }

  private static List<Shot> pages() {
    return List.of(
        contact("contact", Standing.ACCEPTED, false, false, MainWindow::toggleContact)
            .sized(1240, 760),
        contact("narrow-contact", Standing.ACCEPTED, true, false, MainWindow::toggleContact)
            .sized(420, 760),
        contact("add-contact", Standing.ACCEPTED, true, false, MainWindow::addContact),
        contact("settings", Standing.ACCEPTED, true, false, window -> window.cards().settings()),
        contact("keys", Standing.ACCEPTED, true, false, MainWindow::keys),
        contact("problem", Standing.ACCEPTED, true, false, window -> window.complain(PROBLEM)));
  }

  /// What the relay holds: as expected, not as expected, and no answer.
  private static List<Shot> holdings() {
    var differences =
        List.of(
            "The relay holds device 2, which is not on the signed list.",
            "3 files that this device sent are gone before their time.");
    return List.of(
        holding("held", new Outcome.Held(new HeldView(Story.NOW, kinds(), List.of()))),
        holding("held-differs", new Outcome.Held(new HeldView(Story.NOW, kinds(), differences))),
        holding("held-refused", new Outcome.Refused(UNSIGNED)),
        holding("narrow-held", new Outcome.Held(new HeldView(Story.NOW, kinds(), differences)))
            .sized(420, 760));
  }

  private static Shot holding(String name, Outcome answer) {
    return new Shot(
            name,
            Screens.ready(
                ANA,
                Conversations.chat(ANA),
                new ConnectionView(new ConnectionView.State.Online(), 0, true)))
        .answering(answer)
        .after(Conversations::openFirst)
        .after(window -> window.cards().held());
  }

  private static List<HeldView.Kind> kinds() {
    return List.of(
        new HeldView.Kind(
            "account",
            "1 account",
            "Its public identity key, the signed list of its devices, and a keyed hash of the"
                + " number or address that it was made with.",
            List.of()),
        new HeldView.Kind(
            "device",
            "1 device",
            "Its number, a hash of its secret, and the public keys that sessions begin with.",
            List.of()),
        new HeldView.Kind(
            "one_time_prekey",
            "197 one-time keys",
            "Public keys; each begins one session, then goes.",
            List.of()),
        new HeldView.Kind(
            "envelope",
            "12 waiting messages, 38 kB",
            "Sealed: who sent them and what they say is not known to the relay.",
            List.of()),
        new HeldView.Kind(
            "upload",
            "4 files, 61 MB",
            "Encrypted: the keys are inside messages, never at the relay.",
            List.of()),
        new HeldView.Kind("suspension", "No suspensions", "", List.of()));
  }

  private static ContactView asking() {
    return People.contact("Tom Becker", Standing.ASKING, false, false);
  }

  private static Shot deleted(String name, String person) {
    var trouble =
        new DeviceTrouble(
            DeviceTrouble.Kind.DELETED,
            "account-deleted",
            "the relay has no such account",
            Story.NOW,
            true);
    var contact = People.doubted(person, trouble);
    return Conversations.open(name, contact, Conversations.chat(contact));
  }

  private static Shot devices(
      String name, String person, DeviceTrouble.Kind kind, Consumer<MainWindow> step) {
    var detail = "device 2 is not on the list of revision 4";
    var trouble = new DeviceTrouble(kind, "device-unlisted", detail, Story.NOW, true);
    var contact = People.doubted(person, trouble);
    return Conversations.open(name, contact, Conversations.chat(contact)).after(step);
  }

  private static Shot contact(
      String name,
      Standing standing,
      boolean verified,
      boolean changed,
      Consumer<MainWindow> step) {
    var ana = People.contact("Ana Ferreira", standing, verified, changed);
    var story = standing == Standing.REQUESTED ? Story.with(ana) : Conversations.chat(ana);
    return Conversations.open(name, ana, story).after(step);
  }
}
