package org.juntos.ui.platform.dbus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.content.NoticeSound;
import org.juntos.ui.platform.notifier.Notifier.Answer;
import org.juntos.ui.platform.notifier.Notifier.Notice;

/// On a session bus of its own (Debian's `dbus-daemon`), with a notification server of its own.
@EnabledIf(
    value = "org.juntos.ui.platform.dbus.BusDaemon#isThere",
    disabledReason = "there is no dbus-daemon here: install dbus")
class DbusNotifierTest {
  @TempDir private Path folder;
  private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
  private BusDaemon daemon;
  private Path socket;
  private FakeServer server;
  private DbusNotifier notifier;

  @BeforeEach
  void a_desktop() throws Exception {
    daemon = BusDaemon.in(folder);
    socket = daemon.socket();
    server = new FakeServer(socket);
    notifier = notifier();
  }

  private DbusNotifier notifier() {
    return new DbusNotifier(socket, Executors.newSingleThreadExecutor());
  }

  @AfterEach
  void it_ends() throws Exception {
    if (notifier != null) {
      notifier.close();
    }
    if (server != null) {
      server.close();
    }
    if (daemon != null) {
      daemon.close();
    }
  }

  private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
    var next = queue.poll(30, TimeUnit.SECONDS);
    assertNotNull(next, "nothing came within 30 s");
    return next;
  }

  private FakeServer.Shown shows(String key, String body) throws InterruptedException {
    notifier.show(notice(key, body, NoticeSound.USUAL), answers::add);
    return next(server.shown);
  }

  private static Notice notice(String key, String body, NoticeSound sound) {
    return new Notice(key, "Ana", body, sound, true);
  }

  @Test
  void a_notice_takes_the_place_of_the_one_before_and_is_taken_back() throws Exception {
    var first = shows("ana", "hello");
    assertEquals(0, first.replaces());
    assertEquals("hello", first.body());
    assertEquals(
        List.of("default", "Open", "read", "Mark as read", "inline-reply", "Reply"),
        first.actions());
    var second = shows("ana", "Ευχαριστώ 🌼\nare you there?");
    assertEquals(first.id(), second.replaces());
    assertEquals("Ευχαριστώ 🌼\nare you there?", second.body());
    var tom = shows("tom", "hello");
    assertEquals(0, tom.replaces());
    notifier.withdraw("ana");
    assertEquals(second.id(), next(server.closed));
    notifier.withdraw("nobody");
    notifier.close();
    assertEquals(tom.id(), next(server.closed), "all is taken back in the end");
  }

  @Test
  void what_the_person_does_comes_back_and_only_of_notices_of_its_own() throws Exception {
    var shown = shows("ana", "coming?");
    server.signals("ActionInvoked", "us", 4711L, "read");
    server.signals("ActionInvoked", "us", shown.id(), "unknown");
    server.signals("ActionInvoked", "us", shown.id(), "default");
    assertInstanceOf(Answer.Opened.class, next(answers));
    server.signals("ActionInvoked", "us", shown.id(), "read");
    assertInstanceOf(Answer.Read.class, next(answers));
    server.signals("NotificationReplied", "us", shown.id(), "yes");
    assertEquals(new Answer.Replied("yes"), next(answers));
    server.signals("NotificationClosed", "uu", shown.id(), 2L);
    server.signals("ActionInvoked", "us", shown.id(), "read");
    var again = shows("ana", "hello?");
    for (int i = 0; i < 1_000 && again.replaces() != 0; i++) { // signals take a moment
      again = shows("ana", "hello?");
    }
    assertEquals(0, again.replaces(), "the person has closed it");
    assertTrue(answers.isEmpty());
  }

  @Test
  void tags_are_text_to_a_server_that_reads_tags_and_to_one_that_does_not() throws Exception {
    assertEquals("&lt;b&gt;a &amp;amp; b&lt;/b&gt;", shows("ana", "<b>a &amp; b</b>").body());
    notifier.close();
    server.capabilities = List.of("body");
    notifier = notifier();
    var plain = shows("ana", "<b>a</b>");
    assertEquals("<b>a</b>", plain.body());
    assertEquals(List.of(), plain.actions());
  }

  @Test
  void a_bus_without_a_server_and_no_bus_at_all_do_no_harm() throws Exception {
    server.disappear();
    var lost = notice("ana", "lost", NoticeSound.USUAL);
    for (var where : Arrays.asList(socket, folder, null)) {
      var lane = Executors.newSingleThreadExecutor();
      var lonely = new DbusNotifier(where, lane);
      lonely.show(lost, answers::add);
      lonely.withdraw("ana");
      lonely.showCount(1);
      lonely.close();
      lonely.show(lost, answers::add);
      assertTrue(lane.awaitTermination(30, TimeUnit.SECONDS));
    }
    server.appear();
    assertEquals("found", shows("ana", "found").body());
  }

  @Test
  void a_server_that_comes_later_is_found() throws Exception {
    server.disappear();
    notifier.show(notice("ana", "early", NoticeSound.USUAL), answers::add);
    server.appear();
    for (var one = shows("ana", "late"); !one.body().equals("late"); one = next(server.shown)) {
      assertEquals("early", one.body(), "whichever was first");
    }
  }

  @Test
  void sounds_are_told_as_the_specification_names_them() throws Exception {
    notifier.show(notice("ana", "a", NoticeSound.SILENT), answers::add);
    assertEquals(Variant.of(true), next(server.shown).hints().get("suppress-sound"));
    notifier.show(notice("ana", "a", NoticeSound.CHIME), answers::add);
    assertEquals(Variant.of("bell"), next(server.shown).hints().get("sound-name"));
  }

  @Test
  void the_count_is_told_to_docks() throws Exception {
    notifier.showCount(7);
    var update = next(server.counts);
    assertEquals("application://juntos.desktop", update.body().getFirst());
    var told = assertInstanceOf(Map.class, update.body().get(1));
    assertEquals(Variant.of(7), told.get("count"));
    assertEquals(Variant.of(true), told.get("count-visible"));
  }
}
