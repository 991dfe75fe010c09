package org.juntos.cli.verb;

import org.juntos.engine.intent.Intent;
import org.juntos.engine.model.SessionView;

/// Gives the code, then makes keys and profile and registers the account. Can be repeated after a
/// failure: a code that was confirmed already is not given again.
public record Verify(String code, String name) implements Verb {
  @Override
  public Rest begin(Desk desk) throws Refusal, InterruptedException {
    if (!(desk.session() instanceof SessionView.CodeConfirmed)) {
      desk.submit(new Intent.ConfirmCode(code));
    }
    return create(desk, name);
  }

  /// Makes the account of somebody whom the relay lets in.
  static Rest create(Desk desk, String name) throws Refusal, InterruptedException {
    var keyring =
        desk.session() instanceof SessionView.CodeConfirmed confirmed && confirmed.keyring();
    desk.submit(new Intent.CreateProfile(name, desk.keys().protection(keyring)));
    return output -> output.print(Describe.account(desk.ready()));
  }

  @Override
  public boolean isForNewcomers() {
    return true;
  }
}
