package org.juntos.cli.verb;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.output.Line;
import org.juntos.cli.output.PlainText;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.HandlingIntent;
import org.juntos.engine.intent.HandlingIntent.Words;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.ScheduledView;

/// Messages that leave later.
public final class Later {
  private Later() {}

  /// A moment as somebody types it: with a zone, or by the clock of this machine.
  ///
  /// @param typed like `2026-05-31T18:30` or `2026-05-31T18:30:00Z`
  public static Instant moment(String typed, ZoneId zone) throws Refusal {
    try {
      return typed.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$")
          ? OffsetDateTime.parse(typed).toInstant()
          : LocalDateTime.parse(typed.replace(' ', 'T')).atZone(zone).toInstant();
    } catch (DateTimeParseException _) {
      throw Refusal.of("time-invalid", "This is not a moment.", "Write it as 2026-05-31T18:30.");
    }
  }

  /// Lets one leave later.
  ///
  /// @param replyTo id of a message, or the beginning of it; empty when it replies to nothing
  public record Add(
      String contact,
      String text,
      List<Intent.OutgoingFile> files,
      String replyTo,
      boolean silent,
      Instant at)
      implements Verb {
    public Add {
      files = List.copyOf(files);
    }

    @Override
    public Rest begin(Desk desk) throws Refusal, InterruptedException {
      desk.ready();
      var conversation = Conversations.find(desk, contact);
      for (var file : files) {
        Send.check(file.path());
      }
      MessageId to = replyTo.isEmpty() ? null : Messages.find(desk, replyTo);
      var outcome =
          desk.submit(
              new HandlingIntent.Schedule(conversation, new Words(text, files, to, silent), at));
      return output -> output.print(told(desk, outcome));
    }

    @Override
    public boolean isOnline() {
      return false;
    }
  }

  private static Line told(Desk desk, Outcome outcome) {
    if (!(outcome instanceof Outcome.Scheduled(var id))) {
      throw new IllegalStateException("scheduling ended as " + outcome);
    }
    return desk.models().handling().scheduled().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .map(Later::line)
        .orElseGet(() -> Describe.simple("scheduled", id.toString()));
  }

  /// Those that are to leave.
  public record All() implements Listing {
    @Override
    public List<Line> lines(Desk desk) throws Refusal {
      desk.ready();
      return desk.models().handling().scheduled().stream().map(Later::line).toList();
    }
  }

  /// Another time for one.
  ///
  /// @param text in the place of its text; null leaves that
  public record Change(String scheduled, @Nullable String text, Instant at) implements Verb {
    public Change(String scheduled, @Nullable String text, Instant at) {
      this.scheduled = scheduled;
      this.text = text;
      this.at = at;
    }

    @Override
    public Rest begin(Desk desk) throws Refusal, InterruptedException {
      desk.ready();
      var outcome = desk.submit(new HandlingIntent.Reschedule(id(desk, scheduled), text, at));
      return output -> output.print(told(desk, outcome));
    }

    @Override
    public boolean isOnline() {
      return false;
    }
  }

  /// Does not let one leave.
  public record Cancel(String scheduled) implements Verb {
    @Override
    public Rest begin(Desk desk) throws Refusal, InterruptedException {
      desk.ready();
      var id = id(desk, scheduled);
      desk.submit(new HandlingIntent.CancelScheduled(id));
      return output -> output.print(Describe.simple("cancelled", id.toString()));
    }

    @Override
    public boolean isOnline() {
      return false;
    }
  }

  /// Lets one leave now.
  public record Now(String scheduled, Duration settle) implements Verb {
    @Override
    public Rest begin(Desk desk) throws Refusal, InterruptedException {
      desk.ready();
      var outcome = desk.submit(new HandlingIntent.SendScheduled(id(desk, scheduled)));
      if (!(outcome instanceof Outcome.Queued queued)) {
        throw new IllegalStateException("sending ended as " + outcome);
      }
      return output -> {
        desk.settle(settle);
        var entry = desk.models().entry(queued.message());
        output.print(
            entry == null
                ? Describe.simple("id", queued.message().toString())
                : Send.line(queued, entry.progress()));
      };
    }
  }

  private static MessageId id(Desk desk, String scheduled) throws Refusal {
    var wanted = scheduled.strip().toLowerCase(Locale.ROOT);
    var found =
        wanted.isEmpty()
            ? List.<ScheduledView>of()
            : desk.models().handling().scheduled().stream()
                .filter(one -> one.id().toString().startsWith(wanted))
                .toList();
    if (found.isEmpty()) {
      throw Refusal.of(
          "scheduled-unknown",
          "There is no such scheduled message.",
          "The command schedule list shows their ids.");
    }
    if (found.size() > 1) {
      throw Refusal.of(
          "scheduled-ambiguous",
          "The ids of several scheduled messages begin with " + wanted + ".",
          "Give more of it.");
    }
    return found.getFirst().id();
  }

  private static Line line(ScheduledView one) {
    ConversationId conversation = one.conversation();
    var failure = one.failure();
    var json = new LinkedHashMap<String, Object>();
    json.put("scheduled", one.id().toString());
    json.put("conversation", conversation.toString());
    json.put("conversationName", one.where());
    json.put("text", one.body());
    json.put("files", one.files());
    json.put("silent", one.silent());
    json.put("at", one.at().toString());
    json.put("failure", failure == null ? null : failure.code());
    var text =
        "%s  %s  %s: %s%s"
            .formatted(
                one.id(),
                one.at(),
                PlainText.safe(one.where()),
                PlainText.block(one.body()),
                failure == null ? "" : "\n  not sent: " + failure.sentence());
    return new Line(json, text);
  }
}
