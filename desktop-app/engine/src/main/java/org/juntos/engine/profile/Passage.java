package org.juntos.engine.profile;

import org.juntos.engine.intent.Outcome;
import org.juntos.engine.problem.Problems;
import org.juntos.store.Profile;

/// Outcome of trying to get into a profile.
public sealed interface Passage {
  /// In: the account is registered. Whoever gets it owns it.
  record Open(Profile profile) implements Passage {}

  /// Not in.
  record Shut(Outcome outcome) implements Passage {}

  /// Not in, because of `code`.
  static Passage refused(String code) {
    return new Shut(Problems.refused(code));
  }
}
