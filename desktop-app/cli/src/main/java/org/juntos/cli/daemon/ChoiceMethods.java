package org.juntos.cli.daemon;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.verb.ChooseFor;
import org.juntos.cli.verb.DoNotDisturb;
import org.juntos.cli.verb.Folders;
import org.juntos.cli.verb.ListConversations;
import org.juntos.cli.verb.Refusal;
import org.juntos.cli.verb.Verb;

/// The methods about what the person chooses.
final class ChoiceMethods {
  private ChoiceMethods() {}

  /// Null when it is none of these.
  static @Nullable Verb verb(RpcRequest request) throws RpcError, Refusal {
    return switch (request.method()) {
      case "conversations" -> {
        var given = with(request, "archived", "folder");
        yield new ListConversations(given.flag("archived"), given.text("folder", ""));
      }
      case "mute" -> {
        var given = with(request, "conversation", "for");
        yield choose(given, ChooseFor.mute(given.text("for", "always")));
      }
      case "unmute" -> choose(with(request, "conversation"), ChooseFor.unmute());
      case "archive" -> choose(with(request, "conversation"), ChooseFor.archive(true));
      case "unarchive" -> choose(with(request, "conversation"), ChooseFor.archive(false));
      case "pin-conversation" -> choose(with(request, "conversation"), ChooseFor.pin(true));
      case "unpin-conversation" -> choose(with(request, "conversation"), ChooseFor.pin(false));
      case "mark-unread" -> {
        var given = with(request, "conversation", "off");
        yield choose(given, ChooseFor.markUnread(!given.flag("off")));
      }
      case "notify" -> {
        var given = with(request, "conversation", "what", "sound");
        yield choose(given, ChooseFor.notify(given.text("what", ""), given.text("sound", "")));
      }
      default -> ofFolders(request);
    };
  }

  private static @Nullable Verb ofFolders(RpcRequest request) throws RpcError {
    return switch (request.method()) {
      case "folder list" -> {
        with(request);
        yield new Folders.ListAll();
      }
      case "folder create" -> new Folders.Make(with(request, "name").text("name"), Duration.ZERO);
      case "folder rename" -> {
        var given = with(request, "folder", "name");
        yield new Folders.Rename(given.text("folder"), given.text("name"), Duration.ZERO);
      }
      case "folder remove" ->
          new Folders.Remove(with(request, "folder").text("folder"), Duration.ZERO);
      case "folder add" -> into(with(request, "folder", "conversation"), true);
      case "folder take" -> into(with(request, "folder", "conversation"), false);
      default -> ofQuiet(request);
    };
  }

  private static @Nullable Verb ofQuiet(RpcRequest request) throws RpcError {
    var wish =
        switch (request.method()) {
          case "dnd show" -> {
            with(request);
            yield DoNotDisturb.show();
          }
          case "dnd on" -> DoNotDisturb.on(with(request, "for").text("for", "always"));
          case "dnd off" -> {
            with(request);
            yield DoNotDisturb.off();
          }
          case "dnd schedule" -> {
            var given = with(request, "off", "days", "from", "to");
            yield DoNotDisturb.schedule(
                !given.flag("off"),
                given.texts("days"),
                given.text("from", ""),
                given.text("to", ""));
          }
          default -> null;
        };
    return wish == null ? null : new DoNotDisturb(wish, Duration.ZERO);
  }

  private static Verb into(Parameters given, boolean inside) throws RpcError {
    return choose(given, ChooseFor.folder(given.text("folder"), inside));
  }

  private static Verb choose(Parameters given, ChooseFor.Wish wish) throws RpcError {
    return new ChooseFor(given.text("conversation"), wish, Duration.ZERO);
  }

  private static Parameters with(RpcRequest request, String... known) throws RpcError {
    return new Parameters(request.parameters(), Set.of(known));
  }
}
