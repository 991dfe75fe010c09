package org.juntos.cli.verb;

import java.nio.file.Path;
import java.time.Duration;
import org.juntos.cli.output.Line;
import org.juntos.content.MessageId;
import org.juntos.engine.model.DetailsView;
import org.juntos.engine.model.Event;

/// Writes all files of a message to a folder, beside whatever is there; fetches them if need be.
///
/// @param message its id, or the beginning of it
/// @param folder made when it is missing
/// @param timeout how long fetching may take
public record Save(String message, Path folder, Duration timeout) implements Verb {
  @Override
  public Rest begin(Desk desk) throws Refusal {
    desk.ready();
    var found = details(desk, Messages.find(desk, message));
    int files = found.entry().attachments().size();
    if (files == 0) {
      throw Refusal.of("attachment-unknown", "This message has no files.", "");
    }
    return output -> {
      try (var events = desk.events()) {
        var saved = saved(desk, found, events);
        output.print(saved.line());
        saved.refuseLess(files);
      }
    };
  }

  private static DetailsView details(Desk desk, MessageId id) throws Refusal {
    var details = desk.models().handling().details(id);
    if (details == null) {
      throw Messages.unknown();
    }
    return details;
  }

  private Saved saved(Desk desk, DetailsView found, Arrivals<Event> events)
      throws Refusal, InterruptedException {
    var downloads = Downloads.to(folder, desk, events, desk.deadline(timeout));
    var saved = downloads.save(found.entry());
    var now = details(desk, found.entry().id());
    return new Saved(saved.size(), Describe.entry(now.conversation(), now.entry(), saved));
  }

  /// @param files how many were written
  private record Saved(int files, Line line) {
    void refuseLess(int wanted) throws Refusal {
      if (files < wanted) {
        throw Refusal.of(
            "attachment-not-here",
            "Only %d of %d files could be fetched.".formatted(files, wanted),
            "Try again later, or ask for the others to be sent again.");
      }
    }
  }
}
