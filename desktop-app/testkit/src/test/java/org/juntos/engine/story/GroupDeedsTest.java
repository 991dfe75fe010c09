package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.content.MessageChange.Deed;
import org.juntos.content.MessageName;
import org.juntos.engine.connection.Delivered;
import org.juntos.engine.intent.GroupWish;
import org.juntos.engine.intent.HandlingIntent;
import org.juntos.engine.intent.MessageIntent;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.MarksView;
import org.juntos.store.outbox.Recipient;
import org.juntos.testkit.lie.Lies;
import org.juntos.testkit.world.Person;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// What people do to messages of a group.
final class GroupDeedsTest {
  private static final String THUMB = "\uD83D\uDC4D";
  private static final String TEARS = "\uD83D\uDE02";

  @SuppressWarnings("NullAway.Init")
  private Circle circle;

  @BeforeEach
  void people_in_a_group(@TempDir Path folder) throws Exception {
    circle = new Circle(folder, 52);
    circle.made(circle.ben(), circle.carla());
  }

  @AfterEach
  void end() {
    circle.close();
  }

  private void assertNothingMissing() {
    for (var person : circle.all()) {
      assertTrue(
          circle.entries(person).stream().noneMatch(entry -> entry.kind() == EntryView.Kind.GAP),
          person.name());
    }
  }

  @Test
  void all_members_see_reactions_replies_edits_and_deletions() throws Exception {
    var message = circle.said(circle.ana(), "who comes?");
    Deeds.react(circle.ben(), message, THUMB);
    Deeds.react(circle.carla(), message, THUMB);
    Deeds.react(circle.ana(), message, TEARS);
    var reply = Deeds.reply(circle.carla(), message, "me");
    circle.world().settle();
    Deeds.edit(circle.ana(), message, "who comes on Sunday?");
    circle.world().settle();
    for (var person : circle.all()) {
      assertEquals(THUMB + " Ben Carla, " + TEARS + " Ana", Deeds.reactions(person, message));
      assertEquals(
          "who comes on Sunday?",
          Objects.requireNonNull(Deeds.entry(person, reply).marks().quote()).text());
      assertEquals(List.of("who comes?", "who comes on Sunday?"), Deeds.versions(person, message));
      person.restart();
    }
    circle.world().settle();
    Deeds.delete(circle.ana(), message);
    circle.world().settle();
    for (var person : circle.all()) {
      assertEquals("DELETED  [] ", Deeds.shown(person, message));
      assertEquals(
          MarksView.State.DELETED,
          Objects.requireNonNull(Deeds.entry(person, reply).marks().quote()).state());
    }
    assertNothingMissing();
  }

  @Test
  void a_member_with_a_modified_program_changes_nothing_of_others() throws Exception {
    var message = circle.said(circle.ana(), "the key is under the mat");
    var name = new MessageName(circle.ana().account(), message);
    for (var deed :
        List.of(
            new Deed.Edit("the key is under the stone"),
            new Deed.Deletion(Deeds.entry(circle.ben(), message).sentAt(), List.of()))) {
      Deeds.forge(
          circle.ben(),
          new Recipient.Group(circle.group()),
          Bytes.EMPTY,
          circle.group(),
          name,
          deed);
      circle.world().settle();
    }
    circle.said(circle.ben(), "I did nothing");
    for (var person : List.of(circle.ana(), circle.carla())) {
      assertEquals(
          "MESSAGE the key is under the mat [the key is under the mat] ",
          Deeds.shown(person, message));
      assertEquals("I did nothing", circle.entries(person).getLast().body());
    }
    assertNothingMissing();
  }

  @Test
  void who_misses_a_message_that_was_deleted_sees_the_notice_and_misses_nothing() throws Exception {
    circle.said(circle.ana(), "before");
    circle.relay().lie(nothingFor(circle.carla()));
    var message = circle.said(circle.ana(), "a secret");
    assertEquals("nothing", Deeds.shown(circle.carla(), message));
    circle.relay().beHonest();
    Deeds.delete(circle.ana(), message);
    circle.world().settle();
    circle.said(circle.ana(), "after");
    assertEquals("DELETED  [] ", Deeds.shown(circle.carla(), message));
    assertEquals(List.of("before", "after"), circle.heard(circle.carla()));
    assertNothingMissing();
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
  void only_who_may_edit_the_group_pins_and_everybody_sees_it() throws Exception {
    var one = circle.said(circle.ana(), "rehearsal on Sunday");
    var other = circle.said(circle.ben(), "bring the notes");
    Deeds.pin(circle.ben(), one, true);
    circle.world().settle();
    Deeds.pin(circle.carla(), other, true);
    circle.world().settle();
    for (var person : circle.all()) {
      assertEquals(
          List.of("bring the notes", "rehearsal on Sunday"), Deeds.pins(person, circle.group()));
    }
    circle.does(circle.ana(), new GroupWish.SetRules(null, true, null));
    assertEquals("pin-denied", Deeds.refusal(circle.ben(), new HandlingIntent.Pin(one, false)));
    Deeds.forge(
        circle.ben(),
        new Recipient.Group(circle.group()),
        Bytes.EMPTY,
        circle.group(),
        new MessageName(circle.ana().account(), one),
        new Deed.Pin(false));
    circle.world().settle();
    for (var person : List.of(circle.ana(), circle.carla())) {
      assertEquals(2, Deeds.pins(person, circle.group()).size(), person.name());
    }
    Deeds.pin(circle.ana(), other, false);
    circle.world().settle();
    for (var person : circle.all()) {
      person.restart();
      assertEquals(List.of("rehearsal on Sunday"), Deeds.pins(person, circle.group()));
    }
    assertNothingMissing();
  }

  @Test
  void what_a_removed_member_does_reaches_nobody() throws Exception {
    var message = circle.said(circle.ana(), "hello");
    circle.does(circle.ana(), new GroupWish.Remove(circle.ben().account(), false));
    assertEquals(
        "group-left", Deeds.refusal(circle.ben(), new MessageIntent.React(message, THUMB)));
    assertEquals("", Deeds.reactions(circle.ana(), message));
  }
}
