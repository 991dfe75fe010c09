package org.juntos.cli.daemon;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.juntos.cli.output.Line;
import org.juntos.cli.output.Output;
import org.juntos.cli.verb.Describe;
import org.juntos.cli.verb.DescribeMarks;
import org.juntos.cli.verb.Refusal;
import org.juntos.content.MessageId;
import org.juntos.engine.model.ConnectionView;
import org.juntos.engine.model.Event;
import org.juntos.engine.model.Live;
import org.juntos.engine.model.Models;

/// What happens, as notifications in the order of the engine. Writing has a thread of its own, so
/// that a slow reader never holds up the engine.
final class Notifications implements AutoCloseable {
  private final BlockingQueue<Line> queue = new LinkedBlockingQueue<>();
  private final Output output;
  private final Live.Watch events;
  private final Live.Watch connection;
  private final Thread writer;

  Notifications(Models models, Output output) {
    this.output = output;
    this.events = models.events(event -> queue.add(line(event)));
    this.connection = models.connection().watch(view -> queue.add(line(view)));
    this.writer = Thread.ofVirtual().name("notifications").start(this::write);
  }

  private void write() {
    try {
      writeUntilInterrupted();
      for (var line = queue.poll(); line != null; line = queue.poll()) {
        output.print(line);
      }
    } catch (IOException _) {
      queue.clear(); // nobody reads any more; the end of the input ends the daemon
    }
  }

  private void writeUntilInterrupted() throws IOException {
    try {
      while (true) {
        output.print(queue.take());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static Line line(Event event) {
    return switch (event) {
      case Event.MessageReceived(var conversation, var entry) ->
          line("message", Describe.entry(conversation, entry).json());
      case Event.MessagesRemoved(var conversation, var messages) ->
          line(
              "removed",
              Map.of(
                  "conversation",
                  conversation.toString(),
                  "ids",
                  messages.stream().map(MessageId::toString).sorted().toList()));
      case Event.MessageProgressed(var conversation, var message, var progress) -> {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", message.toString());
        json.put("conversation", conversation.toString());
        json.putAll(Describe.progress(progress));
        yield line("progress", json);
      }
      case Event.MessageChanged(var change) ->
          line("messageChanged", DescribeMarks.change(change).json());
      case Event.ContactChanged(var _, var contact) ->
          line("contact", Describe.contact(contact).json());
      case Event.TransferMoved(var conversation, var attachment) -> {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", attachment.message().toString());
        json.put("conversation", conversation.toString());
        json.putAll(Describe.attachment(attachment, null));
        yield line("transfer", json);
      }
      case Event.DevicesChanged() -> line("devices", Map.of());
      case Event.CaughtUp() -> line("caughtUp", Map.of());
      case Event.Trouble(var problem) -> line("trouble", new Refusal(problem).line().json());
    };
  }

  private static Line line(ConnectionView view) {
    var json = new LinkedHashMap<String, Object>();
    switch (view.state()) {
      case ConnectionView.State.Online() -> json.put("state", "online");
      case ConnectionView.State.Connecting() -> json.put("state", "connecting");
      case ConnectionView.State.Resting() -> json.put("state", "resting");
      case ConnectionView.State.Offline(var why, var retryAt) -> {
        json.put("state", "offline");
        json.put("why", why);
        json.put("retryAt", retryAt.toString());
      }
    }
    var relay = view.current();
    json.put("relay", relay == null ? null : relay.address());
    json.put("waiting", view.waiting());
    json.put("caughtUp", view.caughtUp());
    return line("connection", json);
  }

  private static Line line(String method, Map<String, ?> parameters) {
    var json = new LinkedHashMap<String, Object>();
    json.put("jsonrpc", "2.0");
    json.put("method", method);
    json.put("params", parameters);
    return new Line(json, "");
  }

  /// Returns when all that has happened so far is written.
  @Override
  public void close() {
    events.close();
    connection.close();
    writer.interrupt();
    try {
      writer.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
