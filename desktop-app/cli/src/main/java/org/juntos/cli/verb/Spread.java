package org.juntos.cli.verb;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.juntos.cli.output.Line;
import org.juntos.content.ConversationId;
import org.juntos.engine.intent.HandlingIntent;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;

/// Sends something into several conversations, and tells of each message, and of each conversation
/// that did not take it, a line.
///
/// @param contacts contacts or groups
/// @param settle how long to stay until the relay has it
public record Spread(List<String> contacts, Making making, Duration settle) implements Verb {
  public Spread {
    contacts = List.copyOf(contacts);
  }

  /// Makes what is wanted, for conversations.
  @FunctionalInterface
  public interface Making {
    HandlingIntent of(Desk desk, List<ConversationId> to) throws Refusal, InterruptedException;
  }

  /// Passes messages on.
  ///
  /// @param messages their ids, or the beginnings of them
  public static Spread forward(List<String> messages, List<String> contacts, Duration settle) {
    return new Spread(
        contacts,
        (desk, to) -> new HandlingIntent.Forward(KeepInMind.ids(desk, messages), to),
        settle);
  }

  /// Sends the same to all.
  ///
  /// @param saying what is made of the text; who is named is looked for in the first conversation
  public static Spread send(
      List<String> contacts,
      String text,
      List<Intent.OutgoingFile> files,
      boolean silent,
      Saying saying,
      Duration settle) {
    return new Spread(
        contacts,
        (desk, to) -> {
          for (var file : files) {
            Send.check(file.path());
          }
          var words = saying.words(desk, to.getFirst(), text, files, null, silent);
          return new HandlingIntent.Send(to, words);
        },
        settle);
  }

  @Override
  public Rest begin(Desk desk) throws Refusal, InterruptedException {
    desk.ready();
    var to = new ArrayList<ConversationId>();
    for (var contact : contacts) {
      to.add(Conversations.find(desk, contact));
    }
    var outcome = desk.submit(making.of(desk, to));
    if (!(outcome instanceof Outcome.Spread(var queued, var left))) {
      throw new IllegalStateException("sending ended as " + outcome);
    }
    return output -> {
      desk.settle(settle);
      for (var one : queued) {
        output.print(line(desk, one));
      }
      for (var one : left) {
        output.print(line(one));
      }
      if (!left.isEmpty()) {
        throw new Refusal(left.getFirst().problem());
      }
    };
  }

  private static Line line(Desk desk, Outcome.Queued queued) {
    var entry = desk.models().entry(queued.message());
    return entry == null
        ? Describe.simple("id", queued.message().toString())
        : Send.line(queued, entry.progress());
  }

  private static Line line(Outcome.Spread.Left left) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("conversation", left.conversation().toString());
    json.put("stage", "refused");
    json.put("code", left.problem().code());
    return new Line(json, left.conversation() + "  refused: " + left.problem().sentence());
  }

  @Override
  public boolean isList() {
    return true;
  }
}
