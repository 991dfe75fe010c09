package org.juntos.cli.verb;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import org.juntos.cli.output.Line;
import org.juntos.engine.intent.AccountView;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;

/// Sets the registration PIN, takes it away, or only tells, and tells how the lock stands then.
public record RegistrationLock(Step step) implements Verb {
  /// What is done before.
  @FunctionalInterface
  public interface Step {
    /// @throws Refusal when it cannot be done
    void take(Desk desk) throws Refusal, InterruptedException;
  }

  /// The first line of `file` is the PIN from now on.
  public static RegistrationLock set(Path file) {
    return new RegistrationLock(desk -> desk.submit(new Intent.SetPin(Keys.read(file))));
  }

  /// There is none any more.
  public static RegistrationLock clear() {
    return new RegistrationLock(desk -> desk.submit(new Intent.ClearPin()));
  }

  /// Nothing is changed.
  public static RegistrationLock show() {
    return new RegistrationLock(_ -> {});
  }

  @Override
  public Rest begin(Desk desk) throws Refusal, InterruptedException {
    desk.ready();
    step.take(desk);
    return output -> output.print(line(look(desk)));
  }

  private static AccountView look(Desk desk) throws Refusal, InterruptedException {
    var outcome = desk.submit(new Intent.LookAtAccount());
    if (outcome instanceof Outcome.Account(var view)) {
      return view;
    }
    throw new IllegalStateException("looking at the account ended as " + outcome);
  }

  private static Line line(AccountView view) {
    var json = new LinkedHashMap<String, Object>();
    json.put("locked", view.locked());
    json.put("triesLeft", view.locked() ? view.triesLeft() : null);
    json.put("wrongTries", view.wrongTries());
    return new Line(json, text(view));
  }

  private static String text(AccountView view) {
    if (!view.locked()) {
      return "not locked: whoever gets a code to this number or address can register it";
    }
    return "locked with a PIN"
        + (view.wrongTries() == 0
            ? ""
            : "; somebody has given " + view.wrongTries() + " wrong ones: set it anew");
  }
}
