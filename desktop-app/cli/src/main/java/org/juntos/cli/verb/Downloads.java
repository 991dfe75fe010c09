package org.juntos.cli.verb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.AttachmentView;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.Event;

/// Fetches attachments and writes them to a folder.
final class Downloads {
  private final Desk desk;
  private final Path folder;
  private final Arrivals<Event> events;
  private final Deadline deadline;

  private Downloads(Desk desk, Path folder, Arrivals<Event> events, Deadline deadline) {
    this.desk = desk;
    this.folder = folder;
    this.events = events;
    this.deadline = deadline;
  }

  /// Makes the folder when it is missing.
  ///
  /// @throws Refusal when that cannot be done
  static Downloads to(Path folder, Desk desk, Arrivals<Event> events, Deadline deadline)
      throws Refusal {
    try {
      return new Downloads(desk, Files.createDirectories(folder), events, deadline);
    } catch (IOException e) {
      throw Refusal.of(
          "target-unwritable",
          "The folder " + folder + " cannot be made or is none.",
          "Choose another place.");
    }
  }

  /// Where each attachment of `entry` was written. Those that cannot be fetched are left out.
  ///
  /// @throws Refusal when time is up or the folder cannot be written
  Map<Integer, String> save(EntryView entry) throws Refusal, InterruptedException {
    var saved = new LinkedHashMap<Integer, String>();
    for (var attachment : entry.attachments()) {
      if (fetch(entry.id(), attachment.index())) {
        saved.put(attachment.index(), save(entry.id(), attachment.index()));
      }
    }
    return saved;
  }

  private String save(MessageId message, int index) throws Refusal, InterruptedException {
    var outcome = desk.submit(new Intent.SaveAttachment(message, index, folder.toAbsolutePath()));
    if (outcome instanceof Outcome.Saved(var file)) {
      return file.toString();
    }
    throw new IllegalStateException("saving ended as " + outcome);
  }

  private boolean fetch(MessageId message, int index) throws Refusal, InterruptedException {
    if (state(message, index) == AttachmentView.State.OFFERED) {
      desk.submit(new Intent.Download(message, index));
    }
    while (true) {
      switch (state(message, index)) {
        case HERE -> {
          return true;
        }
        case FAILED, CANCELLED -> {
          return false;
        }
        case OFFERED, PREPARING, WAITING, RUNNING -> awaitMore();
      }
    }
  }

  private void awaitMore() throws Refusal, InterruptedException {
    if (deadline.isOver()) {
      throw Refusal.of(
          "timeout",
          "An attachment did not arrive in time.",
          "What is here of it stays; receive again to go on.");
    }
    events.next(desk.soon(deadline));
  }

  private AttachmentView.State state(MessageId message, int index) {
    var entry = desk.models().entry(message);
    return entry == null ? AttachmentView.State.FAILED : entry.attachments().get(index).state();
  }
}
