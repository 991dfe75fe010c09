package org.juntos.cli.verb;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.juntos.cli.output.Line;
import org.juntos.cli.output.PlainText;
import org.juntos.engine.model.ChangeView;
import org.juntos.engine.model.FileWords;
import org.juntos.engine.model.MarksView;

/// What was done to messages, and what they reply to, as lines and parts of them.
public final class DescribeMarks {
  private DescribeMarks() {}

  static void add(Map<String, Object> json, MarksView marks) {
    json.put("edited", marks.edited());
    json.put("forwarded", marks.handled().forwarded());
    json.put("silent", marks.handled().silent());
    json.put("starred", marks.handled().starred());
    json.put("pinned", marks.handled().pinned());
    json.put("played", marks.handled().played());
    json.put("reactions", marks.reactions().stream().map(DescribeMarks::reaction).toList());
    var sticker = marks.sticker();
    if (sticker != null) {
      json.put("sticker", StickerVerbs.json(sticker));
    }
    var quote = marks.quote();
    if (quote != null) {
      json.put("quote", quote(quote));
    }
    var card = marks.card();
    if (card != null) {
      DescribeCards.add(json, card);
    }
    var unsent = marks.unsent();
    if (unsent != null) {
      json.put("unsent", Map.of("code", unsent.code(), "message", unsent.sentence()));
    }
  }

  private static Map<String, Object> reaction(MarksView.ReactionView reaction) {
    var json = new LinkedHashMap<String, Object>();
    json.put("emoji", reaction.emoji());
    json.put("own", reaction.own());
    json.put("people", reaction.people().stream().map(DescribeMarks::person).toList());
    return json;
  }

  private static Map<String, Object> person(MarksView.Reacting one) {
    var json = new LinkedHashMap<String, Object>();
    json.put("account", one.account().toString());
    json.put("name", one.name());
    json.put("at", one.at().toString());
    return json;
  }

  private static Map<String, Object> quote(MarksView.QuoteView quote) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", quote.message().toString());
    json.put("author", quote.author().toString());
    json.put("authorName", quote.authorName());
    json.put("text", quote.text());
    json.put("file", quote.files().isEmpty() ? null : Describe.lower(quote.files().getFirst()));
    json.put("files", quote.files().stream().map(Describe::lower).toList());
    json.put("state", Describe.lower(quote.state()));
    return json;
  }

  /// How a message was sent and what it replies to, in front of its text; empty when there is
  /// nothing to say.
  static String head(MarksView marks) {
    var sticker = marks.sticker();
    var head =
        (marks.handled().forwarded() ? "(forwarded) " : "")
            + (sticker == null ? "" : "(sticker) " + PlainText.safe(sticker.words()));
    var quote = marks.quote();
    if (quote == null) {
      return head;
    }
    boolean deleted = quote.state() == MarksView.State.DELETED;
    var said = deleted ? "a deleted message" : words(quote);
    return head + "(reply to " + PlainText.safe(quote.authorName()) + ": " + said + ") ";
  }

  private static String words(MarksView.QuoteView quote) {
    if (!quote.text().isEmpty()) {
      return "\u201C" + PlainText.safe(quote.text()) + "\u201D";
    }
    return quote.files().isEmpty()
        ? "a message that is not here"
        : FileWords.of(quote.files()).toLowerCase(Locale.ROOT);
  }

  /// What was done to a message, behind its text; empty when nothing.
  static String text(MarksView marks) {
    var reactions =
        marks.reactions().stream().map(DescribeMarks::text).collect(Collectors.joining(", "));
    var unsent = marks.unsent();
    return (marks.edited() ? " (edited)" : "")
        + (marks.handled().starred() ? " (starred)" : "")
        + (marks.handled().pinned() ? " (pinned)" : "")
        + (reactions.isEmpty() ? "" : "\n  " + reactions)
        + (unsent == null ? "" : "\n  not sent: " + unsent.sentence());
  }

  private static String text(MarksView.ReactionView reaction) {
    var names =
        reaction.people().stream()
            .map(one -> PlainText.safe(one.name()))
            .collect(Collectors.joining(" and "));
    return reaction.emoji() + " " + names;
  }

  /// Something that was done to a message.
  public static Line change(ChangeView change) {
    var json = new LinkedHashMap<String, Object>();
    json.put("kind", Describe.lower(change.kind()));
    json.put("id", change.message().toString());
    json.put("conversation", change.conversation().toString());
    json.put("author", change.actor().toString());
    json.put("authorName", change.actorName());
    json.put("outgoing", change.own());
    json.put("text", change.text());
    json.put("at", change.at().toString());
    var said =
        switch (change.kind()) {
          case REACTION -> change.text().isEmpty() ? "took a reaction back" : change.text();
          case EDIT -> "edited: " + PlainText.block(change.text());
          case DELETION -> "deleted this message";
          case PIN -> change.text().isEmpty() ? "took this message off the top" : "pinned this";
          case VOTE ->
              change.text().isEmpty()
                  ? "took a vote back"
                  : "voted: " + PlainText.safe(change.text());
          case CLOSE -> "closed this poll";
        };
    var text =
        "%s  %s: (%s) %s"
            .formatted(change.at(), PlainText.safe(change.actorName()), change.message(), said);
    return new Line(json, text);
  }
}
