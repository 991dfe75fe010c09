package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.engine.intent.GroupWish;
import org.juntos.engine.model.EntryView;
import org.juntos.testkit.world.Person;

/// A relay that shows different members different histories of their group, each of which is signed
/// throughout: they find out by what they say to each other.
final class ForkedGroupTest {
  @SuppressWarnings("NullAway.Init")
  private Circle circle;

  @BeforeEach
  void a_group(@TempDir Path folder) throws Exception {
    circle = new Circle(folder, 29);
    circle.made(circle.ben(), circle.carla());
    circle.said(circle.ana(), "hello");
  }

  @AfterEach
  void end() {
    circle.close();
  }

  private void assertStopped(String code, Person person) throws InterruptedException {
    assertEquals(code, circle.trouble(person), person.name());
    assertEquals(code, circle.refusal(person), person.name());
  }

  private void removeCarla() throws InterruptedException {
    circle.tries(circle.ana(), new GroupWish.Remove(circle.carla().account(), false));
  }

  /// Ana takes Carla out; Ben is shown that Carla has renamed the group instead.
  private void fork() throws InterruptedException {
    Branch.shownTo(circle, circle.ben(), circle.carla());
    removeCarla();
    circle.tries(circle.carla(), new GroupWish.Describe("Ghosts", null));
    circle.world().settle();
  }

  @Test
  void both_sides_of_a_fork_find_out_and_say_nothing_more() throws Exception {
    fork();
    assertStopped("group-forked", circle.ben());
    assertStopped("group-forked", circle.ana());
    assertFalse(circle.heard(circle.carla()).contains("a secret"));
  }

  @Test
  void what_waited_to_be_sent_does_not_leave_into_a_fork() throws Exception {
    circle.world().network().cutOff("Ben");
    var waiting = circle.says(circle.ben(), "a secret");
    Branch.shownTo(circle, circle.carla(), circle.ben());
    removeCarla();
    circle.tries(circle.carla(), new GroupWish.Describe("Ghosts", null));
    circle.said(circle.ana(), "Carla is out");
    circle.world().network().restore("Ben");
    circle.world().settle();
    assertStopped("group-forked", circle.ben());
    assertEquals(EntryView.Stage.FAILED, circle.ben().stage(waiting));
    assertFalse(circle.heard(circle.carla()).contains("a secret"));
  }

  @Test
  void a_relay_that_keeps_to_its_two_stories_does_not_settle_a_fork() throws Exception {
    fork();
    assertEquals("group-forked", circle.checked(circle.ben()));
    assertEquals("group-forked", circle.checked(circle.ana()));
    for (var person : List.of(circle.ana(), circle.ben())) {
      person.restart();
      circle.world().settle();
      assertStopped("group-forked", person);
    }
    circle.does(circle.carla(), new GroupWish.Describe("Ghosts again", null));
    assertStopped("group-forked", circle.ben());
  }

  @Test
  void an_admin_ends_a_fork_by_letting_in_anew_whoever_was_on_the_other_side() throws Exception {
    fork();
    circle.relay().beHonest();
    assertEquals("group-forked", circle.checked(circle.ben()));
    circle.does(circle.ana(), new GroupWish.Remove(circle.ben().account(), false));
    circle.does(circle.ana(), new GroupWish.Add(List.of(circle.ben().account())));
    assertEquals("", circle.trouble(circle.ana()));
    assertEquals("", circle.trouble(circle.ben()));
    circle.said(circle.ben(), "here again");
    circle.said(circle.ana(), "good");
    assertEquals("here again", circle.heard(circle.ana()).getLast());
    assertEquals("good", circle.heard(circle.ben()).getLast());
    assertFalse(circle.heard(circle.carla()).contains("here again"));
  }

  @Test
  void a_change_that_the_relay_holds_back_is_missed_and_nothing_is_sent_until_it_shows_it()
      throws Exception {
    Branch.shownTo(circle, circle.ben());
    removeCarla();
    circle.said(circle.ana(), "Carla is out");
    assertStopped("group-withheld", circle.ben());
    assertEquals("group-withheld", circle.checked(circle.ben()));
    assertEquals(List.of("hello"), circle.heard(circle.ben()));
    circle.relay().beHonest();
    circle.check(circle.ben());
    circle.world().settle();
    assertEquals("", circle.trouble(circle.ben()));
    assertEquals(List.of("hello", "Carla is out"), circle.heard(circle.ben()));
    circle.said(circle.ben(), "so it is");
    assertEquals(List.of("so it is"), circle.heard(circle.ana()));
    assertEquals("", circle.trouble(circle.ana()));
  }

  @Test
  void who_is_let_in_is_not_shown_an_older_group() throws Exception {
    circle.does(circle.ana(), new GroupWish.Remove(circle.carla().account(), false));
    Branch.shownTo(circle, circle.ben(), circle.carla());
    circle.does(circle.ana(), new GroupWish.Add(List.of(circle.carla().account())));
    assertEquals("group-unsigned", circle.trouble(circle.carla()));
    circle.relay().beHonest();
    circle.check(circle.carla());
    circle.world().settle();
    assertEquals("", circle.trouble(circle.carla()));
    circle.said(circle.ana(), "welcome");
    assertEquals("welcome", circle.heard(circle.carla()).getLast());
  }
}
