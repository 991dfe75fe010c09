package org.juntos.cli.verb;

import java.util.Comparator;
import org.juntos.engine.model.ConversationView;

/// The conversations as they lie in the list: pinned ones first, then the latest.
///
/// @param archived whether only those that are archived, or only the others
/// @param folder only those in it; empty for all
public record ListConversations(boolean archived, String folder) implements Verb {
  @Override
  public Rest begin(Desk desk) throws Refusal {
    desk.ready();
    var in = folder.isEmpty() ? null : Folders.find(desk, folder);
    var listed =
        desk.models().conversations().value().stream()
            .filter(one -> one.chosen().archived() == archived)
            .filter(one -> in == null || one.chosen().folders().contains(in.id()))
            .sorted(
                Comparator.comparingLong((ConversationView one) -> one.chosen().pinned())
                    .reversed())
            .toList();
    return output -> {
      for (var one : listed) {
        output.print(ConversationLines.of(desk, one));
      }
    };
  }

  @Override
  public boolean isList() {
    return true;
  }

  @Override
  public boolean isOnline() {
    return false;
  }
}
