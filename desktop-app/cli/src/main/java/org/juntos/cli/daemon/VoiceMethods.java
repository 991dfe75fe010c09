package org.juntos.cli.daemon;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.verb.Saying;
import org.juntos.cli.verb.Send;
import org.juntos.cli.verb.Verb;
import org.juntos.cli.verb.VoiceMessages;
import org.juntos.engine.model.EntryView;

/// The verbs about voice messages by name.
final class VoiceMethods {
  private static final int PAGE = 50;

  private VoiceMethods() {}

  /// Null when it is none of these.
  static @Nullable Verb verb(RpcRequest request) throws RpcError {
    return switch (request.method()) {
      case "voice-send" -> send(with(request, "contact", "file", "silent"));
      case "voice-list" -> {
        var given = with(request, "contact", "limit");
        yield new VoiceMessages.Listed(given.text("contact"), given.count("limit", PAGE));
      }
      case "voice-played" ->
          new VoiceMessages.Played(with(request, "messages").texts("messages"), Duration.ZERO);
      default -> StickerMethods.verb(request);
    };
  }

  private static Parameters with(RpcRequest request, String... known) throws RpcError {
    return new Parameters(request.parameters(), Set.of(known));
  }

  private static Verb send(Parameters given) throws RpcError {
    var file = given.path("file");
    if (file == null) {
      throw new RpcError(RpcError.PARAMETERS, "The parameter file is missing.");
    }
    return new Send(
        given.text("contact"),
        "",
        List.of(VoiceMessages.file(file)),
        given.flag("silent"),
        Saying.PLAIN,
        EntryView.Stage.NONE,
        Duration.ZERO,
        Duration.ZERO);
  }
}
