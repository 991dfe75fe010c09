package org.juntos.cli.verb;

import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Pass;
import org.juntos.engine.model.SessionView;

/// Is let in without a code, then makes keys and profile and registers the account. Can be repeated
/// after a failure: whoever was let in already does not ask again.
public record Enter(String relay, Pass pass, String name) implements Verb {
  @Override
  public Rest begin(Desk desk) throws Refusal, InterruptedException {
    if (!(desk.session() instanceof SessionView.CodeConfirmed)) {
      desk.submit(new Intent.AskAdmission(relay, pass));
    }
    try {
      return Verify.create(desk, name);
    } catch (Refusal refusal) {
      if (refusal.problem().code().equals("admission-invalid")) {
        desk.submit(new Intent.RestartRegistration());
      }
      throw refusal;
    }
  }

  @Override
  public boolean isForNewcomers() {
    return true;
  }
}
