package org.juntos.cli.daemon;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.verb.StickerVerbs;
import org.juntos.cli.verb.Verb;

/// The verbs about stickers by name.
final class StickerMethods {
  private StickerMethods() {}

  /// Null when it is none of these.
  static @Nullable Verb verb(RpcRequest request) throws RpcError {
    return switch (request.method()) {
      case "sticker-packs" -> {
        with(request);
        yield new StickerVerbs.Packs();
      }
      case "sticker-send" -> {
        var given = with(request, "contact", "pack", "sticker", "replyTo");
        yield new StickerVerbs.Sent(
            given.text("contact"),
            given.text("pack"),
            given.text("sticker"),
            given.text("replyTo", ""),
            Duration.ZERO);
      }
      case "sticker-install" ->
          StickerVerbs.install(with(request, "message").text("message"), Duration.ZERO);
      case "sticker-remove" ->
          StickerVerbs.remove(with(request, "pack").text("pack"), Duration.ZERO);
      case "sticker-make" -> {
        var given = with(request, "title", "pictures");
        yield StickerVerbs.make(given.text("title"), given.texts("pictures"), Duration.ZERO);
      }
      default -> null;
    };
  }

  private static Parameters with(RpcRequest request, String... known) throws RpcError {
    return new Parameters(request.parameters(), Set.of(known));
  }
}
