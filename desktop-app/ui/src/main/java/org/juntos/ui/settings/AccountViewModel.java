package org.juntos.ui.settings;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.engine.intent.AccountView;
import org.juntos.engine.intent.CodeTarget;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.PeopleIntent;
import org.juntos.engine.intent.Problem;
import org.juntos.ui.fx.EngineLink;

/// What belongs to the account: user name, registration PIN, number or address, its end.
public final class AccountViewModel {
  private static final int LEAST_DIGITS = 4;

  private final EngineLink engine;
  private final Consumer<Problem> complain;
  private final ReadOnlyObjectWrapper<@Nullable AccountView> view = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Outcome.@Nullable Discoverable> found =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

  /// Asks the relay at once.
  ///
  /// @param complain told what went wrong
  public AccountViewModel(EngineLink engine, Consumer<Problem> complain) {
    this.engine = engine;
    this.complain = complain;
    look();
  }

  /// What is known; null until the relay has answered.
  ReadOnlyObjectProperty<@Nullable AccountView> view() {
    return view.getReadOnlyProperty();
  }

  /// Whether it is found by its number; null until the relay has answered.
  ReadOnlyObjectProperty<Outcome.@Nullable Discoverable> found() {
    return found.getReadOnlyProperty();
  }

  /// Whether an answer is awaited.
  ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  void look() {
    busy.set(true);
    engine.submit(new Intent.LookAtAccount(), this::known);
    engine.submit(
        new PeopleIntent.LookAtBeingFound(),
        outcome -> {
          if (outcome instanceof Outcome.Discoverable now) {
            found.set(now);
          }
        });
  }

  private void known(Outcome outcome) {
    busy.set(false);
    switch (outcome) {
      case Outcome.Account(var now) -> view.set(now);
      case Outcome.Refused(var problem) -> complain.accept(problem);
      default -> {}
    }
  }

  /// Takes a user name: a nickname, or a whole one.
  void choose(String name) {
    if (name.isBlank()) {
      refuse("user-name-missing", "The user name is missing.", "Type one, such as ana.");
    } else {
      submit(new Intent.ChooseUserName(name.strip()));
    }
  }

  void dropName() {
    submit(new Intent.DropUserName());
  }

  /// Lets it be found by its number.
  void beFound(String number) {
    if (number.isBlank()) {
      refuse("phone-missing", "Your number is missing.", "Type it with the country code.");
    } else {
      submit(new PeopleIntent.BeFound(number.strip()));
    }
  }

  void beHidden() {
    submit(new PeopleIntent.BeHidden());
  }

  /// Sets the PIN.
  void lock(String pin, String again) {
    if (!pin.equals(again)) {
      refuse("pin-differs", "The two PINs differ.", "Type the same one twice.");
    } else {
      submit(new Intent.SetPin(secret(pin)));
    }
  }

  void unlock() {
    submit(new Intent.ClearPin());
  }

  /// Asks for a code to another number or address.
  void ask(String typed) {
    boolean number = typed.chars().filter(Character::isDigit).count() >= LEAST_DIGITS;
    if (typed.contains("@") || number) {
      submit(new Intent.ChangeAddress(CodeTarget.typed(typed.strip())));
    } else {
      refuse(
          "phone-missing",
          "That is neither a phone number nor an e-mail address.",
          "Type the number with the country code, such as +49.");
    }
  }

  /// Gives that code.
  void confirm(String code) {
    submit(new Intent.ConfirmAddress(code.strip()));
  }

  /// Gives the PIN of the account that has the number or address.
  void open(String pin) {
    submit(new Intent.OpenAddress(secret(pin)));
  }

  /// Deletes account and profile.
  void delete() {
    busy.set(true);
    engine.submit(
        new Intent.DeleteAccount(),
        outcome -> {
          busy.set(false);
          if (outcome instanceof Outcome.Refused(var problem)) {
            complain.accept(problem);
          }
        });
  }

  /// Whatever came of it, what is shown is asked for again.
  private void submit(Intent intent) {
    busy.set(true);
    engine.submit(
        intent,
        outcome -> {
          if (outcome instanceof Outcome.Refused(var problem)) {
            complain.accept(problem);
          }
          look();
        });
  }

  private void refuse(String code, String sentence, String nextStep) {
    complain.accept(Problem.local(code, sentence, nextStep));
  }

  private static SecretBytes secret(String text) {
    return SecretBytes.takeFrom(text.getBytes(StandardCharsets.UTF_8));
  }
}
