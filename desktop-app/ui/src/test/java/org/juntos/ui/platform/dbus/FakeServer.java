package org.juntos.ui.platform.dbus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// A notification server that keeps what it is told.
final class FakeServer implements AutoCloseable {
  private static final long REPLACE_EXISTING = 2;

  final BlockingQueue<Shown> shown = new LinkedBlockingQueue<>();
  final BlockingQueue<Long> closed = new LinkedBlockingQueue<>();
  final BlockingQueue<Message> counts = new LinkedBlockingQueue<>();
  volatile List<String> capabilities =
      List.of("actions", "body", "body-markup", "inline-reply", "persistence");
  private final Bus bus;
  private long last;

  record Shown(
      long id, long replaces, String title, String body, List<?> actions, Map<?, ?> hints) {}

  FakeServer(Path socket) throws IOException, InterruptedException {
    bus = Bus.connect(socket, this::heard);
    bus.call(Bus.SELF, "AddMatch", "s", "interface='" + DbusNotifier.LAUNCHER.face() + "'");
    appear();
  }

  void appear() throws IOException, InterruptedException {
    bus.call(Bus.SELF, "RequestName", "su", DbusNotifier.SERVER.name(), REPLACE_EXISTING);
  }

  void disappear() throws IOException, InterruptedException {
    bus.call(Bus.SELF, "ReleaseName", "s", DbusNotifier.SERVER.name());
  }

  void signals(String member, String signature, Object... body) throws IOException {
    bus.send(Message.signal(bus.next(), DbusNotifier.SERVER, member, signature, body));
  }

  private void heard(Message message) {
    if (message.type() == Message.Type.SIGNAL) {
      if (message.face().equals(DbusNotifier.LAUNCHER.face())) {
        counts.add(message);
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
    return switch (call.member()) {
      case "Notify" -> call.answer(bus.next(), "u", show(call.body()));
      case "GetCapabilities" -> call.answer(bus.next(), "as", capabilities);
      default -> {
        closed.add((Long) call.body().getFirst());
        yield call.answer(bus.next(), "");
      }
    };
  }

  private long show(List<Object> body) {
    long replaces = (Long) body.get(1);
    long id = replaces == 0 ? ++last : replaces;
    shown.add(
        new Shown(
            id,
            replaces,
            body.get(3).toString(),
            body.get(4).toString(),
            (List<?>) body.get(5),
            (Map<?, ?>) body.get(6)));
    return id;
  }

  @Override
  public void close() throws IOException {
    bus.close();
  }
}
