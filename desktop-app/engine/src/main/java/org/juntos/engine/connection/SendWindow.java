package org.juntos.engine.connection;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// How much may be on its way without an outcome. A slow relay or network so slows its senders down
/// instead of filling memory.
final class SendWindow {
  static final long LIMIT_BYTES = 4L * 1024 * 1024;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<Long, Integer> pending = new HashMap<>();
  private long bytes;
  private boolean closed;

  /// Waits until there is room, or nothing else is on its way, and takes it.
  void take(List<SendRequest> requests) throws IOException {
    var sizes = new HashMap<Long, Integer>();
    requests.forEach(request -> sizes.put(request.requestId(), request.wireBytes()));
    take(sizes);
  }

  /// The same for one message for many.
  void take(SendToMany request) throws IOException {
    take(Map.of(request.requestId(), request.wireBytes()));
  }

  private void take(Map<Long, Integer> sizes) throws IOException {
    long more = sizes.values().stream().mapToLong(Integer::longValue).sum();
    lock.lock();
    try {
      while (!closed && bytes > 0 && bytes + more > LIMIT_BYTES) {
        changed.await();
      }
      if (closed) {
        throw new IOException("the stream is closed");
      }
      pending.putAll(sizes);
      bytes += more;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting to send");
    } finally {
      lock.unlock();
    }
  }

  /// Gives back what these requests took.
  void release(List<SendOutcome> outcomes) {
    lock.lock();
    try {
      for (var outcome : outcomes) {
        var taken = pending.remove(outcome.requestId());
        bytes -= taken == null ? 0 : taken;
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Nobody waits any more.
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
