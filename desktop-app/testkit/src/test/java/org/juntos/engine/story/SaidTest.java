package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.juntos.content.Content;
import org.juntos.content.ContentCodec;
import org.juntos.content.LinkPreview;
import org.juntos.content.MessageId;
import org.juntos.content.TextRanges;
import org.juntos.content.TextRanges.Mark;
import org.juntos.content.TextRanges.Mention;
import org.juntos.content.TextRanges.Style;
import org.juntos.engine.intent.HandlingIntent;
import org.juntos.engine.intent.HandlingIntent.Words;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.MessageIntent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.TextView;
import org.juntos.engine.model.VersionView;
import org.juntos.store.outbox.Outbox;
import org.juntos.store.outbox.Recipient;
import org.juntos.testkit.network.Weather;
import org.juntos.testkit.world.Person;

/// What is said of parts of texts, and of the links in them.
final class SaidTest extends TwoContacts {
  private static final String LINK = "https://example.org/a";
  private static final String BODY = "The butler did it: " + LINK;
  private static final TextRanges MARKS =
      new TextRanges(
          List.of(new Mark(Style.SPOILER, 4, 13), new Mark(Style.ITALIC, 0, 3)), List.of());
  private static final LinkPreview PREVIEW =
      new LinkPreview(LINK, "A page", "About it", LinkPreview.Picture.NONE);

  SaidTest() {
    super(71);
  }

  private MessageId says(Person from, Person to, Words words) throws InterruptedException {
    var spread = Deeds.spread(from, new HandlingIntent.Send(List.of(from.with(to)), words));
    return spread.queued().getFirst().message();
  }

  private MessageId said() throws InterruptedException {
    var message = says(alice, bob, Words.of(BODY).saying(MARKS, PREVIEW));
    world.settle();
    return message;
  }

  private static TextView text(Person person, MessageId message) {
    return Deeds.entry(person, message).text();
  }

  @Test
  void marks_and_a_preview_come_with_the_text_to_all_devices_of_both() throws Exception {
    var desk = world.link(alice, "Desk");
    var laptop = world.link(bob, "Laptop");
    world.network().weather(Weather.STORM);
    var message = said();
    world.network().weather(Weather.FAIR);
    world.network().cutAll();
    world.settle();
    for (var person : List.of(alice, desk, bob, laptop)) {
      person.restart();
      assertEquals(new TextView(MARKS, PREVIEW, false), text(person, message), person.name());
      assertEquals("The ▒▒▒▒▒: " + LINK, Deeds.entry(person, message).veiled());
    }
  }

  @Test
  void what_is_hidden_is_hidden_in_replies_and_pins_too() throws Exception {
    var message = said();
    var reply = Deeds.reply(bob, message, "no!");
    Deeds.pin(alice, message, true);
    world.settle();
    for (var person : List.of(alice, bob)) {
      var quote = Objects.requireNonNull(Deeds.entry(person, reply).marks().quote());
      assertEquals("The ▒▒▒▒▒: " + LINK, quote.text());
      var other = person.equals(alice) ? bob : alice;
      assertEquals(List.of("The ▒▒▒▒▒: " + LINK), Deeds.pins(person, person.with(other)));
    }
    Deeds.hide(alice, message);
    var left = Objects.requireNonNull(Deeds.entry(alice, reply).marks().quote());
    assertFalse(left.text().contains("butler"));
  }

  /// A device that has not got the message shows what the reply carries of it.
  @Test
  void what_is_hidden_is_not_in_what_a_reply_carries() throws Exception {
    var message = said();
    var laptop = world.link(bob, "Laptop");
    var reply = Deeds.reply(alice, message, "well?");
    Deeds.edit(alice, message, "It was Jeeves", TextRanges.NONE.marked(Style.SPOILER, 7, 13));
    world.settle();
    var later = Deeds.reply(bob, message, "no!");
    world.settle();
    assertNull(laptop.models().entry(message));
    assertEquals("The ▒▒▒▒▒: " + LINK, quoted(laptop, reply));
    assertEquals("It was ▒▒▒▒▒", quoted(laptop, later));
  }

  private static String quoted(Person person, MessageId reply) {
    return Objects.requireNonNull(Deeds.entry(person, reply).marks().quote()).text();
  }

  @Test
  void an_edit_has_marks_of_its_own_and_the_preview_goes_with_its_link() throws Exception {
    var message = said();
    var bold = TextRanges.NONE.marked(Style.BOLD, 0, 2);
    Deeds.edit(alice, message, BODY, bold);
    world.settle();
    assertEquals(new TextView(bold, PREVIEW, false), text(bob, message));
    Deeds.edit(alice, message, "It was nobody", bold);
    Deeds.edit(alice, message, BODY, TextRanges.NONE);
    world.settle();
    for (var person : List.of(alice, bob)) {
      assertEquals(TextView.PLAIN, text(person, message), person.name());
      assertEquals(
          List.of(MARKS, bold, bold, TextRanges.NONE),
          person.models().versions(message).stream().map(VersionView::ranges).toList());
    }
  }

  @Test
  void what_is_lost_is_sent_again_with_all_that_was_said() throws Exception {
    world.network().weather(Weather.CROOKED);
    var message = says(alice, bob, Words.of(BODY).saying(MARKS, PREVIEW));
    Deeds.edit(alice, message, "Now: " + LINK, TextRanges.NONE.marked(Style.CODE, 0, 3));
    alice.restart();
    bob.restart();
    world.network().weather(Weather.FAIR);
    world.network().cutAll();
    world.settle();
    assertEquals(Deeds.shown(alice, message), Deeds.shown(bob, message));
    assertEquals(PREVIEW, text(bob, message).preview());
  }

