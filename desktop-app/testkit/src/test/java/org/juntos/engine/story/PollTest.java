package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.content.MessageChange.Counted;
import org.juntos.content.MessageChange.Deed;
import org.juntos.content.MessageId;
import org.juntos.content.MessageName;
import org.juntos.engine.connection.Delivered;
import org.juntos.engine.intent.CardIntent;
import org.juntos.engine.intent.CardIntent.To;
import org.juntos.engine.intent.GroupWish;
import org.juntos.engine.intent.HandlingIntent;
import org.juntos.engine.intent.MessageIntent;
import org.juntos.engine.model.ChangeView;
import org.juntos.engine.model.EntryView;
import org.juntos.store.outbox.Recipient;
import org.juntos.testkit.lie.Lies;
import org.juntos.testkit.world.Person;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// Polls in a group: who votes what, and what counts in the end.
final class PollTest {
  @SuppressWarnings("NullAway.Init")
  private Circle circle;

  @BeforeEach
  void people_in_a_group(@TempDir Path folder) throws Exception {
    circle = new Circle(folder, 71);
    circle.made(circle.ben(), circle.carla());
  }

  @AfterEach
  void end() {
    circle.close();
  }

  private void settle() throws InterruptedException {
    circle.world().settle();
  }

  private MessageId asked() throws InterruptedException {
    var poll = Polls.ask(circle.ana(), circle.group());
    settle();
    return poll;
  }

  private void assertAllSee(String shown, MessageId poll) {
    for (var person : circle.all()) {
      assertEquals(shown, Polls.shown(person, poll), person.name());
      assertTrue(
          circle.entries(person).stream().noneMatch(entry -> entry.kind() == EntryView.Kind.GAP),
          person.name());
    }
  }

  private static Lies nothingFor(Person person) {
    return new Lies() {
      @Override
      public List<Delivered> deliveries(DeviceAddress to, List<Delivered> honest) {
        return to.account().equals(person.account()) ? List.of() : honest;
      }
    };
  }

  @Test
  void the_last_vote_of_everybody_counts_until_the_author_closes_the_poll() throws Exception {
    var poll = asked();
    Polls.vote(circle.ben(), poll, 0);
    Polls.vote(circle.carla(), poll, 0);
    Polls.vote(circle.ana(), poll, 2);
    settle();
    assertAllSee("Porto 2 Ben Carla, Braga 0, Faro 1 Ana", poll);
    Polls.vote(circle.ben(), poll, 1);
    Polls.vote(circle.carla(), poll);
    settle();
    assertAllSee("Porto 0, Braga 1 Ben, Faro 1 Ana", poll);
    assertEquals(List.of(1), Polls.poll(circle.ben(), poll).chosen());
    Polls.close(circle.ana(), poll);
    settle();
    assertEquals("poll-closed", Deeds.refusal(circle.ben(), new CardIntent.Vote(poll, List.of(0))));
    assertEquals("poll-closed", Deeds.refusal(circle.ana(), new CardIntent.ClosePoll(poll)));
    for (var person : circle.all()) {
      person.restart();
      assertFalse(Polls.isLeftOut(person, poll), person.name());
    }
    assertAllSee("Porto 0, Braga 1 Ben, Faro 1 Ana; closed", poll);
    assertEquals(
        "Poll: Where to?", Objects.requireNonNull(entry(circle.ben(), poll).card()).title());
    assertEquals("Where to?\nPorto\nBraga\nFaro", entry(circle.ben(), poll).body());
  }

  private static EntryView entry(Person person, MessageId message) {
    return Deeds.entry(person, message);
  }

  @Test
  void what_cannot_be_voted_is_said_in_words() throws Exception {
    var poll = asked();
    var text = circle.said(circle.ana(), "no poll");
    assertEquals(
        "poll-one-option", Deeds.refusal(circle.ben(), new CardIntent.Vote(poll, List.of(0, 1))));
    assertEquals(
        "poll-option-unknown", Deeds.refusal(circle.ben(), new CardIntent.Vote(poll, List.of(3))));
    assertEquals("poll-unknown", Deeds.refusal(circle.ben(), new CardIntent.Vote(text, List.of())));
    assertEquals("poll-unknown", Deeds.refusal(circle.ana(), new CardIntent.ClosePoll(text)));
    assertEquals("poll-not-yours", Deeds.refusal(circle.ben(), new CardIntent.ClosePoll(poll)));
    assertEquals(
        "card-not-editable", Deeds.refusal(circle.ana(), new MessageIntent.Edit(poll, "Why?")));
    assertAllSee("Porto 0, Braga 0, Faro 0", poll);
  }

