package org.juntos.cli.verb;

import java.time.Duration;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.AttachmentView;

/// Sends a message again that has failed.
///
/// @param message its id, or the beginning of it
/// @param withoutFailed without the file that could not be sent
/// @param settle how long to stay until the relay has it
public record Retry(String message, boolean withoutFailed, Duration settle) implements Verb {
  @Override
  public Rest begin(Desk desk) throws Refusal, InterruptedException {
    desk.ready();
    var id = Messages.find(desk, message);
    var outcome = withoutFailed ? without(desk, id) : desk.submit(new Intent.RetryMessage(id));
    return output -> {
      desk.settle(settle);
      var entry = desk.models().entry(id);
      output.print(
          outcome instanceof Outcome.Queued queued && entry != null
              ? Send.line(queued, entry.progress())
              : Describe.simple("id", id.toString()));
    };
  }

  private static Outcome without(Desk desk, MessageId id) throws Refusal, InterruptedException {
    var entry = desk.models().entry(id);
    if (entry == null) {
      throw Messages.unknown();
    }
    for (var file : entry.attachments()) {
      if (file.state() == AttachmentView.State.FAILED) {
        return desk.submit(new Intent.RetryWithout(id, file.index()));
      }
    }
    throw Refusal.of(
        "no-file-failed", "No file of this message has failed.", "Retry it as a whole.");
  }
}
