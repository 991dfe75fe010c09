package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.juntos.content.StatusContent;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.StatusAudience;
import org.juntos.engine.model.StatusView;
import org.juntos.engine.model.StatusView.State;

/// What people do with statuses.
final class StatusTest extends StatusStory {
  @Test
  void a_text_reaches_contacts_and_its_author_learns_who_has_seen_it() throws Exception {
    var id = post(alice, "off to the sea");
    world.settle();

    assertEquals(State.HERE, mine(alice).getFirst().state());
    var seen = only(bob, alice);
    assertEquals("off to the sea", seen.text());
    assertEquals(2, seen.background());
    assertFalse(seen.viewed());
    assertEquals(1, view(bob).unseen());
    assertEquals(0, mine(alice).getFirst().seenBy());

    look(bob, alice, id);
    assertEquals(0, view(bob).unseen());
    var viewer = mine(alice).getFirst().viewers().getFirst();
    assertEquals("Bob", viewer.name());
    assertNotNull(viewer.seenAt());
    assertEquals(List.of(), alice.timeline(bob).stream().filter(e -> !e.body().isEmpty()).toList());
  }

  @Test
  void a_picture_comes_by_itself_cleaned_and_nobody_else_can_read_it() throws Exception {
    var carol = person("Carol");
    postFile(alice, "photo.jpg");
    world.settle();
    var seen = only(bob, alice);
    assertEquals(StatusContent.Kind.IMAGE, seen.kind());
    assertEquals(State.HERE, seen.state());
    assertEquals(640, seen.preview().width());
    assertArrayEquals(shown("photo.jpg"), content(bob, seen));
    assertEquals(List.of(), of(carol, alice));
    var target = folder.resolve("saved.jpg");
    bob.done(new Intent.SaveStatus(alice.account(), seen.id(), target));
    assertArrayEquals(shown("photo.jpg"), Files.readAllBytes(target));
    assertEquals(
        "target-exists",
        refusal(bob.submit(new Intent.SaveStatus(alice.account(), seen.id(), target))));
  }

  @Test
  void what_cannot_be_a_status_is_refused_before_anything_is_uploaded() throws Exception {
    assertEquals("status-empty", refusal(alice.submit(text("  "))));
    assertEquals("status-text-too-long", refusal(alice.submit(text("x".repeat(4097)))));
    var notes = new Intent.PostStatus("", 0, file("notes.txt"), null);
    assertEquals("status-type", refusal(alice.submit(notes)));
    var film = new Intent.PostStatus("", 0, file("film-long.mp4"), null);
    assertEquals("status-too-long", refusal(alice.submit(film)));
    assertFalse(Thread.currentThread().isInterrupted());
    var gone = new Intent.PostStatus("", 0, folder.resolve("gone.jpg"), null);
    assertEquals("file-unreadable", refusal(alice.submit(gone)));
    assertEquals(
        "status-too-long",
        refusal(alice.submit(new Intent.CheckStatusFile(file("film-long.mp4")))));
    var good = alice.submit(new Intent.CheckStatusFile(file("film.mp4")));
    assertEquals(5_000, assertInstanceOf(Outcome.StatusFile.class, good).durationMillis());
    world.settle();
    assertEquals(List.of(), mine(alice));
    assertEquals(0, files(alice));
    assertEquals(0, filesAtRelay());
  }

  @Test
  void only_who_is_chosen_sees_it_and_that_is_remembered() throws Exception {
    var carol = person("Carol");
    world.introduce(alice, carol);
    alice.done(new Intent.PostStatus("for carol", 0, null, only(carol)));
    world.settle();
    post(alice, "for her again");
    world.settle();
    assertEquals(List.of("for carol", "for her again"), texts(carol, alice));
    assertEquals(List.of(), of(bob, alice));
    assertEquals(only(carol), view(alice).audience());

    alice.done(new Intent.SetStatusAudience(StatusAudience.CONTACTS));
    post(alice, "for all");
    world.settle();
    assertEquals(List.of("for all"), texts(bob, alice));
    var nobody = new Intent.PostStatus("x", 0, null, StatusAudience.only(List.of()));
    assertEquals("status-audience-empty", refusal(alice.submit(nobody)));
  }

  @Test
  void strangers_and_blocked_people_neither_get_nor_show_any() throws Exception {
    var carol = person("Carol");
    assertEquals("status-audience-empty", refusal(carol.submit(text("to nobody"))));
    carol.add(bob);
    world.settle();
    post(bob, "not for who asks");
    world.settle();
    bob.done(new Intent.BlockContact(alice.account()));
    assertEquals("status-audience-empty", refusal(bob.submit(text("not for who is blocked"))));
    post(alice, "blocked");
    world.settle();
    assertEquals(List.of(), of(carol, bob));
    assertEquals(List.of(), of(bob, alice));
    assertEquals(List.of("not for who asks"), texts(alice, bob), "was posted before");
  }

  @Test
  void what_is_posted_offline_is_published_when_back_and_lasts_a_day_from_then() throws Exception {
    world.network().cutOff("Alice");
    post(alice, "later");
    postFile(alice, "photo.jpg");
    pass(Duration.ofHours(30));
    assertEquals(
        List.of(State.POSTING, State.POSTING),
        mine(alice).stream().map(StatusView::state).toList());
    assertEquals(Instant.EPOCH, mine(alice).getFirst().postedAt());
    alice.restart();
    world.network().restore("Alice");
    world.settle();
    assertEquals(2, of(bob, alice).size());
    pass(Duration.ofHours(23));
    assertEquals(2, of(bob, alice).size());
    pass(Duration.ofHours(2));
    assertEquals(List.of(), of(bob, alice));
    assertEquals(List.of(), mine(alice));
  }

