package org.juntos.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.content.Choice;
import org.juntos.content.Keeping;
import org.juntos.engine.intent.ChoiceIntent;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.MessageIntent;
import org.juntos.engine.intent.VanishingIntent;
import org.juntos.testkit.world.Person;
import org.juntos.testkit.world.World;
import org.juntos.ui.control.Times;
import org.juntos.ui.fx.EngineLink;
import org.juntos.ui.notice.Announcer;
import org.juntos.ui.notice.NoticeDesk;
import org.juntos.ui.notice.NoticeSettings;
import org.juntos.ui.platform.UiSettings;
import org.juntos.ui.platform.notifier.Chimes;
import org.juntos.ui.platform.notifier.Notifier;

/// What two devices of one person tell them.
class NoticeStoryTest {
  @TempDir private Path folder;

  /// A screen on which notices are seen.
  private static final class Screen implements Notifier {
    private final Map<String, Notice> shown = new LinkedHashMap<>();
    private final Map<String, Consumer<? super Answer>> answers = new LinkedHashMap<>();

    @Override
    public void show(Notice notice, Consumer<? super Answer> answered) {
      shown.put(notice.key(), notice);
      answers.put(notice.key(), answered);
    }

    @Override
    public void withdraw(String key) {
      shown.remove(key);
    }

    @Override
    public void showCount(int waiting) {}

    @Override
    public void close() {
      shown.clear();
    }

    private List<String> bodies() {
      return shown.values().stream().map(Notice::body).toList();
    }
  }

  private NoticeDesk desk(World world, Person device, Screen screen) {
    var settings = new NoticeSettings(UiSettings.in(folder));
    var times = new Times(world.clock(), ZoneOffset.UTC, Locale.UK);
    return new NoticeDesk(
        new EngineLink(device::submit, device.models(), Runnable::run, Runnable::run),
        new Announcer(screen, Chimes.NONE, settings, times),
        settings,
        times,
        new NoticeDesk.Doors(() -> null, _ -> {}, _ -> {}));
  }

  @Test
  void what_is_read_on_one_device_is_taken_back_on_the_other() throws Exception {
    try (var world = new World(folder, 1)) {
      var alice = world.alice();
      var bob = world.bob();
      world.introduce(alice, bob);
      var laptop = world.link(alice, "Laptop");
      var here = new Screen();
      var there = new Screen();
      try (var _ = desk(world, alice, here);
          var _ = desk(world, laptop, there)) {
        world.network().cutAll(); // both catch up again while they are watched
        world.settle();
        bob.write(alice, "are you there?");
        world.settle();
        assertEquals(List.of("are you there?"), here.bodies());
        assertEquals(List.of("are you there?"), there.bodies());
        there.answers.values().iterator().next().accept(new Notifier.Answer.Replied("yes"));
        world.settle();
        assertTrue(here.shown.isEmpty() && there.shown.isEmpty());
        assertEquals(List.of("yes"), bob.textsOf(alice));
        bob.write(alice, "good");
        world.settle();
        assertEquals(List.of("good"), here.bodies(), "only what is new");
        alice.done(new Intent.MarkSeen(alice.with(bob), alice.messages(bob).getLast().id()));
        world.settle();
        assertTrue(there.shown.isEmpty());
      }
    }
  }

  @Test
  void muted_on_one_device_the_other_is_silent_too_and_what_waited_is_summed_up() throws Exception {
    try (var world = new World(folder, 2)) {
      var alice = world.alice();
      var bob = world.bob();
      world.introduce(alice, bob);
      var laptop = world.link(alice, "Laptop");
      var there = new Screen();
      try (var _ = desk(world, laptop, there)) {
        var with = alice.with(bob);
        world.network().cutOff("Laptop");
        for (int i = 0; i < 12; i++) {
          bob.write(alice, "message " + i);
        }
        world.settle();
        assertTrue(there.shown.isEmpty());
        world.network().restore("Laptop");
        world.settle();
        assertEquals(List.of("12 new messages in one conversation"), there.bodies());
        alice.done(new Intent.MarkSeen(with, alice.messages(bob).getLast().id()));
        alice.done(new ChoiceIntent.Choose(new Choice.Muted(with, Choice.FOREVER)));
        world.settle();
        assertTrue(there.shown.isEmpty());
        bob.write(alice, "once more");
        world.settle();
        assertTrue(there.shown.isEmpty());
      }
    }
  }

  @Test
  void what_is_deleted_on_one_device_is_not_to_be_read_on_the_other() throws Exception {
    try (var world = new World(folder, 3)) {
      var alice = world.alice();
      var bob = world.bob();
      world.introduce(alice, bob);
      var laptop = world.link(alice, "Laptop");
      var there = new Screen();
      try (var _ = desk(world, laptop, there)) {
        world.network().cutAll();
        world.settle();
        bob.write(alice, "the password is swordfish");
        var stays = bob.write(alice, "good night");
        world.settle();
        assertEquals(List.of("the password is swordfish\ngood night"), there.bodies());
        var first = alice.messages(bob).getFirst().id();
        alice.done(new MessageIntent.Delete(first, false));
        world.settle();
        assertEquals(List.of("good night"), there.bodies());
        bob.done(new MessageIntent.Delete(stays, true));
        world.settle();
        assertTrue(there.shown.isEmpty());
      }
    }
  }

  @Test
  void what_vanishes_and_what_is_too_old_is_not_to_be_read_in_a_notice() throws Exception {
    try (var world = new World(folder, 4)) {
      var alice = world.alice();
      var bob = world.bob();
      world.introduce(alice, bob);
      var here = new Screen();
      try (var _ = desk(world, alice, here)) {
        world.network().cutAll();
        world.settle();
        bob.write(alice, "old news");
        world.settle();
        assertEquals(List.of("old news"), here.bodies());
        world.clock().advance(Duration.ofDays(1).plusMinutes(1));
        alice.done(new VanishingIntent.SetRetention(null, new Keeping(1)));
        world.soon();
        assertEquals(List.of(), alice.textsOf(bob));
        assertTrue(here.shown.isEmpty());
      }
    }
  }

  @Test
  void who_asks_and_who_accepts_is_told_until_that_is_answered_on_any_device() throws Exception {
    try (var world = new World(folder, 5)) {
      var alice = world.alice();
      var bob = world.bob();
      var laptop = world.link(alice, "Laptop");
      var here = new Screen();
      var there = new Screen();
      var bobs = new Screen();
      try (var _ = desk(world, alice, here);
          var _ = desk(world, laptop, there);
          var _ = desk(world, bob, bobs)) {
        world.network().cutAll();
        world.settle();
        bob.add(alice);
        world.settle();
        assertEquals(List.of("Bob wants to talk to you"), here.bodies());
        assertEquals(List.of("Bob wants to talk to you"), there.bodies());
        alice.accept(bob);
        world.settle();
        assertTrue(here.shown.isEmpty() && there.shown.isEmpty());
        assertEquals(List.of("Alice accepted your request"), bobs.bodies());
      }
    }
  }
}
