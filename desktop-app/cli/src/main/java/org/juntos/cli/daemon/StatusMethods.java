package org.juntos.cli.daemon;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.verb.ChangeStatus;
import org.juntos.cli.verb.ListStatuses;
import org.juntos.cli.verb.PostStatus;
import org.juntos.cli.verb.Refusal;
import org.juntos.cli.verb.StatusSettings;
import org.juntos.cli.verb.Texts;
import org.juntos.cli.verb.Verb;
import org.juntos.cli.verb.ViewStatus;

/// The verbs about statuses by name.
final class StatusMethods {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private StatusMethods() {}

  /// Null when it is none of these.
  static @Nullable Verb verb(RpcRequest request) throws RpcError, Refusal {
    return switch (request.method()) {
      case "status-post" ->
          post(with(request, "text", "background", "file", "audience", "timeout"));
      case "status-list" -> {
        with(request);
        yield new ListStatuses(Duration.ZERO);
      }
      case "status-view" -> view(with(request, "id", "out", "timeout"));
      case "status-delete" -> ChangeStatus.delete(with(request, "id").text("id"), Duration.ZERO);
      case "status-retry" -> ChangeStatus.retry(with(request, "id").text("id"), Duration.ZERO);
      case "status-reply" -> reply(with(request, "id", "text"));
      case "status-audience" -> settings(with(request, "audience", "receipts"));
      case "status-mute" -> mute(with(request, "contact", "off"));
      default -> null;
    };
  }

  private static Parameters with(RpcRequest request, String... known) throws RpcError {
    return new Parameters(request.parameters(), Set.of(known));
  }

  private static Verb post(Parameters given) throws RpcError, Refusal {
    return new PostStatus(
        Texts.checked(given.text("text", "")),
        given.text("background", "indigo"),
        given.path("file"),
        words(given),
        given.seconds("timeout", MINUTE));
  }

  private static Verb view(Parameters given) throws RpcError {
    return new ViewStatus(given.text("id"), given.path("out"), given.seconds("timeout", MINUTE));
  }

  private static Verb reply(Parameters given) throws RpcError, Refusal {
    return ChangeStatus.reply(given.text("id"), Texts.checked(given.text("text")), Duration.ZERO);
  }

  private static Verb settings(Parameters given) throws RpcError {
    var receipts = given.text("receipts", "");
    if (!Set.of("", "on", "off").contains(receipts)) {
      throw new RpcError(RpcError.PARAMETERS, "receipts is on or off.");
    }
    return new StatusSettings(words(given), receipts, Duration.ZERO);
  }

  private static List<String> words(Parameters given) throws RpcError {
    var text = given.text("audience", "");
    return text.isEmpty() ? List.of() : List.of(text.split(",", -1));
  }

  private static Verb mute(Parameters given) throws RpcError {
    return new StatusSettings.Mute(given.text("contact"), !given.flag("off"), Duration.ZERO);
  }
}
