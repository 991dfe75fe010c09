package org.juntos.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.juntos.content.LinkPreview;
import org.juntos.content.TextRanges;
import org.juntos.content.TextRanges.Mark;
import org.juntos.content.TextRanges.Mention;
import org.juntos.content.TextRanges.Style;
import org.juntos.engine.intent.HandlingIntent;
import org.juntos.engine.intent.MessageIntent;
import org.juntos.engine.intent.PreviewIntent;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.TextView;

/// Marks, mentions and previews, from the command line.
class SayingTest extends AtTheTerminal {
  private final ContactView ben = profile.addContact("bbbbbbbb-0000-4000-8000-000000000002", "Ben");

  private HandlingIntent.Words sent(String... words) throws Exception {
    assertEquals(0, ana.types(words));
    return assertInstanceOf(HandlingIntent.Send.class, profile.submitted.getLast()).words();
  }

  @Test
  void signs_are_marks_when_that_is_wanted() throws Exception {
    var words = sent("--json", "send", "Ben", "--text", "so *good*", "--marks");
    assertEquals("so good", words.body());
    assertEquals(List.of(new Mark(Style.BOLD, 3, 4)), words.ranges().marks());
    assertEquals(0, ana.types("--json", "send", "Ben", "--text", "so *good*"));
    var entry = profile.find(profile.append("so *good*").id());
    assertEquals("so *good*", entry.body());
  }

  @Test
  void who_is_named_is_named_wherever_the_text_says_so() throws Exception {
    var words =
        sent("--json", "send", "Ben", "--text", "@ben, *@ben*", "--marks", "--mention", "ben");
    assertEquals("@Ben, @Ben", words.body());
    assertEquals(
        List.of(new Mention(ben.account(), 0, 4), new Mention(ben.account(), 6, 4)),
        words.ranges().mentions());
    assertEquals(List.of(new Mark(Style.BOLD, 6, 4)), words.ranges().marks());
    assertEquals(1, ana.types("--json", "send", "Ben", "--text", "hello", "--mention", "Ben"));
    assertEquals("mention-not-there", ana.errorCode());
  }

  @Test
  void a_preview_is_made_when_that_is_on() throws Exception {
    var link = "https://example.org/";
    assertEquals(1, ana.types("--json", "send", "Ben", "--text", "see " + link, "--preview"));
    assertEquals("link-previews-off", ana.errorCode());
    assertEquals(0, ana.types("--json", "link-previews", "on"));
    assertEquals(true, ana.json().get("linkPreviews"));
    var words = sent("--json", "send", "Ben", "--text", "see " + link, "--preview");
    assertEquals(new LinkPreview(link, "A page", "", LinkPreview.Picture.NONE), words.preview());
    assertEquals(0, ana.types("--json", "link-previews", "show"));
    assertEquals(new PreviewIntent.LookAtLinkPreviews(), profile.submitted.getLast());
    assertEquals(0, ana.types("--json", "link-previews", "off"));
    assertEquals(false, ana.json().get("linkPreviews"));
  }

  @Test
  void edits_have_marks_too() throws Exception {
    var id = profile.append("one").id();
    assertEquals(0, ana.types("--json", "edit", id.toString(), "*two*", "--marks"));
    assertEquals(
        new MessageIntent.Edit(id, "two", TextRanges.NONE.marked(Style.BOLD, 0, 3)),
        profile.submitted.getLast());
  }

  @Test
  void what_is_said_of_a_text_is_told() throws Exception {
    var entry = profile.append("see @Ben it");
    var ranges =
        new TextRanges(
            List.of(new Mark(Style.SPOILER, 9, 2)), List.of(new Mention(ben.account(), 4, 4)));
    profile.replace(entry, entry.saying(new TextView(ranges, null, true)));
    assertEquals(0, ana.types("--json", "history", "Ben"));
    var json = ana.json();
    assertEquals("see @Ben it", json.get("text"));
    assertEquals("[{style=spoiler, start=9, length=2}]", String.valueOf(json.get("marks")));
    assertEquals(true, json.get("namesYou"));
    assertNull(json.get("preview"));
    assertEquals(0, ana.types("history", "Ben"));
  }
}
