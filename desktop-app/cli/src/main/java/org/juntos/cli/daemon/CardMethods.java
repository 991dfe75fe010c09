package org.juntos.cli.daemon;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.verb.Polls;
import org.juntos.cli.verb.Refusal;
import org.juntos.cli.verb.SendCard;
import org.juntos.cli.verb.Verb;

/// The verbs about polls, locations and contacts by name.
final class CardMethods {
  private CardMethods() {}

  /// Null when it is none of these.
  static @Nullable Verb verb(RpcRequest request) throws RpcError, Refusal {
    return switch (request.method()) {
      case "poll-create" ->
          poll(
              with(
                  request,
                  "conversation",
                  "question",
                  "options",
                  "multiple",
                  "anonymous",
                  "replyTo",
                  "silent"));
      case "poll-vote" -> vote(with(request, "message", "options", "remove"));
      case "poll-close" -> new Polls.Close(with(request, "message").text("message"), Duration.ZERO);
      case "poll-show" -> new Polls.Show(with(request, "message").text("message"));
      case "location" ->
          location(with(request, "conversation", "where", "name", "replyTo", "silent"));
      case "send-contact" ->
          contact(with(request, "conversation", "contact", "file", "replyTo", "silent"));
      default -> null;
    };
  }

  private static Parameters with(RpcRequest request, String... known) throws RpcError {
    return new Parameters(request.parameters(), Set.of(known));
  }

  private static SendCard.How how(Parameters given) throws RpcError {
    return new SendCard.How(given.text("replyTo", ""), given.flag("silent"));
  }

  private static Verb poll(Parameters given) throws RpcError {
    return SendCard.poll(
        given.text("conversation"),
        how(given),
        given.text("question"),
        given.texts("options"),
        given.flag("multiple"),
        given.flag("anonymous"),
        Duration.ZERO);
  }

  private static Verb vote(Parameters given) throws RpcError, Refusal {
    var options = given.texts("options");
    if (given.flag("remove") != options.isEmpty()) {
      throw new RpcError(RpcError.PARAMETERS, "Give either options or remove.");
    }
    return new Polls.Vote(given.text("message"), Polls.numbers(options), Duration.ZERO);
  }

  private static Verb location(Parameters given) throws RpcError {
    return SendCard.place(
        given.text("conversation"),
        how(given),
        given.text("where"),
        given.text("name", ""),
        Duration.ZERO);
  }

  private static Verb contact(Parameters given) throws RpcError {
    var file = given.path("file");
    var contact = given.text("contact", "");
    if ((file == null) == contact.isEmpty()) {
      throw new RpcError(RpcError.PARAMETERS, "Give either contact or file.");
    }
    return file == null
        ? SendCard.contact(given.text("conversation"), how(given), contact, Duration.ZERO)
        : SendCard.file(given.text("conversation"), how(given), file, Duration.ZERO);
  }
}