  private String refusal(String question, List<String> options) throws InterruptedException {
    return Deeds.refusal(
        circle.ana(), new CardIntent.Ask(To.of(circle.group()), question, options, true, false));
  }

  @Test
  void what_is_no_poll_is_said_in_words_and_nothing_is_sent() throws Exception {
    var many = Collections.nCopies(13, "x");
    assertEquals("poll-question-empty", refusal(" \u200B", Polls.TOWNS));
    assertEquals("poll-question-too-long", refusal("x".repeat(301), Polls.TOWNS));
    assertEquals("poll-options-few", refusal("?", List.of("one")));
    assertEquals("poll-options-many", refusal("?", many));
    assertEquals("poll-option-empty", refusal("?", List.of("one", " ")));
    assertEquals("poll-option-too-long", refusal("?", List.of("one", "x".repeat(101))));
    assertEquals("poll-options-alike", refusal("?", List.of("One", "\u202Done ")));
    assertEquals(
        "reply-elsewhere",
        Deeds.refusal(
            circle.ana(),
            new CardIntent.Ask(
                new To(circle.ana().with(circle.ben()), asked(), false),
                "?",
                Polls.TOWNS,
                false,
                false)));
    assertEquals(1, circle.heard(circle.ben()).size());
  }

  @Test
  void a_vote_that_comes_before_its_poll_waits_for_it() throws Exception {
    circle.said(circle.ana(), "before");
    circle.relay().lie(nothingFor(circle.carla()));
    var poll = asked();
    circle.relay().beHonest();
    Polls.vote(circle.ben(), poll, 1);
    settle();
    assertNull(circle.carla().models().entry(poll));
    circle.said(circle.ana(), "after");
    assertAllSee("Porto 0, Braga 1 Ben, Faro 0", poll);
  }

  @Test
  void a_vote_that_the_author_did_not_have_when_closing_counts_for_nobody() throws Exception {
    var poll = asked();
    Polls.vote(circle.carla(), poll, 2);
    settle();
    circle.relay().lie(nothingFor(circle.ana()));
    Polls.vote(circle.ben(), poll, 0);
    Polls.vote(circle.carla(), poll, 0);
    settle();
    assertEquals("Porto 2 Ben Carla, Braga 0, Faro 0", Polls.shown(circle.carla(), poll));
    Polls.close(circle.ana(), poll);
    circle.relay().beHonest();
    circle.world().network().cutAll();
    settle();
    circle.said(circle.ben(), "and?");
    circle.said(circle.carla(), "well");
    assertAllSee("Porto 0, Braga 0, Faro 1 Carla; closed", poll);
    assertTrue(Polls.isLeftOut(circle.ben(), poll));
    assertFalse(Polls.isLeftOut(circle.carla(), poll), "an earlier vote of hers is counted");
  }

  @Test
  void a_counted_vote_that_was_lost_is_missed_until_it_is_repaired() throws Exception {
    var poll = asked();
    circle.relay().lie(nothingFor(circle.carla()));
    Polls.vote(circle.ben(), poll, 0);
    settle();
    circle.relay().beHonest();
    Polls.close(circle.ana(), poll);
    settle();
    assertEquals("Porto 0, Braga 0, Faro 0; closed, 1 missing", Polls.shown(circle.carla(), poll));
    circle.said(circle.ben(), "and?");
    assertAllSee("Porto 1 Ben, Braga 0, Faro 0; closed", poll);
  }

  private void forge(Person person, MessageId poll, Deed deed) throws Exception {
    Deeds.forge(
        person,
        new Recipient.Group(circle.group()),
        Bytes.EMPTY,
        circle.group(),
        new MessageName(circle.ana().account(), poll),
        deed);
    settle();
  }

  @Test
  void a_member_with_a_modified_program_closes_nothing_and_chooses_nothing_that_there_is_not()
      throws Exception {
    var poll = asked();
    Polls.vote(circle.carla(), poll, 2);
    settle();
    forge(circle.ben(), poll, new Deed.Close(List.of()));
    forge(circle.ben(), poll, new Deed.Vote(List.of(11)));
    for (var person : List.of(circle.ana(), circle.carla())) {
      assertEquals("Porto 0, Braga 0, Faro 1 Carla", Polls.shown(person, poll));
    }
    forge(circle.ben(), poll, new Deed.Vote(List.of(0, 1, 2)));
    circle.said(circle.ben(), "I did nothing");
    for (var person : List.of(circle.ana(), circle.carla())) {
      assertEquals("Porto 0, Braga 0, Faro 1 Carla", Polls.shown(person, poll));
    }
  }

