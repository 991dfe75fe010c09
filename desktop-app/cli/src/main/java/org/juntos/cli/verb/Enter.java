package org.juntos.cli.verb;

import java.nio.file.Path;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Pass;

/// Is let in without a code, then makes keys and profile and registers the account. Can be repeated
/// after a failure: whoever was let in already does not ask again.
public record Enter(String relay, With with, String name, Pins pins) implements Verb {
  /// What is shown to the relay.
  @FunctionalInterface
  public interface With {
    /// Read when it is needed.
    ///
    /// @throws Refusal when it cannot be read
    Pass pass() throws Refusal;

    /// An invite; empty for that of the link.
    static With invite(String code) {
      return () -> new Pass.Invite(code);
    }

    /// Nothing.
    static With nothing() {
      return Pass.Nothing::new;
    }

    /// A user name and the first line of a file.
    static With login(String user, Path passwordFile) {
      return () -> new Pass.Login(user, Keys.read(passwordFile));
    }
  }

  @Override
  public Rest begin(Desk desk) throws Refusal, InterruptedException {
    if (!Verify.isAdmitted(desk)) {
      desk.submit(new Intent.AskAdmission(relay, with.pass()));
    }
    return create(desk, name, pins);
  }

  /// Makes the account of whoever was let in. Who took too long may begin anew.
  static Rest create(Desk desk, String name, Pins pins) throws Refusal, InterruptedException {
    try {
      return Verify.create(desk, name, pins);
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
