package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.GroupWish;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Intent.ChosenPicture;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.GroupView;
import org.juntos.engine.model.MemberProgress;
import org.juntos.wire.Bytes;

/// People in a group, on the real relay.
final class GroupTest {
  @SuppressWarnings("NullAway.Init")
  private Circle circle;

  @BeforeEach
  void people(@TempDir Path folder) throws Exception {
    circle = new Circle(folder, 11);
  }

  @AfterEach
  void end() {
    circle.close();
  }

  private void assertRefused(String code, Outcome outcome) {
    assertEquals(code, assertInstanceOf(Outcome.Refused.class, outcome).problem().code());
  }

  private String link(GroupWish.MakeLink wish) throws InterruptedException {
    var outcome = circle.tries(circle.ana(), wish);
    circle.world().settle();
    return assertInstanceOf(Outcome.GroupLinked.class, outcome).link();
  }

  @Test
  void three_people_read_what_each_of_them_writes_also_after_a_restart() throws Exception {
    circle.made(circle.ben(), circle.carla());
    assertEquals(3, circle.members(circle.carla()).size());
    var message = circle.said(circle.ana(), "hello all");
    circle.said(circle.ben(), "hello from Ben");
    circle.said(circle.carla(), "and from Carla");
    assertEquals(List.of("hello from Ben", "and from Carla"), circle.heard(circle.ana()));
    assertEquals(List.of("hello all", "and from Carla"), circle.heard(circle.ben()));
    assertEquals(List.of("hello all", "hello from Ben"), circle.heard(circle.carla()));
    assertEquals("Carla", circle.entries(circle.ben()).getLast().authorName());
    assertSeenByTheLast(message);
    for (var person : circle.all()) {
      person.restart();
    }
    circle.world().settle();
    circle.said(circle.ben(), "two");
    circle.said(circle.ana(), "three");
    assertEquals(
        List.of("hello all", "hello from Ben", "two", "three"), circle.heard(circle.carla()));
  }

  /// A message is delivered, and seen, when that is so at the last member.
  private void assertSeenByTheLast(MessageId message) throws InterruptedException {
    assertEquals(EntryView.Stage.DELIVERED, circle.ana().stage(message));
    circle.ben().done(new Intent.MarkSeen(circle.group(), message));
    circle.world().settle();
    assertEquals(EntryView.Stage.DELIVERED, circle.ana().stage(message));
    var progress = circle.ana().models().progress(message);
    assertEquals(2, progress.size());
    assertEquals(1, progress.stream().filter(one -> one.seenAt() != null).count());
    assertTrue(progress.stream().map(MemberProgress::deliveredAt).allMatch(at -> at != null));
    circle.carla().done(new Intent.MarkSeen(circle.group(), message));
    circle.world().settle();
    assertEquals(EntryView.Stage.SEEN, circle.ana().stage(message));
  }

  @Test
  void who_comes_later_reads_nothing_of_before_and_who_is_removed_nothing_of_after()
      throws Exception {
    circle.made(circle.ben());
    circle.said(circle.ana(), "before");
    circle.does(circle.ana(), new GroupWish.Add(List.of(circle.carla().account())));
    circle.said(circle.ana(), "one");
    circle.said(circle.ben(), "welcome");
    assertEquals(List.of("one", "welcome"), circle.heard(circle.carla()));
    assertTrue(
        circle.entries(circle.carla()).stream()
            .noneMatch(entry -> entry.kind() == EntryView.Kind.GAP));
    circle.does(circle.ana(), new GroupWish.Remove(circle.carla().account(), false));
    assertEquals(GroupView.Standing.GONE, circle.seen(circle.carla()).standing());
    circle.said(circle.ben(), "without Carla");
    assertEquals(List.of("one", "welcome"), circle.heard(circle.carla()));
    assertEquals("group-left", circle.refusal(circle.carla()));
    circle.does(circle.ana(), new GroupWish.Add(List.of(circle.carla().account())));
    circle.said(circle.ben(), "with Carla");
    circle.said(circle.carla(), "I am back");
    assertEquals(List.of("one", "welcome", "with Carla"), circle.heard(circle.carla()));
    assertTrue(circle.heard(circle.ana()).contains("I am back"));
  }

  @Test
  void a_picture_reaches_every_member_and_what_is_no_picture_none(@TempDir Path files)
      throws Exception {
    circle.made(circle.ben(), circle.carla());
    var picture = Files.writeString(files.resolve("choir.jpg"), "a picture, as far as this goes");
    circle.does(circle.ana(), pictured(ChosenPicture.Cut.middle(picture)));
    for (var person : circle.all()) {
      assertEquals(Bytes.of(Files.readAllBytes(picture)), circle.seen(person).picture());
    }
    var empty = Files.createFile(files.resolve("empty.jpg"));
    assertRefused(
        "picture-invalid", circle.tries(circle.ana(), pictured(ChosenPicture.Cut.middle(empty))));
    circle.does(circle.ana(), new GroupWish.Describe("Chorus", null));
    assertEquals(Bytes.of(Files.readAllBytes(picture)), circle.seen(circle.ben()).picture());
    circle.does(circle.ana(), pictured(new ChosenPicture.None()));
    assertEquals(Bytes.EMPTY, circle.seen(circle.carla()).picture());
  }

