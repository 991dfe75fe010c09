package org.juntos.cli.verb;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.juntos.cli.output.Line;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.HandlingIntent;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.model.AttachmentView;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.Event;

/// Sends a message. It is committed before anything waits: what is not reached in time goes on
/// later. Times begin when its files are prepared: a command that left before would have to begin
/// with them anew each time.
///
/// @param text empty when there are only files
/// @param silent they are not told by sound or notification
/// @param saying what is made of the text
/// @param target wait until the message has come this far; NONE: not at all, but for `settle`
/// @param timeout of `target`
/// @param settle how long to give the message to leave when nothing is waited for
public record Send(
    String contact,
    String text,
    List<Intent.OutgoingFile> files,
    boolean silent,
    Saying saying,
    EntryView.Stage target,
    Duration timeout,
    Duration settle)
    implements Verb {
  private static final Duration LONG = Duration.ofMinutes(1);

  public Send {
    files = List.copyOf(files);
  }

  /// Files to go along.
  ///
  /// @param smaller resized and transcoded to be smaller; else as they are
  public static List<Intent.OutgoingFile> files(List<Path> paths, boolean smaller) {
    return paths.stream()
        .map(path -> new Intent.OutgoingFile(path.toAbsolutePath(), !smaller, false))
        .toList();
  }

  @Override
  public Rest begin(Desk desk) throws Refusal, InterruptedException {
    var conversation = Conversations.find(desk, contact);
    for (var file : files) {
      check(file.path());
    }
    var events = desk.events();
    try {
      var queued = queued(desk, conversation);
      return output -> {
        try (events) {
          var progress = await(desk, events, queued.message());
          output.print(line(queued, progress));
          check(progress);
        }
      };
    } catch (Refusal e) {
      events.close();
      throw e;
    }
  }

  private Outcome.Queued queued(Desk desk, ConversationId conversation)
      throws Refusal, InterruptedException {
    var intent =
        silent || !saying.isPlain()
            ? new HandlingIntent.Send(
                List.of(conversation), saying.words(desk, conversation, text, files, null, silent))
            : new Intent.SendMessage(conversation, text, files);
    return switch (desk.submit(intent)) {
      case Outcome.Queued queued -> queued;
      case Outcome.Spread(var queued, _) when queued.size() == 1 -> queued.getFirst();
      case Outcome other -> throw new IllegalStateException("sending ended as " + other);
    };
  }

  /// Says which of several files it is; the engine looks once more.
  static void check(Path file) throws Refusal {
    if (Files.isDirectory(file)) {
      throw Refusal.of("file-unreadable", file + " is a folder.", "Pack it into a file first.");
    }
    if (!Files.isReadable(file)) {
      throw Refusal.of(
          "file-unreadable",
          "The file " + file + " cannot be read.",
          "Check that it exists and may be read.");
    }
  }

  private boolean isWaiting() {
    return target != EntryView.Stage.NONE;
  }

  private EntryView.Progress await(Desk desk, Arrivals<Event> events, MessageId message)
      throws InterruptedException {
    var entry = entry(desk, message);
    var deadline = desk.deadline(time());
    while (isPreparing(entry) || isTooEarly(desk, entry, deadline)) {
      desk.meter().show(entry);
      events.next(desk.soon(isPreparing(entry) ? desk.deadline(LONG) : deadline));
      deadline = isPreparing(entry) ? desk.deadline(time()) : deadline;
      entry = entry(desk, message);
    }
    desk.meter().clear();
    return entry.progress();
  }

  private Duration time() {
    return isWaiting() ? timeout : settle;
  }

  private boolean isTooEarly(Desk desk, EntryView entry, Deadline deadline) {
    var enough = isWaiting() ? target : EntryView.Stage.SENT;
    return entry.progress().stage().compareTo(enough) < 0
        && !deadline.isOver()
        && (isWaiting() || !desk.isOffline());
  }

  private static boolean isPreparing(EntryView entry) {
    return entry.attachments().stream()
        .anyMatch(file -> file.state() == AttachmentView.State.PREPARING);
  }

  private static EntryView entry(Desk desk, MessageId message) {
    var entry = desk.models().entry(message);
    if (entry == null) {
      throw new IllegalStateException("message " + message + " is not in the history");
    }
    return entry;
  }

  private void check(EntryView.Progress progress) throws Refusal {
    var failure = progress.failure();
    if (failure != null && progress.stage() == EntryView.Stage.FAILED) {
      throw new Refusal(Problem.local(failure.code(), failure.sentence(), ""));
    }
    if (isWaiting() && progress.stage().compareTo(target) < 0) {
      throw Refusal.of(
          "timeout",
          "The message was not %s within %d s."
              .formatted(Describe.stage(target), timeout.toSeconds()),
          progress.stage() == EntryView.Stage.WAITING
              ? (failure == null ? "" : failure.sentence() + " ")
                  + "It stays in the outbox and goes on later."
              : "The relay has it and keeps it for them.");
    }
  }

  static Line line(Outcome.Queued queued, EntryView.Progress progress) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", queued.message().toString());
    json.put("conversation", queued.conversation().toString());
    json.putAll(Describe.progress(progress));
    return new Line(json, queued.message() + "  " + Describe.stage(progress.stage()));
  }
}
