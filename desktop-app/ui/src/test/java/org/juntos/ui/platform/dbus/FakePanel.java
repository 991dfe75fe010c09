package org.juntos.ui.platform.dbus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// A panel that shows items: the watcher of a desktop, and the host that looks at what it watches.
final class FakePanel implements AutoCloseable {
  private static final String PROPERTIES = "org.freedesktop.DBus.Properties";

  final BlockingQueue<String> registered = new LinkedBlockingQueue<>();
  final BlockingQueue<String> signals = new LinkedBlockingQueue<>();
  private volatile boolean looking = true;
  private final Bus bus;

  FakePanel(Path socket) throws IOException, InterruptedException {
    bus = Bus.connect(socket, this::heard);
    bus.call(Bus.SELF, "AddMatch", "s", "interface='" + TrayItem.TARGET.face() + "'");
  }

  void appear() throws IOException, InterruptedException {
    bus.call(Bus.SELF, "RequestName", "su", DbusTray.WATCHER.name(), 2L);
  }

  void disappear() throws IOException, InterruptedException {
    bus.call(Bus.SELF, "ReleaseName", "s", DbusTray.WATCHER.name());
  }

  /// Whether anybody looks at what is watched.
  void look(boolean now) throws IOException {
    looking = now;
    var said = now ? "StatusNotifierHostRegistered" : "StatusNotifierHostUnregistered";
    bus.send(Message.signal(bus.next(), DbusTray.WATCHER, said, ""));
  }

  Message asks(String of, Message.Target object, String member, String signature, Object... body)
      throws IOException, InterruptedException {
    return bus.call(new Message.Target(of, object.path(), object.face()), member, signature, body);
  }

  Object property(String of, Message.Target object, String name)
      throws IOException, InterruptedException {
    var properties = new Message.Target(of, object.path(), PROPERTIES);
    var said = bus.call(properties, "Get", "ss", object.face(), name).body().getFirst();
    return ((Variant) said).value();
  }

  Object properties(String of, Message.Target object) throws IOException, InterruptedException {
    var properties = new Message.Target(of, object.path(), PROPERTIES);
    return bus.call(properties, "GetAll", "s", object.face()).body().getFirst();
  }

  private void heard(Message message) {
    if (message.type() == Message.Type.SIGNAL) {
      if (message.face().equals(TrayItem.TARGET.face())) {
        signals.add(message.member());
      }
      return;
    }
    try {
      bus.send(answer(message));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Message answer(Message call) {
    if (call.member().equals("Get")
        && call.body().equals(List.of(DbusTray.WATCHER.face(), "IsStatusNotifierHostRegistered"))) {
      return call.answer(bus.next(), "v", Variant.of(looking));
    }
    if (call.member().equals("RegisterStatusNotifierItem")) {
      registered.add(call.body().getFirst().toString());
      return call.answer(bus.next(), "");
    }
    return call.failure(bus.next(), "org.freedesktop.DBus.Error.UnknownMethod");
  }

  @Override
  public void close() throws IOException {
    bus.close();
  }
}
