package org.juntos.ui.platform.dbus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.ui.platform.tray.Picture;
import org.juntos.ui.platform.tray.Tray;

/// On a session bus of its own, with a panel of its own.
@EnabledIf(
    value = "org.juntos.ui.platform.dbus.BusDaemon#isThere",
    disabledReason = "there is no dbus-daemon here: install dbus")
class DbusTrayTest {
  @TempDir private Path folder;
  private final BlockingQueue<String> happened = new LinkedBlockingQueue<>();
  private BusDaemon daemon;
  private FakePanel panel;
  private @Nullable DbusTray tray;

  @BeforeEach
  void a_desktop() throws Exception {
    daemon = BusDaemon.in(folder);
    panel = new FakePanel(daemon.socket());
  }

  @AfterEach
  void it_ends() throws Exception {
    if (tray != null) {
      tray.close();
    }
    if (panel != null) {
      panel.close();
    }
    daemon.close();
  }

  private void opens() {
    tray =
        new DbusTray(
            daemon.socket(),
            new Tray.Deeds(
                () -> happened.add("open"),
                () -> happened.add("quit"),
                there -> happened.add(there ? "there" : "not there")),
            Executors.newSingleThreadExecutor());
  }

  private DbusTray tray() {
    return Objects.requireNonNull(tray);
  }

