package org.juntos.cli.verb;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.output.Line;
import org.juntos.cli.output.PlainText;
import org.juntos.content.Attachment;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.VoiceIntent;
import org.juntos.engine.model.AttachmentView;
import org.juntos.engine.model.EntryView;

/// Voice messages: sent from files, listed with how long they are, marked as played.
public final class VoiceMessages {
  private static final int PAGE = 200;

  private VoiceMessages() {}

  /// A sound file that becomes a voice message, whatever it is.
  public static Intent.OutgoingFile file(Path sound) {
    return new Intent.OutgoingFile(sound.toAbsolutePath(), false, true);
  }

  /// The newest voice messages of a conversation, oldest first.
  public record Listed(String contact, int limit) implements Listing {
    @Override
    public List<Line> lines(Desk desk) throws Refusal {
      var conversation = Conversations.find(desk, contact);
      var found = new ArrayList<Line>();
      var page = desk.models().history(conversation, Long.MAX_VALUE, PAGE);
      while (!page.isEmpty() && found.size() < limit) {
        for (var entry : page.reversed()) {
          if (found.size() < limit && voice(entry) != null) {
            found.add(line(conversation, entry));
          }
        }
        page = desk.models().history(conversation, page.getFirst().row(), PAGE);
      }
      return found.reversed();
    }
  }

  private static @Nullable AttachmentView voice(EntryView entry) {
    return entry.attachments().stream()
        .filter(one -> one.kind() == Attachment.Kind.VOICE)
        .findFirst()
        .orElse(null);
  }

  private static Line line(ConversationId conversation, EntryView entry) {
    var voice = voice(entry);
    var length = voice == null ? 0 : voice.preview().durationMillis();
    var json = new LinkedHashMap<String, Object>();
    json.put("id", entry.id().toString());
    json.put("conversation", conversation.toString());
    json.put("author", entry.author().toString());
    json.put("authorName", entry.authorName());
    json.put("outgoing", entry.outgoing());
    json.put("sentAt", entry.sentAt().toString());
    json.put("durationMs", length);
    json.put("played", entry.marks().handled().played());
    json.put("state", voice == null ? "" : Describe.lower(voice.state()));
    var text =
        "%s  %s  %s  %s%s"
            .formatted(
                entry.sentAt(),
                entry.id(),
                PlainText.safe(entry.authorName()),
                clock(length),
                entry.outgoing() || entry.marks().handled().played() ? "" : "  not played");
    return new Line(json, text);
  }

  /// "0:12"; whoever has sent it may have said anything.
  static String clock(long millis) {
    long seconds = Math.clamp(millis / 1000, 0, Duration.ofDays(1).toSeconds());
    return seconds / 60 + ":" + (seconds % 60 < 10 ? "0" : "") + seconds % 60;
  }

  /// The person has heard them.
  public record Played(List<String> messages, Duration settle) implements Verb {
    public Played {
      messages = List.copyOf(messages);
    }

    @Override
    public Rest begin(Desk desk) throws Refusal, InterruptedException {
      desk.ready();
      var ids = KeepInMind.ids(desk, messages);
      for (var id : ids) {
        desk.submit(new VoiceIntent.Played(id));
      }
      return output -> {
        desk.settle(settle);
        for (var id : ids) {
          output.print(played(desk, id));
        }
      };
    }

    private static Line played(Desk desk, MessageId id) {
      var entry = desk.models().entry(id);
      var json = new LinkedHashMap<String, Object>();
      json.put("id", id.toString());
      json.put("played", entry != null && entry.marks().handled().played());
      return new Line(json, id + "  played");
    }

    @Override
    public boolean isList() {
      return true;
    }
  }
}
