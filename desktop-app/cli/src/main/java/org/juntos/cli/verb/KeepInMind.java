package org.juntos.cli.verb;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.juntos.cli.output.Line;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.HandlingIntent;

/// Stars or pins messages, or takes that back, and tells them as they are then.
///
/// @param messages their ids, or the beginnings of them
/// @param settle how long to stay until the relay has what follows from it
public record KeepInMind(
    List<String> messages, Function<List<MessageId>, HandlingIntent> deed, Duration settle)
    implements Verb {
  public KeepInMind {
    messages = List.copyOf(messages);
  }

  /// Stars, or does not any more.
  public static KeepInMind star(List<String> messages, boolean starred, Duration settle) {
    return new KeepInMind(messages, ids -> new HandlingIntent.Star(ids, starred), settle);
  }

  /// Pins, or takes the pin off.
  public static KeepInMind pin(String message, boolean pinned, Duration settle) {
    return new KeepInMind(
        List.of(message), ids -> new HandlingIntent.Pin(ids.getFirst(), pinned), settle);
  }

  static List<MessageId> ids(Desk desk, List<String> messages) throws Refusal {
    var ids = new ArrayList<MessageId>();
    for (var message : messages) {
      ids.add(Messages.find(desk, message));
    }
    return ids;
  }

  @Override
  public Rest begin(Desk desk) throws Refusal, InterruptedException {
    desk.ready();
    var ids = ids(desk, messages);
    desk.submit(deed.apply(ids));
    return output -> {
      desk.settle(settle);
      for (var id : ids) {
        output.print(line(desk, id));
      }
    };
  }

  private static Line line(Desk desk, MessageId id) {
    var entry = desk.models().entry(id);
    var json = new LinkedHashMap<String, Object>();
    json.put("id", id.toString());
    if (entry == null) {
      return new Line(json, id.toString());
    }
    json.put("starred", entry.marks().handled().starred());
    json.put("pinned", entry.marks().handled().pinned());
    return new Line(
        json, id + " " + DescribeMarks.text(entry.marks()).lines().findFirst().orElse(""));
  }

  @Override
  public boolean isList() {
    return true;
  }
}