  private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
    var next = queue.poll(30, TimeUnit.SECONDS);
    assertNotNull(next, "nothing came within 30 s");
    return next;
  }

  /// The item, by the name under which it is registered.
  private String shown() throws Exception {
    panel.appear();
    opens();
    assertEquals("there", next(happened));
    return next(panel.registered);
  }

  @Test
  void a_panel_is_told_of_it_and_is_told_how_it_looks() throws Exception {
    var item = shown();
    assertTrue(item.startsWith(":"), item);
    var all = assertInstanceOf(Map.class, panel.properties(item, TrayItem.TARGET));
    assertEquals(Variant.of("juntos"), all.get("Id"));
    assertEquals(Variant.of("Active"), all.get("Status"));
    assertEquals(Variant.of("Communications"), all.get("Category"));
    assertEquals(Variant.of(false), all.get("ItemIsMenu"));
    assertEquals(new Variant("o", "/MenuBar"), all.get("Menu"));
    assertEquals("Juntos", panel.property(item, TrayItem.TARGET, "Title"));
    assertPicture(item, 0);
  }

  private void assertPicture(String item, int waiting) throws Exception {
    var pictures =
        assertInstanceOf(List.class, panel.property(item, TrayItem.TARGET, "IconPixmap"));
    var first = assertInstanceOf(List.class, pictures.getFirst());
    int size = (Integer) first.get(0);
    assertEquals(size, first.get(1));
    var bytes = assertInstanceOf(List.class, first.get(2));
    var expected = ByteBuffer.allocate(size * size * 4);
    expected.asIntBuffer().put(Picture.paint(size, waiting));
    assertEquals(expected.capacity(), bytes.size());
    for (int at = 0; at < bytes.size(); at++) {
      assertEquals(expected.get(at), bytes.get(at));
    }
  }

  @Test
  void it_says_how_many_messages_wait() throws Exception {
    var item = shown();
    tray().showCount(3);
    assertEquals("NewTitle", next(panel.signals));
    assertEquals("NewIcon", next(panel.signals));
    assertEquals("NewToolTip", next(panel.signals));
    assertEquals("Juntos: 3 messages wait", panel.property(item, TrayItem.TARGET, "Title"));
    assertPicture(item, 3);
    tray().showCount(3);
    tray().showCount(1);
    assertEquals("NewTitle", next(panel.signals), "said once for each change");
    assertEquals("Juntos: 1 message waits", panel.property(item, TrayItem.TARGET, "Title"));
  }

  @Test
  void a_click_opens_and_the_menu_opens_and_ends() throws Exception {
    var item = shown();
    panel.asks(item, TrayItem.TARGET, "Activate", "ii", 10, 20);
    assertEquals("open", next(happened));
    panel.asks(item, TrayItem.TARGET, "Scroll", "is", 1, "vertical");
    assertEquals(3L, panel.property(item, TrayMenu.TARGET, "Version"));
    var layout = panel.asks(item, TrayMenu.TARGET, "GetLayout", "iias", 0, -1, List.of()).body();
    var root = assertInstanceOf(List.class, layout.get(1));
    var entries = assertInstanceOf(List.class, root.get(2));
    assertEquals(3, entries.size());
    int open = assertLabel("Open Juntos", entries.get(0));
    int quit = assertLabel("Quit", entries.get(2));
    panel.asks(item, TrayMenu.TARGET, "Event", "isvu", quit, "hovered", Variant.of(0), 0L);
    panel.asks(item, TrayMenu.TARGET, "Event", "isvu", open, "clicked", Variant.of(0), 0L);
    assertEquals("open", next(happened));
    panel.asks(
        item,
        TrayMenu.TARGET,
        "EventGroup",
        "a(isvu)",
        List.of(List.of(quit, "clicked", Variant.of(0), 0L)));
    assertEquals("quit", next(happened));
    var label = panel.asks(item, TrayMenu.TARGET, "GetProperty", "is", quit, "label").body();
    assertEquals(Variant.of("Quit"), label.getFirst());
    var some =
        panel.asks(item, TrayMenu.TARGET, "GetGroupProperties", "aias", List.of(open), List.of());
    assertEquals(1, assertInstanceOf(List.class, some.body().getFirst()).size());
  }

  private static int assertLabel(String label, Object entry) {
    var item = assertInstanceOf(List.class, assertInstanceOf(Variant.class, entry).value());
    assertEquals(Variant.of(label), assertInstanceOf(Map.class, item.get(1)).get("label"));
    return (Integer) item.get(0);
  }

  @Test
  void what_it_does_not_know_is_refused_and_does_no_harm() throws Exception {
    var item = shown();
    var other = new Message.Target("", "/Elsewhere", TrayItem.TARGET.face());
    assertThrows(IOException.class, () -> panel.asks(item, other, "Activate", "ii", 1, 1));
    assertThrows(IOException.class, () -> panel.asks(item, TrayItem.TARGET, "Explode", ""));
    assertThrows(IOException.class, () -> panel.property(item, TrayItem.TARGET, "Nothing"));
    assertThrows(IOException.class, () -> panel.asks(item, TrayMenu.TARGET, "GetLayout", ""));
    assertThrows(
        IOException.class,
        () -> panel.asks(item, TrayMenu.TARGET, "GetLayout", "iias", 99, 1, List.of()));
    panel.asks(item, TrayMenu.TARGET, "Event", "");
    panel.asks(item, TrayItem.TARGET, "Activate", "ii", 1, 1);
    assertEquals("open", next(happened));
  }

  @Test
  void without_a_panel_it_is_not_there_until_one_comes_that_somebody_looks_at() throws Exception {
    opens();
    assertEquals("not there", next(happened));
    panel.look(false);
    panel.appear();
    panel.look(true);
    assertEquals("there", next(happened));
    next(panel.registered);
    panel.look(false);
    assertEquals("not there", next(happened));
    panel.look(true);
    assertEquals("there", next(happened));
    panel.disappear();
    assertEquals("not there", next(happened));
    panel.appear();
    assertEquals("there", next(happened), "the panel was started again");
  }

  @Test
  void without_a_bus_it_is_not_there() throws Exception {
    var said = new LinkedBlockingQueue<Boolean>();
    var deeds = new Tray.Deeds(() -> {}, () -> {}, said::add);
    for (var where : new Path[] {folder, null}) {
      var lane = Executors.newSingleThreadExecutor();
      var lonely = new DbusTray(where, deeds, lane);
      lonely.showCount(1);
      lonely.close();
      lonely.showCount(2);
      assertFalse(next(said));
      assertTrue(lane.awaitTermination(30, TimeUnit.SECONDS));
    }
  }
}
