package org.juntos.ui.platform.dbus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.juntos.content.NoticeSound;
import org.juntos.ui.platform.notifier.Notifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notifications over the session bus, as the freedesktop specification (1.2) has them, with the
/// reply that KDE and others add; and the count at the program's icon, where a dock listens for it.
/// All is done in order on one thread of its own; the bus is looked for when something is to be
/// shown, and looked for again when it was not there.
public final class DbusNotifier implements Notifier {
  static final Message.Target SERVER =
      new Message.Target(
          "org.freedesktop.Notifications",
          "/org/freedesktop/Notifications",
          "org.freedesktop.Notifications");
  static final Message.Target LAUNCHER =
      new Message.Target("", "/org/juntos/desktop", "com.canonical.Unity.LauncherEntry");

  private static final Logger LOG = LoggerFactory.getLogger(DbusNotifier.class);
  private static final String ENTRY = "juntos";
  private static final String OPEN = "default";
  private static final String READ = "read";
  private static final String REPLY = "inline-reply";

  private final @Nullable Path socket;
  private final ExecutorService lane;
  private final Map<String, Long> ids = new HashMap<>();
  private final Map<Long, Shown> shown = new HashMap<>();
  private @Nullable Server server;

  private record Shown(String key, Consumer<? super Answer> answered) {}

  /// @param able what the server says that it can do
  private record Server(Bus bus, Set<String> able) {}

  /// On the bus of this session, if it has one.
  public static DbusNotifier ofSession() {
    return new DbusNotifier(
        BusAddress.of(System.getenv()),
        Executors.newSingleThreadExecutor(Thread.ofVirtual().name("juntos-notifier").factory()));
  }

  /// @param socket of the bus; null when there is none
  /// @param lane one thread; ended when this is closed
  DbusNotifier(@Nullable Path socket, ExecutorService lane) {
    this.socket = socket;
    this.lane = lane;
  }

  @Override
  public void show(Notice notice, Consumer<? super Answer> answered) {
    later(at -> {
      var answer =
          at.bus.call(
              SERVER,
              "Notify",
              "susssasa{sv}i",
              "Juntos",
              ids.getOrDefault(notice.key(), 0L),
              "",
              notice.title(),
              body(at, notice.body()),
              actions(at, notice.answerable()),
              hints(notice.sound()),
              -1);
      forget(notice.key());
      if (answer.body().getFirst() instanceof Long id) {
        ids.put(notice.key(), id);
        shown.put(id, new Shown(notice.key(), answered));
      }
    });
  }

  @Override
  public void withdraw(String key) {
    run(() -> {
      var id = forget(key);
      if (id != null) {
        now(at -> at.bus.call(SERVER, "CloseNotification", "u", id));
      }
    });
  }

  @Override
  public void showCount(int waiting) {
    later(at ->
        at.bus.send(
            Message.signal(
                at.bus.next(),
                LAUNCHER,
                "Update",
                "sa{sv}",
                "application://" + ENTRY + ".desktop",
                Map.of("count", Variant.of(waiting), "count-visible", Variant.of(waiting > 0)))));
  }

  @Override
  public void close() {
    run(this::disconnect);
    lane.shutdown();
  }

  private @Nullable Long forget(String key) {
    var id = ids.remove(key);
    if (id != null) {
      shown.remove(id);
    }
    return id;
  }

  /// Text between tags is text to a server that reads tags, and to one that does not.
  private static String body(Server at, String body) {
    return at.able.contains("body-markup")
        ? body.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        : body;
  }

  private static List<String> actions(Server at, boolean answerable) {
    var actions = new ArrayList<String>();
    if (at.able.contains("actions")) {
      actions.addAll(List.of(OPEN, "Open"));
      if (answerable) {
        actions.addAll(List.of(READ, "Mark as read"));
      }
      if (answerable && at.able.contains(REPLY)) {
        actions.addAll(List.of(REPLY, "Reply"));
      }
    }
    return actions;
  }

  private static Map<String, Variant> hints(NoticeSound sound) {
    var hints = new HashMap<String, Variant>();
    hints.put("desktop-entry", Variant.of(ENTRY));
    hints.put("category", Variant.of("im.received"));
    switch (sound) { // names of the freedesktop sound naming specification
      case USUAL -> hints.put("sound-name", Variant.of("message-new-instant"));
      case CHIME -> hints.put("sound-name", Variant.of("bell"));
      case DROP -> hints.put("sound-name", Variant.of("message"));
      case KNOCK -> hints.put("sound-name", Variant.of("window-attention"));
      case SILENT -> hints.put("suppress-sound", Variant.of(true));
    }
    return hints;
  }

  /// What is done with the server; the bus may not be there.
  private interface Deed {
    void with(Server at) throws IOException, InterruptedException;
  }

  private void later(Deed deed) {
    run(() -> now(deed));
  }

  private void run(Runnable work) {
    try {
      lane.execute(work);
    } catch (RejectedExecutionException _) {
      LOG.debug("nothing is shown any more");
    }
  }

  private void now(Deed deed) {
    try {
      var at = server;
      if (at == null || !at.bus.isOpen()) {
        at = connect();
        server = at;
      }
      deed.with(at);
    } catch (IOException e) { // no bus, or nobody who shows anything
      LOG.debug("not shown: {}", e.getMessage());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private Server connect() throws IOException, InterruptedException {
    ids.clear();
    shown.clear();
    if (socket == null) {
      throw new IOException("this session has no bus");
    }
    var bus = Bus.connect(socket, this::heard);
    try {
      return greet(bus);
    } catch (IOException e) { // nobody shows notifications
      bus.close();
      throw e;
    }
  }

  private static Server greet(Bus bus) throws IOException, InterruptedException {
    bus.call(Bus.SELF, "AddMatch", "s", "type='signal',interface='" + SERVER.face() + "'");
    var able = new HashSet<String>();
    var answer = bus.call(SERVER, "GetCapabilities", "");
    if (answer.body().getFirst() instanceof List<?> list) {
      list.forEach(one -> able.add(String.valueOf(one)));
    }
    return new Server(bus, able);
  }

  /// Signals are told to everybody on the bus: those about notices of others are none of ours.
  private void heard(Message signal) {
    if (signal.type() == Message.Type.SIGNAL
        && signal.face().equals(SERVER.face())
        && signal.body().size() > 1
        && signal.body().getFirst() instanceof Long id) {
      run(() -> happened(signal.member(), id, signal.body().get(1)));
    }
  }

  private void happened(String what, long id, Object more) {
    var about = shown.get(id);
    if (about == null) {
      return;
    }
    switch (what) {
      case "NotificationClosed" -> forget(about.key);
      case "NotificationReplied" -> about.answered.accept(new Answer.Replied(more.toString()));
      case "ActionInvoked" -> {
        if (more.equals(OPEN)) {
          about.answered.accept(new Answer.Opened());
        } else if (more.equals(READ)) {
          about.answered.accept(new Answer.Read());
        }
      }
      default -> LOG.debug("a signal that is not used: {}", what);
    }
  }

  private void disconnect() {
    var at = server;
    if (at == null) {
      return;
    }
    server = null;
    try (var bus = at.bus) {
      for (long id : List.copyOf(shown.keySet())) {
        bus.call(SERVER, "CloseNotification", "u", id);
      }
    } catch (IOException e) { // the server is gone, and its notices with it
      LOG.debug("not taken back: {}", e.getMessage());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
