package org.juntos.engine.intent;

import org.juntos.crypto.secret.SecretBytes;

/// What somebody shows to be let in without a one-time code.
public sealed interface Pass {
  /// How the relay's facts name the way in that takes it.
  String policy();

  /// An invite of the relay's admin.
  ///
  /// @param code empty for the one that is in the relay's link
  record Invite(String code) implements Pass {
    public Invite {
      code = code.strip();
    }

    @Override
    public String policy() {
      return "invite";
    }

    /// Does not tell the code.
    @Override
    public String toString() {
      return "Invite";
    }
  }

  /// A user name of the relay's admin.
  ///
  /// @param password UTF-8; the engine closes it
  record Login(String name, SecretBytes password) implements Pass {
    public Login {
      name = name.strip();
    }

    @Override
    public String policy() {
      return "password";
    }
  }

  /// Nothing: the relay is open to anybody.
  record Nothing() implements Pass {
    @Override
    public String policy() {
      return "open";
    }
  }
}
