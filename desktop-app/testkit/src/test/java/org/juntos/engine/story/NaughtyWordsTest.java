package org.juntos.engine.story;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.juntos.content.LinkPreview;
import org.juntos.content.MessageId;
import org.juntos.content.Quote;
import org.juntos.content.TextRanges;
import org.juntos.content.TextRanges.Mark;
import org.juntos.content.TextRanges.Mention;
import org.juntos.engine.intent.HandlingIntent;
import org.juntos.engine.intent.HandlingIntent.Words;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.MessageIntent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.PreviewIntent;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.ScheduledView;
import org.juntos.media.FileNames;

/// What goes with the text of a message or stands in it.
class NaughtyWordsTest extends NaughtySendings {
  private static final String LINK = "https://example.org/a";
  private static final String UNLIKE_A_PREVIEW =
      "[\\s\\p{Z}\\p{Cc}\\u061C\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]+";

  private MessageId status;

  @BeforeAll
  void begin() throws InterruptedException {
    var posted = bob.submit(new Intent.PostStatus("What do you say?", 0, null, null));
    status = assertInstanceOf(Outcome.Posted.class, posted).status();
    carol.submit(new PreviewIntent.SetLinkPreviews(true));
    world.settle();
  }

  @Override
  Stream<Kind> kinds() {
    return Stream.of(words(), parts(), beside()).flatMap(kinds -> kinds);
  }

  private Stream<Kind> words() {
    return Stream.of(
        words("caption", text -> new Intent.SendMessage(there(), text, List.of(file("a")))),
        words("reply to a status", text -> new Intent.ReplyToStatus(bob.account(), status, text)));
  }

  private Kind words(String name, Put put) {
    var refusals = Set.of("message-empty", "message-too-long");
    return new Kind(name, true, as(put), NaughtyStory::wellFormed, refusals, EntryView::body);
  }

  private Stream<Kind> parts() {
    var quoted =
        new Kind(
            "quote",
            true,
            this::quotes,
            Quote::excerpt,
            Set.of("message-empty", "message-too-long"),
            entry -> Objects.requireNonNull(entry.marks().quote()).text());
    var bold =
        new Kind(
            "bold",
            true,
            text -> says(text, new TextRanges(List.of(bold(text)), List.of())),
            NaughtyStory::wellFormed,
            Set.of("message-empty", "message-too-long", "marks-invalid"),
            NaughtyWordsTest::marked);
    var mention =
        new Kind(
            "mention",
            false,
            text -> says(text + "@Bob", new TextRanges(List.of(), List.of(afterwards(text)))),
            _ -> "@Bob",
            Set.of("marks-invalid", "message-too-long"),
            NaughtyWordsTest::named);
    return Stream.of(quoted, bold, mention);
  }

  private Outcome quotes(String text) throws InterruptedException {
    var outcome = carol.submit(new Intent.SendMessage(there(), text, List.of()));
    return outcome instanceof Outcome.Queued(_, var message)
        ? carol.submit(new MessageIntent.Reply(message, "x", List.of()))
        : outcome;
  }

  private static Mark bold(String text) {
    return new Mark(TextRanges.Style.BOLD, 0, Math.max(1, text.length()));
  }

  private static String marked(EntryView entry) {
    var mark = entry.text().ranges().marks().getFirst();
    return entry.body().substring(mark.start(), mark.end());
  }

  private Mention afterwards(String text) {
    return new Mention(bob.account(), text.length(), 4);
  }

  private static String named(EntryView entry) {
    var mention = entry.text().ranges().mentions().getFirst();
    return entry.body().substring(mention.start(), mention.end());
  }

  private Stream<Kind> beside() {
    return Stream.of(
        new Kind(
            "name of a file",
            false,
            as(text -> new Intent.SendMessage(there(), "", List.of(file(start(text))))),
            text -> FileNames.safe(wellFormed(start(text))),
            Set.of(),
            entry -> entry.attachments().getFirst().fileName()),
        new Kind(
            "title of a page",
            false,
            text -> shows("<title>" + inHtml(start(text)) + "</title>"),
            text -> inPreview(start(text), "example.org"),
            Set.of(),
            entry -> preview(entry).title()),
        new Kind(
            "description of a page",
            false,
            text -> shows("<meta name=description content='" + inHtml(start(text)) + "'>"),
            text -> inPreview(start(text), ""),
            Set.of(),
            entry -> preview(entry).description()),
        new Kind(
            "reaction",
            false,
            text -> reacts(carol.write(bob, "what now?"), text),
            NaughtyStory::wellFormed,
            Set.of("not-an-emoji"),
            NaughtyWordsTest::reaction));
  }

  private static LinkPreview preview(EntryView entry) {
    return Objects.requireNonNull(entry.text().preview());
  }

  private static String reaction(EntryView entry) {
    var reactions = entry.marks().reactions();
    return reactions.isEmpty() ? "" : reactions.getFirst().emoji();
  }

  private Outcome reacts(MessageId message, String text) throws InterruptedException {
    var outcome = carol.submit(new MessageIntent.React(message, text));
    return outcome instanceof Outcome.Refused ? outcome : new Outcome.Queued(there(), message);
  }

  private Outcome shows(String html) throws InterruptedException {
    page = html;
    var outcome = carol.submit(new PreviewIntent.LookAtLink(LINK));
    var preview = assertInstanceOf(Outcome.Previewed.class, outcome).preview();
    return says(Words.of(LINK).saying(TextRanges.NONE, preview));
  }

  private static String inHtml(String text) {
    return wellFormed(text).replace("&", "&amp;").replace("<", "&lt;").replace("'", "&#39;");
  }

  private static String inPreview(String text, String without) {
    var line = wellFormed(text).replaceAll(UNLIKE_A_PREVIEW, " ").strip();
    return line.isEmpty() ? without : line;
  }

  @Test
  void what_is_scheduled_leaves_as_it_was_written() throws InterruptedException {
    var kept = new ArrayList<String>();
    var at = world.clock().instant().plus(Duration.ofHours(1));
    for (var one : some(2)) {
      var intent = new HandlingIntent.Schedule(there(), Words.of(one.text()), at);
      if (carol.submit(intent) instanceof Outcome.Refused refused) {
        isClear(refused, "scheduled, " + one);
      } else {
        kept.add(wellFormed(one.text()));
      }
    }
    var waiting = carol.models().handling().scheduled();
    assertEquals(Set.copyOf(kept), waiting.stream().map(ScheduledView::body).collect(toSet()));
    int before = bob.textsOf(carol).size();
    world.clock().advance(Duration.ofHours(1));
    world.settle();
    var came = bob.textsOf(carol);
    assertEquals(Set.copyOf(kept), Set.copyOf(came.subList(before, came.size())));
  }

  private static String start(String text) {
    return text.substring(0, Math.min(text.length(), 100));
  }
}
