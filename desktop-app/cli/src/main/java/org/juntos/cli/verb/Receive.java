package org.juntos.cli.verb;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.output.Output;
import org.juntos.engine.model.Event;

/// Prints messages that came in and were not printed yet, and what others have done to messages,
/// each once, then what comes.
///
/// @param timeout when to end
/// @param untilEmpty end when nothing waits at the relay any more
/// @param save folder for attachments; null leaves them where they are
/// @param read tell the authors that their messages were seen
/// @param settle how long to stay until the relay has the receipts
public record Receive(
    Duration timeout, boolean untilEmpty, @Nullable Path save, boolean read, Duration settle)
    implements Verb {

  @Override
  public Rest begin(Desk desk) throws Refusal {
    desk.ready();
    return output -> {
      try (var events = desk.events()) {
        receive(desk, events, output);
      } finally {
        desk.settle(settle);
      }
    };
  }

  private void receive(Desk desk, Arrivals<Event> events, Output output)
      throws Refusal, InterruptedException, IOException {
    var deadline = desk.deadline(timeout);
    var downloads = save == null ? null : Downloads.to(save, desk, events, deadline);
    var sweep = new Sweep(desk, Received.in(desk.profile()), downloads, read, output);
    sweep.everything();
    while (!deadline.isOver()) {
      var event = events.next(desk.soon(deadline));
      if (event instanceof Event.MessageReceived(var conversation, var _)) {
        sweep.conversation(conversation);
      } else if (event instanceof Event.MessageChanged) {
        sweep.changes();
      } else if (event == null && untilEmpty && isAllHere(desk)) {
        sweep.everything();
        return;
      }
    }
    if (untilEmpty && desk.isOffline()) {
      throw Refusal.of(
          "offline",
          "The relay cannot be reached.",
          "Check the network, and receive again: nothing is lost.");
    }
    if (untilEmpty) {
      desk.ready(); // it may have been taken off its account meanwhile
      throw Refusal.of(
          "timeout",
          "The relay's queue was not empty within %d s.".formatted(timeout.toSeconds()),
          "Receive again to go on.");
    }
  }

  /// What came to a group may be held back until the relay has said what is new in it.
  private static boolean isAllHere(Desk desk) {
    return desk.isCaughtUp() && desk.models().unknownGroups() == 0;
  }

  @Override
  public boolean isList() {
    return true;
  }
}
