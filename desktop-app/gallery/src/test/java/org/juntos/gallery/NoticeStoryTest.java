package org.juntos.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.content.Choice;
import org.juntos.engine.intent.ChoiceIntent;
import org.juntos.engine.intent.Intent;
import org.juntos.testkit.world.Person;
import org.juntos.testkit.world.World;
import org.juntos.ui.control.Times;
import org.juntos.ui.fx.EngineLink;
import org.juntos.ui.notice.NoticeDesk;
import org.juntos.ui.notice.NoticeSettings;
import org.juntos.ui.platform.UiSettings;
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
    return new NoticeDesk(
        new EngineLink(device::submit, device.models(), Runnable::run, Runnable::run),
        screen,
        new NoticeSettings(UiSettings.in(folder)),
        new Times(world.clock(), ZoneOffset.UTC, Locale.UK),
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
}
