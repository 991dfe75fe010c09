package org.juntos.bench.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.juntos.wire.proto.RelayFrame;

/// Devices that come, take everything that waits for them, and go.
public final class Drain {
  private static final int AT_ONCE = 64;

  private final Target target;
  private final Semaphore places = new Semaphore(AT_ONCE);

  /// From the server at `target`.
  public Drain(Target target) {
    this.target = target;
  }

  /// Drains all of `mailboxes`, 64 at once; how many messages came.
  ///
  /// @throws IOException when a stream broke, or a message is missing, out of order or repeated
  public long all(List<Mailbox> mailboxes) throws IOException, InterruptedException {
    var running = new ArrayList<Future<Long>>(mailboxes.size());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var mailbox : mailboxes) {
        running.add(threads.submit(() -> one(mailbox)));
      }
    }
    long messages = 0;
    for (var one : running) {
      messages += result(one);
    }
    return messages;
  }

  private static long result(Future<Long> done) throws IOException, InterruptedException {
    try {
      return done.get();
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
  }

  private long one(Mailbox mailbox) throws IOException, InterruptedException {
    places.acquire();
    try (var socket = LightSocket.open(target, mailbox.account().token())) {
      var inbox = new Inbox(mailbox.firstRequest(), mailbox.stride());
      boolean empty = false;
      while (!empty) {
        var frame = socket.receive();
        if (frame == null) {
          throw new IOException("the server closed a stream");
        }
        empty = take(RelayFrame.parseFrom(frame), inbox, socket);
      }
      return inbox.messages();
    } finally {
      places.release();
    }
  }

  private static boolean take(RelayFrame frame, Inbox inbox, LightSocket socket)
      throws IOException {
    if (frame.getDeliveriesCount() > 0) {
      socket.send(inbox.take(frame));
    }
    return frame.getQueueEmpty();
  }
}
