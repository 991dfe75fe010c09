package org.juntos.gallery;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import org.juntos.engine.intent.AccountView;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.PeopleIntent;
import org.juntos.engine.model.ContactView.Standing;
import org.juntos.engine.model.SessionView;
import org.juntos.ui.shell.MainWindow;

/// What belongs to an account: its PIN, its user name, its number, its end.
final class Accounts {
  private static final String RELAY = "https://relay.example.org";

  private Accounts() {}

  static List<Shot> shots() {
    return List.of(
        pin("onboarding-pin", 9),
        pin("onboarding-pin-last", 1).after(Accounts::fire),
        pin("onboarding-pin-over", 0),
        pin("narrow-onboarding-pin", 9).sized(420, 760),
        account("account", new AccountView("", false, 0, 0, "", false)),
        account("account-locked", new AccountView("mara.42", true, 8, 2, "", false)),
        account("account-code", new AccountView("mara.42", true, 10, 0, "…78", false)),
        account("account-other-pin", new AccountView("", true, 10, 0, "", true)),
        account("account-delete", new AccountView("mara.42", true, 10, 0, "", false))
            .sized(1100, 900)
            .after(Accounts::farewell),
        account(
                "narrow-account",
                new AccountView("a_nickname_that_is_rather_long.4242", true, 9, 1, "", false))
            .sized(420, 1000),
        found("account-found-on", new Outcome.Discoverable(true, true)),
        found("account-found-nowhere", new Outcome.Discoverable(false, false)),
        new Shot("account-waiting", Screens.ready(ana(), Conversations.chat(ana())))
            .answering(new Outcome.Done())
            .after(Conversations::openFirst)
            .after(window -> window.cards().account()),
        Conversations.open("add-contact-name", ana(), Conversations.chat(ana()))
            .after(MainWindow::addContact)
            .after(typing("ben.17")),
        Conversations.open("add-contact-number", ana(), Conversations.chat(ana()))
            .after(MainWindow::addContact)
            .after(typing("+351 912 345 678")));
  }

  private static org.juntos.engine.model.ContactView ana() {
    return People.contact("Ana Ferreira", Standing.ACCEPTED, true, false);
  }

  private static Shot pin(String name, int triesLeft) {
    var until = Story.NOW.plus(Duration.ofDays(7));
    return new Shot(name, Screens.session(new SessionView.PinNeeded(RELAY, triesLeft, until)));
  }

  private static void fire(MainWindow window) {
    if (window.lookup(".primary") instanceof Button button) {
      button.fire();
    }
  }

  private static Shot account(String name, AccountView view) {
    return account(name, view, new Outcome.Discoverable(false, true));
  }

  /// @param found whether it is found by its number
  private static Shot account(String name, AccountView view, Outcome.Discoverable found) {
    return new Shot(name, Screens.ready(ana(), Conversations.chat(ana())))
        .answeringEach(intent ->
            intent instanceof PeopleIntent.LookAtBeingFound ? found : new Outcome.Account(view))
        .sized(1100, 860)
        .after(Conversations::openFirst)
        .after(window -> window.cards().account());
  }

  private static void farewell(MainWindow window) {
    for (var node : window.lookupAll(".dangerous")) {
      if (node instanceof Button button) {
        button.fire();
        return;
      }
    }
  }

  private static Consumer<MainWindow> typing(String text) {
    return window -> {
      for (var node : window.lookupAll(".dialog-body .text-field")) {
        if (node instanceof TextField field && field.isEditable()) {
          field.setText(text);
          return;
        }
      }
    };
  }

  private static Shot found(String name, Outcome.Discoverable found) {
    return account(name, new AccountView("mara.42", false, 0, 0, "", false), found);
  }
}
