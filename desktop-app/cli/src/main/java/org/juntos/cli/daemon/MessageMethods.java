package org.juntos.cli.daemon;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.verb.ChangeMessage;
import org.juntos.cli.verb.History;
import org.juntos.cli.verb.LinkPreviews;
import org.juntos.cli.verb.Receive;
import org.juntos.cli.verb.Refusal;
import org.juntos.cli.verb.Retry;
import org.juntos.cli.verb.Saying;
import org.juntos.cli.verb.Send;
import org.juntos.cli.verb.Texts;
import org.juntos.cli.verb.Verb;
import org.juntos.cli.verb.Versions;
import org.juntos.engine.intent.Intent.OutgoingFile;
import org.juntos.engine.model.EntryView;

/// The verbs about messages by name.
final class MessageMethods {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private MessageMethods() {}

  /// Null when it is none of these.
  static @Nullable Verb verb(RpcRequest request) throws RpcError, Refusal {
    return switch (request.method()) {
      case "send" ->
          send(
              with(
                  request,
                  "contact",
                  "text",
                  "attach",
                  "smaller",
                  "silent",
                  "marks",
                  "mentions",
                  "preview",
                  "wait",
                  "timeout"));
      case "receive" -> receive(with(request, "timeout", "untilEmpty", "save", "read"));
      case "history" -> history(with(request, "contact", "limit"));
      case "react" -> react(with(request, "message", "emoji", "remove"));
      case "reply" ->
          reply(with(request, "message", "text", "attach", "smaller", "marks", "mentions"));
      case "edit" -> edit(with(request, "message", "text", "marks", "mentions"));
      case "retry" -> retry(with(request, "message", "withoutFailed"));
      case "versions" -> new Versions(with(request, "message").text("message"));
      case "delete" -> {
        var given = with(request, "message", "forEveryone");
        yield ChangeMessage.delete(given.text("message"), given.flag("forEveryone"), Duration.ZERO);
      }
      case "link-previews" -> {
        var given = with(request, "on");
        yield new LinkPreviews(given.has("on") ? (Boolean) given.flag("on") : null);
      }
      case "timer", "retention" -> StayMethods.verb(request);
      case "poll-create", "poll-vote", "poll-close", "poll-show", "location", "send-contact" ->
          CardMethods.verb(request);
      default -> HandlingMethods.verb(request);
    };
  }

  private static Parameters with(RpcRequest request, String... known) throws RpcError {
    return new Parameters(request.parameters(), Set.of(known));
  }

  private static Verb react(Parameters given) throws RpcError {
    var emoji = given.text("emoji", "");
    if (given.flag("remove") != emoji.isEmpty()) {
      throw new RpcError(RpcError.PARAMETERS, "Give either emoji or remove.");
    }
    return ChangeMessage.react(given.text("message"), emoji, Duration.ZERO);
  }

  private static Verb reply(Parameters given) throws RpcError, Refusal {
    var files = files(given);
    return ChangeMessage.reply(
        given.text("message"),
        Texts.checked(given.text("text", "")),
        files,
        saying(given),
        Duration.ZERO);
  }

  private static Verb retry(Parameters given) throws RpcError {
    return new Retry(given.text("message"), given.flag("withoutFailed"), Duration.ZERO);
  }

  static List<OutgoingFile> files(Parameters given) throws RpcError {
    return Send.files(given.paths("attach"), given.flag("smaller"));
  }

  private static Verb edit(Parameters given) throws RpcError, Refusal {
    return ChangeMessage.edit(
        given.text("message"), Texts.checked(given.text("text")), saying(given), Duration.ZERO);
  }

  private static Verb send(Parameters given) throws RpcError, Refusal {
    return new Send(
        given.text("contact"),
        Texts.checked(given.text("text", "")),
        files(given),
        given.flag("silent"),
        saying(given),
        stage(given.text("wait", "")),
        given.seconds("timeout", MINUTE),
        Duration.ZERO);
  }

  private static Saying saying(Parameters given) throws RpcError {
    return new Saying(given.flag("marks"), given.texts("mentions"), given.flag("preview"));
  }

  private static EntryView.Stage stage(String wait) throws RpcError {
    return switch (wait.toLowerCase(Locale.ROOT)) {
      case "" -> EntryView.Stage.NONE;
      case "accepted" -> EntryView.Stage.SENT;
      case "delivered" -> EntryView.Stage.DELIVERED;
      case "seen" -> EntryView.Stage.SEEN;
      default -> throw new RpcError(RpcError.PARAMETERS, "wait is accepted, delivered or seen.");
    };
  }

  private static Verb receive(Parameters given) throws RpcError {
    return new Receive(
        given.seconds("timeout", MINUTE),
        given.flag("untilEmpty"),
        given.path("save"),
        given.flag("read"),
        Duration.ZERO);
  }

  private static Verb history(Parameters given) throws RpcError {
    return new History(given.text("contact"), given.count("limit", 50));
  }
}
