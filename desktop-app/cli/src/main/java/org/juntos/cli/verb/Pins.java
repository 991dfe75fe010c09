package org.juntos.cli.verb;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.model.SessionView;

/// The PIN that a locked number or address asks for: the first line of a file.
///
/// @param file null when none was given
public record Pins(@Nullable Path file) {
  /// None.
  public static final Pins NONE = new Pins(null);

  /// Gives the PIN when there is one, or when one is needed.
  ///
  /// @throws Refusal when it is needed and not there, or wrong
  void give(Desk desk) throws Refusal, InterruptedException {
    var path = file;
    if (path != null) {
      try {
        desk.submit(new Intent.GivePin(Keys.read(path)));
      } catch (Refusal refusal) {
        throw withTries(desk, refusal);
      }
    } else if (desk.session() instanceof SessionView.PinNeeded needed) {
      throw Refusal.of(
          "registration-locked",
          "This number or address belongs to an account that is locked with a PIN.",
          "Give its registration PIN with --pin-file" + end(needed));
    }
  }

  private static Refusal withTries(Desk desk, Refusal refusal) {
    if (desk.session() instanceof SessionView.PinNeeded needed
        && refusal.problem().code().equals("pin-wrong")) {
      var left = needed.triesLeft() == 1 ? "1 try is left" : needed.triesLeft() + " tries are left";
      return new Refusal(
          Problem.local("pin-wrong", "The registration PIN is not right.", left + end(needed)));
    }
    return refusal;
  }

  private static String end(SessionView.PinNeeded needed) {
    var day = LocalDate.ofInstant(needed.until(), ZoneOffset.UTC);
    return "; without it the lock ends on " + day + " if nobody uses that account meanwhile.";
  }
}
