package org.juntos.cli.verb;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.juntos.cli.output.Line;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.Intent.OutgoingFile;
import org.juntos.engine.intent.MessageIntent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.EntryView;

/// Does something to a message that is there, and tells it as it is then.
///
/// @param message its id, or the beginning of it
/// @param settle how long to stay until the relay has what follows from it
public record ChangeMessage(
    String message, Function<MessageId, MessageIntent> change, Duration settle) implements Verb {
  /// Reacts.
  ///
  /// @param emoji empty to take the reaction back
  public static ChangeMessage react(String message, String emoji, Duration settle) {
    return new ChangeMessage(message, id -> new MessageIntent.React(id, emoji), settle);
  }

  /// Puts another text in its place.
  public static ChangeMessage edit(String message, String text, Duration settle) {
    return new ChangeMessage(message, id -> new MessageIntent.Edit(id, text), settle);
  }

  /// Deletes it.
  public static ChangeMessage delete(String message, boolean forEveryone, Duration settle) {
    return new ChangeMessage(message, id -> new MessageIntent.Delete(id, forEveryone), settle);
  }

  /// Sends a message that quotes it.
  public static ChangeMessage reply(
      String message, String text, List<OutgoingFile> files, Duration settle) {
    return new ChangeMessage(message, id -> new MessageIntent.Reply(id, text, files), settle);
  }

  @Override
  public Rest begin(Desk desk) throws Refusal, InterruptedException {
    desk.ready();
    var id = Messages.find(desk, message);
    var outcome = desk.submit(change.apply(id));
    return output -> {
      desk.settle(settle);
      output.print(
          outcome instanceof Outcome.Queued queued ? sent(desk, queued) : changed(desk, id));
    };
  }

  private static Line sent(Desk desk, Outcome.Queued queued) {
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
    return new Line(json, id + "  " + DescribeMarks.text(entry.marks()).strip());
  }
}