  private static GroupWish pictured(ChosenPicture picture) {
    return new GroupWish.Describe(null, null, picture);
  }

  @Test
  void only_admins_change_what_only_they_may_and_the_last_one_names_another_before_leaving()
      throws Exception {
    circle.made(circle.ben(), circle.carla());
    assertRefused(
        "forbidden",
        circle.tries(circle.ben(), new GroupWish.Remove(circle.carla().account(), false)));
    circle.does(circle.ana(), new GroupWish.SetRules(null, true, true));
    assertEquals("group-post-denied", circle.refusal(circle.ben()));
    assertRefused("forbidden", circle.tries(circle.ben(), new GroupWish.Describe("Mine", null)));
    circle.does(circle.ana(), new GroupWish.Describe("Chorus", "on Tuesdays"));
    circle.said(circle.ana(), "from now on I speak");
    assertEquals(List.of("from now on I speak"), circle.heard(circle.ben()));
    assertEquals("Chorus", circle.seen(circle.ben()).name());
    circle.does(circle.ana(), new GroupWish.SetRules(null, null, false));
    assertRefused("group-needs-admin", circle.tries(circle.ana(), new GroupWish.Leave()));
    circle.does(circle.ana(), new GroupWish.SetAdmin(circle.ben().account(), true));
    circle.does(circle.ana(), new GroupWish.Leave());
    circle.said(circle.ben(), "Ana is gone");
    assertEquals(List.of("from now on I speak", "Ana is gone"), circle.heard(circle.carla()));
    assertEquals(List.of(), circle.heard(circle.ana()));
    assertEquals(2, circle.members(circle.carla()).size());
  }

  @Test
  void a_link_lets_people_in_at_once_or_when_somebody_agrees_until_it_is_taken_back()
      throws Exception {
    circle.made(circle.ben());
    circle.said(circle.ana(), "before");
    var open = link(new GroupWish.MakeLink(null, 0, false));
    circle.carla().done(new Intent.JoinGroup(open));
    circle.world().settle();
    circle.said(circle.carla(), "I came by the link");
    circle.said(circle.ben(), "welcome");
    assertEquals(List.of("I came by the link", "welcome"), circle.heard(circle.ana()));
    assertEquals(List.of("welcome"), circle.heard(circle.carla()));
    circle.does(circle.ana(), new GroupWish.Remove(circle.carla().account(), false));
    var asking = link(new GroupWish.MakeLink(null, 0, true));
    assertRefused("group-link-invalid", circle.carla().submit(new Intent.JoinGroup(open)));
    circle.carla().done(new Intent.JoinGroup(asking));
    circle.world().settle();
    assertEquals(GroupView.Standing.ASKED, circle.seen(circle.carla()).standing());
    assertEquals(
        circle.carla().account(), circle.seen(circle.ana()).requests().getFirst().account());
    circle.does(circle.ana(), new GroupWish.Add(List.of(circle.carla().account())));
    circle.said(circle.ana(), "come in");
    assertEquals(List.of("welcome", "come in"), circle.heard(circle.carla()));
    assertEquals(List.of(), circle.seen(circle.ana()).requests());
    circle.does(circle.ana(), new GroupWish.DropLink());
    circle.does(circle.ana(), new GroupWish.Remove(circle.carla().account(), false));
    assertRefused("group-link-invalid", circle.carla().submit(new Intent.JoinGroup(asking)));
  }

  @Test
  void other_devices_of_a_member_are_in_the_group_too() throws Exception {
    circle.made(circle.ben(), circle.carla());
    circle.said(circle.ana(), "from the desktop");
    var laptop = circle.world().link(circle.ana(), "Laptop");
    circle.world().settle();
    circle.said(circle.ben(), "to both of Ana's");
    circle.said(circle.ana(), "a copy for the laptop");
    assertEquals(List.of("to both of Ana's"), circle.heard(laptop));
    assertEquals(
        List.of("a copy for the laptop"),
        circle.entries(laptop).stream()
            .filter(entry -> entry.outgoing() && entry.kind() == EntryView.Kind.MESSAGE)
            .map(EntryView::body)
            .toList());
    circle.said(laptop, "from the laptop");
    assertTrue(circle.heard(circle.carla()).contains("from the laptop"));
    assertTrue(
        circle.entries(circle.ana()).stream()
            .anyMatch(entry -> entry.body().equals("from the laptop") && entry.outgoing()));
  }

  @Test
  void who_was_away_meanwhile_follows_every_change() throws Exception {
    circle.made(circle.ben());
    circle.world().network().cutOff("Ben");
    circle.does(circle.ana(), new GroupWish.Add(List.of(circle.carla().account())));
    circle.does(circle.ana(), new GroupWish.Describe("Chorus", null));
    circle.said(circle.carla(), "is anybody here?");
    circle.says(circle.ben(), "written while away");
    circle.world().network().restore("Ben");
    circle.world().settle();
    assertEquals("Chorus", circle.seen(circle.ben()).name());
    assertEquals(List.of("is anybody here?"), circle.heard(circle.ben()));
    assertEquals(List.of("written while away"), circle.heard(circle.carla()));
    assertNull(circle.seen(circle.ben()).trouble());
  }
}
