package org.juntos.cli.daemon;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.verb.Details;
import org.juntos.cli.verb.Drafts;
import org.juntos.cli.verb.KeepInMind;
import org.juntos.cli.verb.Later;
import org.juntos.cli.verb.PinnedMessages;
import org.juntos.cli.verb.Refusal;
import org.juntos.cli.verb.Save;
import org.juntos.cli.verb.Spread;
import org.juntos.cli.verb.Starred;
import org.juntos.cli.verb.Texts;
import org.juntos.cli.verb.Verb;

/// The verbs about what people do with messages by name.
final class HandlingMethods {
  private static final int PAGE = 50;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private HandlingMethods() {}

  /// Null when it is none of these.
  static @Nullable Verb verb(RpcRequest request) throws RpcError, Refusal {
    return switch (request.method()) {
      case "forward" -> {
        var given = with(request, "messages", "to");
        yield Spread.forward(given.texts("messages"), given.texts("to"), Duration.ZERO);
      }
      case "star" -> star(request, true);
      case "unstar" -> star(request, false);
      case "starred" -> {
        var given = with(request, "skip", "limit");
        yield new Starred(
            given.has("skip") ? given.count("skip", 1) : 0, given.count("limit", PAGE));
      }
      case "pin" -> pin(request, true);
      case "unpin" -> pin(request, false);
      case "pins" -> new PinnedMessages(with(request, "contact").text("contact"));
      case "details" -> new Details(with(request, "message").text("message"));
      case "save" -> save(with(request, "message", "to", "timeout"));
      default -> written(request);
    };
  }

  private static @Nullable Verb written(RpcRequest request) throws RpcError, Refusal {
    return switch (request.method()) {
      case "draft-show" -> new Drafts(with(request, "contact").text("contact"), null);
      case "draft-set" -> draft(with(request, "contact", "text", "replyTo", "attach", "smaller"));
      case "draft-clear" ->
          new Drafts(with(request, "contact").text("contact"), Drafts.Change.CLEAR);
      case "schedule-add" ->
          schedule(
              with(request, "contact", "text", "attach", "smaller", "replyTo", "silent", "at"));
      case "schedule-list" -> {
        with(request);
        yield new Later.All();
      }
      case "schedule-change" -> change(with(request, "scheduled", "text", "at"));
      case "schedule-cancel" -> new Later.Cancel(with(request, "scheduled").text("scheduled"));
      case "schedule-now" ->
          new Later.Now(with(request, "scheduled").text("scheduled"), Duration.ZERO);
      default -> VoiceMethods.verb(request);
    };
  }

  private static Parameters with(RpcRequest request, String... known) throws RpcError {
    return new Parameters(request.parameters(), Set.of(known));
  }

  private static Verb save(Parameters given) throws RpcError {
    return new Save(
        given.text("message"),
        Parameters.path("to", given.text("to")),
        given.seconds("timeout", MINUTE));
  }

  private static Verb star(RpcRequest request, boolean starred) throws RpcError {
    return KeepInMind.star(with(request, "messages").texts("messages"), starred, Duration.ZERO);
  }

  private static Verb pin(RpcRequest request, boolean pinned) throws RpcError {
    return KeepInMind.pin(with(request, "message").text("message"), pinned, Duration.ZERO);
  }

  private static Verb draft(Parameters given) throws RpcError, Refusal {
    return new Drafts(
        given.text("contact"),
        new Drafts.Change(
            Texts.checked(given.text("text", "")),
            given.text("replyTo", ""),
            MessageMethods.files(given)));
  }

  private static Verb schedule(Parameters given) throws RpcError, Refusal {
    return new Later.Add(
        given.text("contact"),
        Texts.checked(given.text("text", "")),
        MessageMethods.files(given),
        given.text("replyTo", ""),
        given.flag("silent"),
        Later.moment(given.text("at"), ZoneId.systemDefault()));
  }

  private static Verb change(Parameters given) throws RpcError, Refusal {
    return new Later.Change(
        given.text("scheduled"),
        given.has("text") ? Texts.checked(given.text("text")) : null,
        Later.moment(given.text("at"), ZoneId.systemDefault()));
  }
}
