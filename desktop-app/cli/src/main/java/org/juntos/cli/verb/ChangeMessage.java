package org.juntos.cli.verb;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import org.juntos.cli.output.Line;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.HandlingIntent;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Intent.OutgoingFile;
import org.juntos.engine.intent.MessageIntent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.EntryView;

/// Does something to a message that is there, and tells it as it is then.
///
/// @param message its id, or the beginning of it
/// @param settle how long to stay until the relay has what follows from it
public record ChangeMessage(String message, Making change, Duration settle) implements Verb {
  /// Makes what is wanted of a message.
  @FunctionalInterface
  public interface Making {
    Intent.OfMessages of(Desk desk, MessageId message) throws Refusal, InterruptedException;
  }

  /// Reacts.
  ///
  /// @param emoji empty to take the reaction back
  public static ChangeMessage react(String message, String emoji, Duration settle) {
    return new ChangeMessage(message, (_, id) -> new MessageIntent.React(id, emoji), settle);
  }

  /// Puts another text in its place.
  ///
  /// @param saying what is made of the text
  public static ChangeMessage edit(String message, String text, Saying saying, Duration settle) {
    return new ChangeMessage(
        message,
        (desk, id) -> {
          if (saying.isPlain()) {
            return new MessageIntent.Edit(id, text);
          }
          var said = saying.said(desk, conversation(desk, id), text);
          return new MessageIntent.Edit(id, said.body(), said.ranges());
        },
        settle);
  }

  private static ConversationId conversation(Desk desk, MessageId id) throws Refusal {
    var details = desk.models().handling().details(id);
    if (details == null) {
      throw Refusal.of("message-unknown", "There is no such message.", "Give its whole id.");
    }
    return details.conversation();
  }

  /// Deletes it.
  public static ChangeMessage delete(String message, boolean forEveryone, Duration settle) {
    return new ChangeMessage(message, (_, id) -> new MessageIntent.Delete(id, forEveryone), settle);
  }

  /// Sends a message that quotes it.
  ///
  /// @param saying what is made of the text
  public static ChangeMessage reply(
      String message, String text, List<OutgoingFile> files, Saying saying, Duration settle) {
    return new ChangeMessage(
        message,
        (desk, id) -> {
          if (saying.isPlain()) {
            return new MessageIntent.Reply(id, text, files);
          }
          var conversation = conversation(desk, id);
          var words = saying.words(desk, conversation, text, files, id, false);
          return new HandlingIntent.Send(List.of(conversation), words);
        },
        settle);
  }

  @Override
  public Rest begin(Desk desk) throws Refusal, InterruptedException {
    desk.ready();
    var id = Messages.find(desk, message);
    var outcome = desk.submit(change.of(desk, id));
    return output -> {
      desk.settle(settle);
      output.print(
          switch (outcome) {
            case Outcome.Queued queued -> sent(desk, queued);
            case Outcome.Spread(var queued, _) -> sent(desk, queued.getFirst());
            default -> changed(desk, id);
          });
    };
  }

  /// A message that was committed.
  static Line sent(Desk desk, Outcome.Queued queued) {
    var entry = desk.models().entry(queued.message());
    return entry == null
        ? Describe.simple("id", queued.message().toString())
        : Send.line(queued, entry.progress());
  }

  /// What is deleted here is not there any more.
  private static Line changed(Desk desk, MessageId id) {
    var entry = desk.models().entry(id);
    var json = new LinkedHashMap<String, Object>();
    json.put("id", id.toString());
    json.put("kind", entry == null ? "removed" : Describe.lower(entry.kind()));
    if (entry == null || entry.kind() == EntryView.Kind.DELETED) {
      return new Line(json, id + "  " + (entry == null ? "removed" : "deleted for everyone"));
    }
    json.put("text", entry.body());
    DescribeMarks.add(json, entry.marks());
    DescribeText.add(json, entry.body(), entry.text());
    return new Line(json, id + "  " + DescribeMarks.text(entry.marks()).strip());
  }
}
