package org.juntos.cli.daemon;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.verb.ChangeProfile;
import org.juntos.cli.verb.GetPresence;
import org.juntos.cli.verb.Refusal;
import org.juntos.cli.verb.SharePresence;
import org.juntos.cli.verb.ShowProfile;
import org.juntos.cli.verb.Texts;
import org.juntos.cli.verb.Verb;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Intent.ChosenPicture;

/// The verbs about what people show of themselves.
final class ProfileMethods {
  private static final Duration ANSWER = Duration.ofSeconds(10);

  private ProfileMethods() {}

  /// Changes the own one when there is something to change; else tells it, or that of a contact.
  static Verb profile(Parameters given) throws RpcError, Refusal {
    var name = text(given, "name");
    var about = text(given, "about");
    var file = given.path("picture");
    boolean none = given.flag("noPicture");
    if (name == null && about == null && file == null && !none) {
      return new ShowProfile(text(given, "contact"), given.path("save"));
    }
    var picture =
        file != null
            ? ChosenPicture.Cut.middle(file)
            : none ? new ChosenPicture.None() : new ChosenPicture.Same();
    return new ChangeProfile(new Intent.ChangeProfile(name, about, picture), Duration.ZERO);
  }

  /// Says whether the account shares it, or asks after a contact.
  static Verb presence(Parameters given) throws RpcError {
    return given.has("share")
        ? new SharePresence(given.flag("share"), Duration.ZERO)
        : new GetPresence(given.text("contact"), ANSWER);
  }

  private static @Nullable String text(Parameters given, String parameter)
      throws RpcError, Refusal {
    return given.has(parameter) ? Texts.checked(given.text(parameter)) : null;
  }
}
