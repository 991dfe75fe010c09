package org.juntos.relay.blob;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One append to a file at a time: the newest connection wins. A client whose network broke comes
/// back long before the relay would notice that the old connection is dead.
final class RunningAppends {
  private static final long PATIENCE_SECONDS = 5;
  private static final Logger LOG = LoggerFactory.getLogger(RunningAppends.class);

  private final ConcurrentMap<String, Turn> running = new ConcurrentHashMap<>();

  /// Cuts off whoever appends to `id`, waits until that has ended, and takes the turn.
  ///
  /// @param content what will be appended; closed when this turn is cut off
  Turn takeOver(String id, InputStream content) {
    var turn = new Turn(id, content);
    var older = running.put(id, turn);
    turn.free = older == null || older.cutOff();
    return turn;
  }

  /// The right to append, until it is closed.
  final class Turn implements AutoCloseable {
    private final String id;
    private final InputStream content;
    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean free;

    private Turn(String id, InputStream content) {
      this.id = id;
      this.content = content;
    }

    /// Whether nobody else appends any more.
    boolean isFree() {
      return free;
    }

    private boolean cutOff() {
      try {
        content.close();
        return ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (IOException failed) {
        LOG.debug("event=cut_off_failed", failed);
        return false;
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return false;
      }
    }

    @Override
    public void close() {
      ended.countDown();
      running.remove(id, this);
    }
  }
}