  @Test
  void after_a_day_nothing_is_left_of_it_anywhere() throws Exception {
    var id = postFile(alice, "photo.jpg");
    world.settle();
    look(bob, alice, id);
    assertEquals(1, files(alice));
    assertEquals(1, files(bob));
    assertEquals(1, filesAtRelay());
    pass(DAY);
    sweepRelay();
    assertEquals(List.of(), mine(alice));
    assertEquals(List.of(), of(bob, alice));
    assertEquals(0, files(alice));
    assertEquals(0, files(bob));
    assertEquals(0, filesAtRelay());
    assertEquals("status-unknown", refusal(bob.submit(new Intent.ViewStatus(alice.account(), id))));
  }

  @Test
  void one_that_is_taken_back_is_gone_everywhere_and_its_slot_is_not_free() throws Exception {
    var id = postFile(alice, "photo.jpg");
    world.settle();
    alice.done(new Intent.DeleteStatus(id));
    world.settle();
    assertEquals(List.of(), mine(alice));
    assertEquals(1, view(alice).used());
    assertEquals(List.of(), of(bob, alice));
    assertEquals(0, files(alice));
    assertEquals(0, files(bob));
    assertEquals(0, filesAtRelay());
    assertEquals("status-unknown", refusal(alice.submit(new Intent.DeleteStatus(id))));
  }

  @Test
  void one_that_is_taken_back_before_it_left_is_never_posted() throws Exception {
    world.network().cutOff("Alice");
    var id = post(alice, "no");
    alice.done(new Intent.DeleteStatus(id));
    world.network().restore("Alice");
    world.settle();
    assertEquals(List.of(), of(bob, alice));
    assertEquals(0, view(alice).used());
  }

  @Test
  void after_a_hundred_the_next_is_refused_and_says_when_there_is_room() throws Exception {
    for (int i = 1; i <= 100; i++) {
      post(alice, "number " + i);
    }
    world.settle();
    assertEquals(100, of(bob, alice).size());
    assertEquals(100, view(alice).used());
    var free = view(alice).nextFree();
    assertNotNull(free);
    pass(Duration.ofHours(3));
    var refused = assertInstanceOf(Outcome.Refused.class, alice.submit(text("one more")));
    assertEquals("status-limit", refused.problem().code());
    var next = refused.problem().nextStep();
    assertTrue(next.matches("The next one can be posted in 2[01] hours.*"), next);
    world.clock().advanceTo(free);
    world.settle();
    assertNull(view(alice).nextFree());
    post(alice, "one more");
    world.settle();
    assertTrue(texts(bob, alice).contains("one more"));
  }

  @Test
  void what_the_relay_counts_is_what_counts() throws Exception {
    alice.done(new Intent.GoOffline());
    world.settle();
    for (int i = 0; i < 100; i++) {
      var claimed = world.relay().services().ofAccounts().statuses();
      claimed.post(alice.account(), UUID.randomUUID(), "");
    }
    var id = post(alice, "one too many");
    alice.done(new Intent.Reconnect());
    world.settle();
    var refused = mine(alice).getFirst();
    assertEquals(State.REFUSED, refused.state());
    var failure = refused.failure();
    assertNotNull(failure);
    assertEquals("status-limit", failure.code());
    assertEquals(List.of(), of(bob, alice));
    pass(DAY);
    alice.done(new Intent.RetryStatus(id));
    world.settle();
    assertEquals(List.of("one too many"), texts(bob, alice));
  }

  @Test
  void a_reply_is_a_message_that_names_the_status_as_long_as_it_lasts() throws Exception {
    var id = post(alice, "guess where I am");
    world.settle();
    bob.done(new Intent.ReplyToStatus(alice.account(), id, "at the sea?"));
    world.settle();
    assertEquals(List.of("at the sea?"), alice.textsOf(bob));
    var quote = alice.messages(bob).getFirst().quote();
    assertNotNull(quote);
    assertEquals("guess where I am", quote.text());
    assertTrue(quote.mine());
    var own = bob.messages(alice).getFirst().quote();
    assertNotNull(own);
    assertFalse(own.mine());
    pass(DAY);
    var later = alice.messages(bob).getFirst().quote();
    assertNotNull(later);
    assertTrue(later.over());
    assertEquals("", later.text());
    assertEquals(StatusContent.Kind.TEXT, later.kind());
    assertEquals(
        "status-unknown",
        refusal(bob.submit(new Intent.ReplyToStatus(alice.account(), id, "too late"))));
  }

  @Test
  void who_does_not_tell_is_not_told() throws Exception {
    bob.done(new Intent.SetStatusReceipts(false));
    var first = post(alice, "one");
    var second = post(bob, "two");
    world.settle();
    look(bob, alice, first);
    look(alice, bob, second);
    assertEquals(0, mine(alice).getFirst().seenBy());
    assertEquals(0, mine(bob).getFirst().seenBy());
    bob.done(new Intent.SetStatusReceipts(true));
    world.settle();
    assertEquals(1, mine(bob).getFirst().seenBy(), "she had told");
  }

  @Test
  void muted_ones_come_last_and_are_not_fetched_by_themselves() throws Exception {
    bob.done(new Intent.MuteStatuses(alice.account(), true));
    var id = postFile(alice, "photo.jpg");
    world.settle();
    assertTrue(view(bob).others().getFirst().muted());
    assertEquals(0, view(bob).unseen());
    assertEquals(State.OFFERED, only(bob, alice).state());
    look(bob, alice, id);
    assertEquals(State.HERE, only(bob, alice).state());
    bob.done(new Intent.MuteStatuses(alice.account(), false));
    world.settle();
    assertFalse(view(bob).others().getFirst().muted());
  }
}
