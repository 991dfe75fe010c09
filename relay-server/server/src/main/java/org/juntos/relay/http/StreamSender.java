package org.juntos.relay.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;
import org.juntos.relay.mailbox.DeliveryWindow;
import org.juntos.relay.mailbox.MailboxStore;

/// Sends what waits for one stream, one frame at a time: the next frame is made when the socket has
/// taken the last one, so a slow device costs one frame and one window of memory.
final class StreamSender {
  private static final int READ_BYTES = 256 * 1024;

  private final Reading mailbox;
  private final CoreSession session;
  private final Outgoing outgoing;
  private final DeliveryWindow window;
  private final Intake intake;
  private final Lanes lanes;
  private final AtomicBoolean busy = new AtomicBoolean();
  private final AtomicBoolean scheduled = new AtomicBoolean();
  private volatile boolean ended;

  /// Threads that streams share.
  ///
  /// @param reads reads mailboxes
  /// @param traffic is told what was sent
  record Lanes(FrameLane frames, Executor reads, Traffic traffic) {}

  /// Reads on in one mailbox.
  interface Reading {
    MailboxStore.Page after(long sequence, int maxBytes) throws IOException;
  }

  StreamSender(
      Reading mailbox,
      CoreSession session,
      Outgoing outgoing,
      DeliveryWindow window,
      Intake intake,
      Lanes lanes) {
    this.mailbox = mailbox;
    this.session = session;
    this.outgoing = outgoing;
    this.window = window;
    this.intake = intake;
    this.lanes = lanes;
  }

  /// There may be something to send. Returns at once.
  void wake() {
    if (!ended && scheduled.compareAndSet(false, true)) {
      lanes.frames().now(this);
    }
  }

  /// There will be something to send once the store has told everybody of its commit.
  void wakeAfterCommit() {
    if (!ended && scheduled.compareAndSet(false, true)) {
      lanes.frames().afterCommit(this);
    }
  }

  void end() {
    ended = true;
  }

  /// On a thread of the frame lane.
  void turn() {
    scheduled.set(false);
    if (ended || !busy.compareAndSet(false, true)) {
      return; // whoever is busy looks again when it is done
    }
    var next = outgoing.next();
    if (next == null) {
      readOrRest();
    } else {
      send(next);
    }
  }

  private void readOrRest() {
    if (window.beginRead()) {
      read(lanes.reads());
    } else {
      done();
    }
  }

  private void read(Executor readers) {
    try {
      readers.execute(this::read);
    } catch (RejectedExecutionException _) { // the relay is stopping
      end();
    }
  }

  private void read() {
    try {
      window.page(mailbox.after(window.cursor(), READ_BYTES));
      done();
    } catch (IOException _) { // the store is unwell: the device comes again and reads then
      window.failed();
      session.close(1013, "the mailbox cannot be read now", Callback.NOOP);
    }
  }

  private void send(Outgoing.Next next) {
    var payload = ByteBuffer.wrap(next.frame().toByteArray());
    session.sendFrame(
        new Frame(OpCode.BINARY, payload), Callback.from(() -> sent(next), _ -> end()), false);
  }

  private void sent(Outgoing.Next next) {
    intake.settle(next.sends(), next.intakeBytes());
    lanes.traffic().delivered(next.frame().getDeliveriesCount());
    done();
  }

  private void done() {
    busy.set(false);
    if (outgoing.hasMore() || window.wantsRead()) {
      wake();
    }
  }
}
