package org.juntos.cli.verb;

import org.juntos.engine.intent.Intent;
import org.juntos.engine.model.SessionView;

/// Gives the code, then makes keys and profile and registers the account. Can be repeated after a
/// failure: a code that was confirmed already is not given again.
public record Verify(String code, String name, Pins pins) implements Verb {
  @Override
  public Rest begin(Desk desk) throws Refusal, InterruptedException {
    if (!isAdmitted(desk)) {
      desk.submit(new Intent.ConfirmCode(code));
    }
    return create(desk, name, pins);
  }

  /// Whether the relay has let them in already.
  static boolean isAdmitted(Desk desk) {
    return desk.session() instanceof SessionView.CodeConfirmed
        || desk.session() instanceof SessionView.PinNeeded;
  }

  /// Makes the account of somebody whom the relay lets in.
  static Rest create(Desk desk, String name, Pins pins) throws Refusal, InterruptedException {
    pins.give(desk);
    try {
      create(desk, name);
    } catch (Refusal refusal) {
      if (refusal.problem().code().equals("registration-locked")) {
        pins.give(desk); // says more than the relay, which was not asked before
      }
      throw refusal;
    }
    return output -> output.print(Describe.account(desk.ready()));
  }

  private static void create(Desk desk, String name) throws Refusal, InterruptedException {
    var keyring =
        desk.session() instanceof SessionView.CodeConfirmed confirmed && confirmed.keyring();
    desk.submit(new Intent.CreateProfile(name, desk.keys().protection(keyring)));
  }

  @Override
  public boolean isForNewcomers() {
    return true;
  }
}
