package org.juntos.ui.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.juntos.content.LinkPreview;
import org.juntos.content.TextRanges;
import org.juntos.content.TextRanges.Mark;
import org.juntos.content.TextRanges.Mention;
import org.juntos.content.TextRanges.Style;
import org.juntos.engine.intent.HandlingIntent;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.MessageIntent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.PreviewIntent;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.GroupView;
import org.juntos.engine.model.TextView;
import org.juntos.ui.fake.FakeEngine;
import org.juntos.ui.fake.Samples;

/// What is said of a text while it is written.
class SayingTest {
  private static final String LINK = "https://example.org/";

  private final FakeEngine engine = new FakeEngine();
  private final ComposeViewModel model =
      new ComposeViewModel(
          engine.link(), Samples.ANA.conversation(), () -> false, engine.complaints::add);

  private HandlingIntent.Words sent() {
    model.send();
    return assertInstanceOf(HandlingIntent.Send.class, engine.last()).words();
  }

  @Test
  void marks_stay_with_their_letters_and_go_with_the_message() {
    model.text().set("see you at eight");
    model.saying().toggle(Style.BOLD, 11, 16);
    model.text().set("I see you at eight");
    model.text().set("I see you at eight!");
    var words = sent();
    assertEquals("I see you at eight!", words.body());
    assertEquals(List.of(new Mark(Style.BOLD, 13, 5)), words.ranges().marks());
    assertEquals(TextRanges.NONE, model.saying().now());
  }

  @Test
  void a_style_is_taken_off_where_it_is_and_spaces_at_the_ends_have_none() {
    model.text().set("one two three");
    model.saying().toggle(Style.ITALIC, 3, 8);
    assertEquals(List.of(new Mark(Style.ITALIC, 4, 3)), model.saying().now().marks());
    model.saying().toggle(Style.ITALIC, 4, 7);
    assertEquals(TextRanges.NONE, model.saying().now());
    model.saying().toggle(Style.ITALIC, 3, 4);
    assertEquals(TextRanges.NONE, model.saying().now());
  }

  @Test
  void plain_text_goes_as_before() {
    model.text().set("plain");
    model.send();
    assertInstanceOf(Intent.SendMessage.class, engine.last());
  }

  @Test
  void who_is_named_stays_named_until_the_name_is_changed() {
    var ben = new GroupView.Member(Samples.contact("Ben").account(), "Ben", false, false, 0);
    model.text().set("so @be");
    assertEquals(8, model.saying().name(ben, 3, 6));
    assertEquals("so @Ben ", model.text().get());
    assertEquals(List.of(new Mention(ben.account(), 3, 4)), model.saying().now().mentions());
    model.text().set("so @Ben, yes");
    assertEquals(1, model.saying().now().mentions().size());
    model.text().set("so @Be, yes");
    assertEquals(List.of(), model.saying().now().mentions());
  }

  @Test
  void an_at_begins_a_name_only_where_a_word_begins() {
    assertEquals(3, MentionPicker.sign("so @be", 6));
    assertEquals(0, MentionPicker.sign("@", 1));
    assertEquals(-1, MentionPicker.sign("me@example", 10));
    assertEquals(-1, MentionPicker.sign("@ben\n", 5));
    assertEquals(-1, MentionPicker.sign("@" + "x".repeat(60), 61));
  }

  @Test
  void an_edit_begins_with_what_was_said_and_gives_back_the_draft() {
    var bold = TextRanges.NONE.marked(Style.BOLD, 0, 2);
    var own =
        Samples.own(1, Samples.NOON, "at eight", EntryView.Stage.SEEN)
            .saying(new TextView(bold, null, false));
    model.text().set("half a thought");
    model.saying().toggle(Style.CODE, 0, 4);
    model.edit(own);
    model.text().set("at nine");
    model.send();
    assertEquals(new MessageIntent.Edit(own.id(), "at nine", bold), engine.last());
    assertEquals("half a thought", model.text().get());
    assertEquals(List.of(new Mark(Style.CODE, 0, 4)), model.saying().now().marks());
  }

  @Test
  void what_was_refused_comes_back_with_its_marks() {
    model.text().set("hello");
    model.saying().toggle(Style.BOLD, 0, 5);
    engine.refuse("message-too-long");
    model.send();
    assertEquals("hello", model.text().get());
    assertEquals(List.of(new Mark(Style.BOLD, 0, 5)), model.saying().now().marks());
  }

  @Test
  void a_link_is_looked_at_once_and_its_preview_goes_along() {
    var preview = new LinkPreview(LINK, "A page", "", LinkPreview.Picture.NONE);
    model.text().set("see " + LINK);
    engine.answer(new Outcome.Previewed(preview));
    model.rested();
    model.rested();
    assertEquals(
        List.of(new PreviewIntent.LookAtLink(LINK)),
        engine.submitted.stream().filter(PreviewIntent.class::isInstance).toList());
    assertEquals(preview, model.look().preview().get());
    assertEquals(preview, sent().preview());
    assertNull(model.look().preview().get());
  }

  @Test
  void a_preview_is_left_out_or_goes_with_its_link() {
    var preview = new LinkPreview(LINK, "A page", "", LinkPreview.Picture.NONE);
    model.text().set("see " + LINK);
    engine.answer(new Outcome.Previewed(preview));
    model.rested();
    model.look().leaveOut();
    model.rested();
    assertNull(model.look().preview().get());
    model.text().set("nothing");
    model.text().set("again " + LINK);
    model.rested();
    assertNull(model.look().preview().get());
    model.send();
    assertInstanceOf(Intent.SendMessage.class, engine.last());
    assertTrue(engine.complaints.isEmpty());
  }

  @Test
  void doubtful_links_are_not_looked_at() {
    model.text().set("see https://me@example.org/");
    model.rested();
    assertTrue(engine.submitted.stream().noneMatch(PreviewIntent.class::isInstance));
  }
}
