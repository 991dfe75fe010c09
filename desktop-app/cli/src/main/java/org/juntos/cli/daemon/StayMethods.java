package org.juntos.cli.daemon;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.verb.Retention;
import org.juntos.cli.verb.Timer;
import org.juntos.cli.verb.Verb;
import org.juntos.content.Keeping;

/// The verbs about how long messages stay by name.
final class StayMethods {
  private StayMethods() {}

  /// Null when it is none of these.
  static @Nullable Verb verb(RpcRequest request) throws RpcError {
    return switch (request.method()) {
      case "timer" -> timer(with(request, "conversation", "seconds"));
      case "retention" ->
          retention(with(request, "conversation", "days", "forever", "default", "dryRun"));
      default -> null;
    };
  }

  private static Parameters with(RpcRequest request, String... known) throws RpcError {
    return new Parameters(request.parameters(), Set.of(known));
  }

  private static Verb timer(Parameters given) throws RpcError {
    var conversation = given.text("conversation");
    return given.has("seconds")
        ? Timer.set(conversation, given.seconds("seconds", Duration.ZERO), Duration.ZERO)
        : Timer.show(conversation);
  }

  private static Verb retention(Parameters given) throws RpcError {
    var conversation = given.has("conversation") ? given.text("conversation") : null;
    boolean asAll = given.flag("default");
    boolean forEver = given.flag("forever");
    int days = given.count("days", 0);
    int ways = (asAll ? 1 : 0) + (forEver ? 1 : 0) + (days > 0 ? 1 : 0);
    if (ways > 1 || days > Keeping.MOST_DAYS || (asAll && conversation == null)) {
      throw new RpcError(
          RpcError.PARAMETERS,
          "Give one of days (to %d), forever, and with a conversation default."
              .formatted(Keeping.MOST_DAYS));
    }
    return ways == 0
        ? Retention.show(conversation)
        : Retention.set(
            conversation, asAll ? null : new Keeping(days), given.flag("dryRun"), Duration.ZERO);
  }
}