  @Test
  void a_forwarded_message_keeps_its_marks_and_preview_and_names_nobody_who_is_not_there()
      throws Exception {
    var carol = world.person("Carol", relay::over);
    world.introduce(bob, carol);
    var body = "@Alice: " + LINK;
    var ranges =
        new TextRanges(
            List.of(new Mark(Style.BOLD, 0, 6)), List.of(new Mention(alice.account(), 0, 6)));
    var message = says(bob, alice, Words.of(body).saying(ranges, PREVIEW));
    world.settle();
    assertTrue(text(alice, message).namesReader());
    assertFalse(text(bob, message).namesReader());
    Deeds.spread(bob, new HandlingIntent.Forward(List.of(message), List.of(bob.with(carol))));
    world.settle();
    var passed = carol.messages(bob).getLast();
    assertEquals(body, passed.body());
    assertEquals(
        new TextView(new TextRanges(ranges.marks(), List.of()), PREVIEW, false), passed.text());
  }

  @Test
  void drafts_and_scheduled_messages_keep_what_is_said() throws Exception {
    var draft = new HandlingIntent.KeepDraft(alice.with(bob), BODY, null, List.of(), MARKS);
    alice.done(draft);
    var at = world.clock().instant().plus(Duration.ofHours(1));
    var words = Words.of(BODY).saying(MARKS, PREVIEW);
    var scheduled =
        ((Outcome.Scheduled) alice.submit(new HandlingIntent.Schedule(alice.with(bob), words, at)))
            .scheduled();
    alice.restart();
    var kept = alice.models().conversations().value().getFirst().kept().draft();
    assertEquals(MARKS, Objects.requireNonNull(kept).ranges());
    alice.submit(new HandlingIntent.Reschedule(scheduled, "Oh! " + BODY, at));
    world.clock().advance(Duration.ofHours(2));
    world.settle();
    var arrived = bob.messages(alice).getLast();
    assertEquals("Oh! " + BODY, arrived.body());
    assertEquals(MARKS.replaced(0, 0, 4), arrived.text().ranges());
    assertEquals(PREVIEW, arrived.text().preview());
  }

  @Test
  void what_does_not_fit_its_text_is_refused_and_a_preview_of_nothing_stays_behind()
      throws Exception {
    var beyond = TextRanges.NONE.marked(Style.BOLD, 0, 99);
    var to = List.of(alice.with(bob));
    assertEquals(
        "marks-invalid",
        Deeds.refusal(alice, new HandlingIntent.Send(to, Words.of("short").saying(beyond, null))));
    var carol = world.person("Carol", relay::over);
    var mention = new TextRanges(List.of(), List.of(new Mention(carol.account(), 0, 6)));
    var naming = Words.of("@Carol").saying(mention, null);
    assertEquals("mention-unknown", Deeds.refusal(alice, new HandlingIntent.Send(to, naming)));
    var message = says(alice, bob, Words.of("plain").saying(TextRanges.NONE, PREVIEW));
    assertEquals(
        "marks-invalid", Deeds.refusal(alice, new MessageIntent.Edit(message, "x", beyond)));
    world.settle();
    assertEquals(TextView.PLAIN, text(bob, message));
    assertEquals(1, bob.messages(alice).size());
  }

  @Test
  void who_is_named_by_a_modified_program_and_is_not_there_is_not_named() throws Exception {
    var carol = world.person("Carol", relay::over);
    world.introduce(bob, carol);
    var mention = new TextRanges(List.of(), List.of(new Mention(carol.account(), 0, 8)));
    var forged =
        new Content.Message("@Mallory", world.clock().instant(), List.of()).saying(mention, null);
    var id = new MessageId(new UUID(5, 6));
    alice.between(profile ->
        profile
            .store()
            .write(txn ->
                txn.outbox()
                    .add(
                        new Outbox.NewJob(
                            new Recipient.Person(bob.account()),
                            Objects.requireNonNull(txn.contacts().find(bob.account()))
                                .identityKey(),
                            alice.with(bob),
                            id,
                            0,
                            Outbox.Kind.MESSAGE,
                            ContentCodec.encodeContent(forged),
                            forged.sentAt()))));
    world.settle();
    assertEquals("@Mallory", Deeds.entry(bob, id).body());
    assertEquals(TextView.PLAIN, text(bob, id));
    assertNull(text(bob, id).preview());
  }

  @Test
  void names_are_those_that_the_reader_knows() throws Exception {
    var ranges =
        new TextRanges(
            List.of(new Mark(Style.BOLD, 0, 14)), List.of(new Mention(bob.account(), 4, 4)));
    var message = says(alice, bob, Words.of("So, @Bob, hello").saying(ranges, null));
    world.settle();
    bob.done(new Intent.ChangeProfile("Robert", null, new Intent.ChosenPicture.Same()));
    world.settle();
    bob.write(alice, "yes");
    world.settle();
    for (var person : List.of(alice, bob)) {
      var entry = Deeds.entry(person, message);
      assertEquals("So, @Robert, hello", entry.body(), person.name());
      assertEquals(
          new TextRanges(
              List.of(new Mark(Style.BOLD, 0, 17)), List.of(new Mention(bob.account(), 4, 7))),
          entry.text().ranges());
    }
  }
}
