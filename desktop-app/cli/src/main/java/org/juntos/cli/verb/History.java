package org.juntos.cli.verb;

import java.util.List;
import org.juntos.cli.output.Line;

/// The newest entries of a conversation, oldest first.
public record History(String contact, int limit) implements Listing {
  @Override
  public List<Line> lines(Desk desk) throws Refusal {
    var conversation = Conversations.find(desk, contact);
    return desk.models().history(conversation, Long.MAX_VALUE, limit).stream()
        .map(entry -> Describe.entry(conversation, entry))
        .toList();
  }
}
