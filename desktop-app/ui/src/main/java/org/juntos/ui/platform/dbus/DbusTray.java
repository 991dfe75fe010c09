package org.juntos.ui.platform.dbus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.juntos.ui.platform.tray.Tray;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The picture in the panel of a Linux desktop, over the session bus: an item that whoever shows
/// such items (the watcher) is told of, and told of again when another one takes its place. Where
/// there is none, or nobody who looks at it, there is no picture.
public final class DbusTray implements Tray {
  static final Message.Target WATCHER =
      new Message.Target(
          "org.kde.StatusNotifierWatcher",
          "/StatusNotifierWatcher",
          "org.kde.StatusNotifierWatcher");

  private static final Logger LOG = LoggerFactory.getLogger(DbusTray.class);

  private final @Nullable Path socket;
  private final Deeds deeds;
  private final ExecutorService lane;
  private final TrayItem item;
  private final TrayMenu menu;
  private @Nullable Bus bus;
  private @Nullable Boolean there;

  /// On the bus of this session, if it has one.
  public static DbusTray ofSession(Deeds deeds) {
    return new DbusTray(
        BusAddress.of(System.getenv()),
        deeds,
        Executors.newSingleThreadExecutor(Thread.ofVirtual().name("juntos-tray").factory()));
  }

  /// @param socket of the bus; null when there is none
  /// @param lane one thread; ended when this is closed
  DbusTray(@Nullable Path socket, Deeds deeds, ExecutorService lane) {
    this.socket = socket;
    this.deeds = deeds;
    this.lane = lane;
    item = new TrayItem(deeds.open());
    menu = new TrayMenu(deeds.open(), deeds.quit());
    run(this::connect);
  }

  @Override
  public void showCount(int waiting) {
    run(() -> {
      if (item.show(waiting) && bus != null) {
        tell(bus);
      }
    });
  }

  private void tell(Bus to) {
    try {
      for (var what : List.of("NewTitle", "NewIcon", "NewToolTip")) {
        to.send(Message.signal(to.next(), TrayItem.TARGET, what, ""));
      }
    } catch (IOException e) {
      told(false, e);
    }
  }

  @Override
  public void close() {
    run(this::disconnect);
    lane.shutdown();
  }

  private void run(Runnable work) {
    try {
      lane.execute(work);
    } catch (RejectedExecutionException _) {
      LOG.debug("nothing is shown any more");
    }
  }

  private void connect() {
    try {
      if (socket == null) {
        throw new IOException("this session has no bus");
      }
      var connected = Bus.connect(socket, this::heard);
      bus = connected;
      connected.call(
          Bus.SELF,
          "AddMatch",
          "s",
          "type='signal',member='NameOwnerChanged',arg0='" + WATCHER.name() + "'");
      connected.call(Bus.SELF, "AddMatch", "s", "type='signal',interface='" + WATCHER.face() + "'");
      register();
    } catch (IOException e) {
      told(false, e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Tells the watcher of the item, if anybody looks.
  private void register() {
    var to = bus;
    if (to == null) {
      return;
    }
    try {
      var properties =
          new Message.Target(WATCHER.name(), WATCHER.path(), "org.freedesktop.DBus.Properties");
      var looked =
          to.call(properties, "Get", "ss", WATCHER.face(), "IsStatusNotifierHostRegistered");
      boolean shown = Variant.of(true).equals(looked.body().getFirst());
      if (shown) {
        to.call(WATCHER, "RegisterStatusNotifierItem", "s", to.name());
      }
      told(shown, null);
    } catch (IOException e) { // nobody shows such pictures
      told(false, e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void told(boolean now, @Nullable IOException why) {
    if (why != null) {
      LOG.debug("no picture in a tray: {}", why.getMessage());
    }
    if (there == null || there != now) {
      there = now;
      deeds.there().accept(now);
    }
  }

  private void heard(Message message) {
    if (message.type() == Message.Type.CALL) {
      run(() -> answer(message));
    } else if (isAboutWatcher(message)) {
      run(this::register);
    }
  }

  private static boolean isAboutWatcher(Message signal) {
    return switch (signal.member()) {
      case "NameOwnerChanged" ->
          !signal.body().isEmpty() && WATCHER.name().equals(signal.body().getFirst());
      case "StatusNotifierHostRegistered", "StatusNotifierHostUnregistered" ->
          signal.face().equals(WATCHER.face());
      default -> false;
    };
  }

  private void answer(Message call) {
    var to = bus;
    if (to == null) {
      return;
    }
    try {
      to.send(answer(call, to.next()));
    } catch (IOException e) {
      told(false, e);
    }
  }

  private Message answer(Message call, long number) {
    if (call.path().equals(TrayItem.TARGET.path())) {
      return item.answer(call, number);
    }
    return call.path().equals(TrayMenu.TARGET.path())
        ? menu.answer(call, number)
        : call.failure(number, "org.freedesktop.DBus.Error.UnknownObject");
  }

  private void disconnect() {
    var at = bus;
    bus = null;
    if (at != null) {
      try {
        at.close(); // the watcher sees that it is gone
      } catch (IOException e) {
        LOG.debug("not closed: {}", e.getMessage());
      }
    }
  }
}
