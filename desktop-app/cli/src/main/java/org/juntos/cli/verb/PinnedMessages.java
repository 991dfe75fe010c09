package org.juntos.cli.verb;

import java.util.List;
import java.util.Objects;
import org.juntos.cli.output.Line;

/// What is pinned in a conversation, the newest pin first.
///
/// @param contact or a group
public record PinnedMessages(String contact) implements Listing {
  @Override
  public List<Line> lines(Desk desk) throws Refusal {
    desk.ready();
    var conversation = Conversations.find(desk, contact);
    return desk.models().conversations().value().stream()
        .filter(one -> one.id().equals(conversation))
        .flatMap(one -> one.kept().pins().stream())
        .map(pin -> desk.models().entry(pin.message()))
        .filter(Objects::nonNull)
        .map(entry -> Describe.entry(conversation, entry))
        .toList();
  }
}
