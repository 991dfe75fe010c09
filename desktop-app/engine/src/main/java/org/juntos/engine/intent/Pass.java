package org.juntos.engine.intent;

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

  /// Nothing: the relay is open to anybody.
  record Nothing() implements Pass {
    @Override
    public String policy() {
      return "open";
    }
  }
}
