package org.juntos.bench.client.mixed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.juntos.bench.client.people.Person;
import org.juntos.bench.client.people.Texts;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.MessageIntent;

/// What people send each other, twenty at a time: mostly texts, and what is done to them.
final class Mix {
  /// Of twenty, so many are receipts for what the reader has written.
  static final int RECEIPTS = 1;

  static final int BLOCK = 20;

  private final Person author;
  private final ConversationId other;
  private final ConversationId group;
  private final Path file;
  private final Texts texts;
  private final Map<Kind, Integer> written = new EnumMap<>(Kind.class);

  /// What is sent, and how often among twenty.
  enum Kind {
    TEXT(9),
    REPLY(2),
    REACTION(2),
    EDIT(1),
    DELETION(1),
    FILE(1),
    GROUP(3),
    RECEIPT(RECEIPTS);

    private final int share;

    Kind(int share) {
      this.share = share;
    }
  }

  /// @param file that goes along with a message; small
  Mix(Person author, ConversationId other, ConversationId group, Path file, Texts texts) {
    this.author = author;
    this.other = other;
    this.group = group;
    this.file = file;
    this.texts = texts;
  }

  /// Writes one block, but for the receipts, which are sent by themselves. Texts have left before
  /// something is done to them: one that has not would be taken back, or leave otherwise.
  void block() throws IOException, InterruptedException {
    var said = new ArrayList<MessageId>();
    for (var kind : Kind.values()) {
      if (kind == Kind.REPLY) {
        author.untilSent();
      }
      for (int i = 0; i < kind.share; i++) {
        write(kind, i, said);
        written.merge(kind, 1, Integer::sum);
      }
    }
  }

  private void write(Kind kind, int number, List<MessageId> said)
      throws IOException, InterruptedException {
    switch (kind) {
      case TEXT -> said.add(author.sends(other, texts.next(), List.of()));
      case REPLY -> author.does(new MessageIntent.Reply(said.get(number), texts.next(), List.of()));
      case REACTION -> author.does(new MessageIntent.React(said.get(2 + number), "\ud83d\udc4d"));
      case EDIT -> author.does(new MessageIntent.Edit(said.get(4), texts.next()));
      case DELETION -> author.does(new MessageIntent.Delete(said.get(5), true));
      case FILE ->
          author.sends(other, texts.next(), List.of(new Intent.OutgoingFile(file, true, false)));
      case GROUP -> author.sends(group, texts.next(), List.of());
      case RECEIPT -> {}
    }
  }

  int count(Kind kind) {
    return written.getOrDefault(kind, 0);
  }

  /// A JSON object.
  String json() {
    return written.entrySet().stream()
        .map(one -> "\"" + one.getKey().name().toLowerCase(Locale.ROOT) + "\":" + one.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }
}