  /// The author decides what counts, and can make nothing up.
  @Test
  void an_author_with_a_modified_program_cannot_count_what_was_not_voted() throws Exception {
    var poll = asked();
    Polls.vote(circle.carla(), poll, 2);
    settle();
    var made = new Counted(circle.ben().account(), new MessageId(new UUID(1, 2)));
    forge(circle.ana(), poll, new Deed.Close(List.of(made)));
    for (var person : List.of(circle.ben(), circle.carla())) {
      assertEquals("Porto 0, Braga 0, Faro 0; closed, 1 missing", Polls.shown(person, poll));
    }
    assertTrue(Polls.isLeftOut(circle.carla(), poll));
  }

  @Test
  void who_is_not_in_the_group_any_more_does_not_vote() throws Exception {
    var poll = asked();
    Polls.vote(circle.ben(), poll, 0);
    settle();
    circle.does(circle.ana(), new GroupWish.Remove(circle.ben().account(), false));
    assertEquals("group-left", Deeds.refusal(circle.ben(), new CardIntent.Vote(poll, List.of(2))));
    forge(circle.ben(), poll, new Deed.Vote(List.of(2)));
    for (var person : List.of(circle.ana(), circle.carla())) {
      assertEquals("Porto 1 Ben, Braga 0, Faro 0", Polls.shown(person, poll));
    }
  }

  @Test
  void an_anonymous_poll_shows_no_names_anywhere() throws Exception {
    var poll =
        Polls.sent(
            circle.ana(),
            new CardIntent.Ask(
                To.of(circle.group()), "Who goes?", List.of("I", "not I"), true, true));
    settle();
    Polls.vote(circle.ben(), poll, 0, 1);
    Polls.vote(circle.carla(), poll, 0);
    settle();
    assertAllSee("I 2, not I 1", poll);
    assertEquals(2, Polls.poll(circle.ana(), poll).voters());
    for (var person : circle.all()) {
      assertTrue(
          person.models().changes(0, 100).stream()
              .noneMatch(change -> change.kind() == ChangeView.Kind.VOTE),
          person.name());
    }
    var open = asked();
    Polls.vote(circle.ben(), open, 1);
    settle();
    assertEquals("Braga", circle.carla().models().changes(0, 100).getLast().text());
  }

  @Test
  void a_poll_is_passed_on_quoted_pinned_starred_and_deleted_like_any_message() throws Exception {
    var poll = asked();
    Polls.vote(circle.ben(), poll, 0);
    settle();
    var passed =
        Deeds.spread(
                circle.ben(),
                new HandlingIntent.Forward(List.of(poll), List.of(circle.ben().with(circle.ana()))))
            .queued()
            .getFirst()
            .message();
    var reply = Deeds.reply(circle.carla(), poll, "hm");
    Deeds.pin(circle.ana(), poll, true);
    circle.carla().done(new HandlingIntent.Star(List.of(poll), true));
    settle();
    assertEquals("Porto 0, Braga 0, Faro 0", Polls.shown(circle.ana(), passed));
    assertTrue(entry(circle.ana(), passed).marks().handled().forwarded());
    Polls.vote(circle.ana(), passed, 2);
    settle();
    Polls.close(circle.ben(), passed);
    settle();
    assertEquals("Porto 0, Braga 0, Faro 1 Ana; closed", Polls.shown(circle.ana(), passed));
    assertEquals(
        "Poll: Where to?",
        Objects.requireNonNull(entry(circle.ben(), reply).marks().quote()).text());
    assertEquals(List.of("Poll: Where to?"), Deeds.pins(circle.ben(), circle.group()));
    assertEquals(1, circle.carla().models().handling().starred(0, 9).size());
    Deeds.delete(circle.ana(), poll);
    settle();
    for (var person : circle.all()) {
      assertEquals(EntryView.Kind.DELETED, entry(person, poll).kind());
      assertNull(entry(person, poll).card());
    }
    assertEquals(
        "message-deleted", Deeds.refusal(circle.ben(), new CardIntent.Vote(poll, List.of(0))));
  }
}
