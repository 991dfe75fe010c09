package org.juntos.engine.attachment;

import java.io.InterruptedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.juntos.store.history.Entry;

/// Which running transfers the person has stopped. Thread-safe.
public final class Cancellation {
  private final ReentrantLock lock = new ReentrantLock();
  private final Set<TransferKey> cancelled = new HashSet<>();
  private final Map<TransferKey, Thread> workers = new HashMap<>();

  /// Stops all that is under way for a message; its state is committed already.
  public void cancel(Entry entry) {
    entry.attachments().forEach(stored -> cancel(new TransferKey(entry.id(), stored.index())));
  }

  void cancel(TransferKey key) {
    lock.lock();
    try {
      cancelled.add(key);
      var worker = workers.get(key);
      if (worker != null) {
        worker.interrupt();
      }
    } finally {
      lock.unlock();
    }
  }

  void forget(TransferKey key) {
    lock.lock();
    try {
      cancelled.remove(key);
    } finally {
      lock.unlock();
    }
  }

  boolean isCancelled(TransferKey key) {
    lock.lock();
    try {
      return cancelled.contains(key);
    } finally {
      lock.unlock();
    }
  }

  /// Ends the copying of a transfer that was stopped.
  void check(TransferKey key) throws InterruptedIOException {
    if (isCancelled(key)) {
      throw new InterruptedIOException("stopped by the person");
    }
  }

  /// From here to [#end], stopping it interrupts the calling thread. Whoever calls this looks next
  /// whether it is still wanted.
  void begin(TransferKey key) {
    lock.lock();
    try {
      cancelled.remove(key);
      workers.put(key, Thread.currentThread());
    } finally {
      lock.unlock();
    }
  }

  /// An interrupt that stopping has led to is over: it was meant for the work, not for the thread.
  void end(TransferKey key) {
    lock.lock();
    try {
      workers.remove(key);
      if (cancelled.remove(key)) {
        Thread.interrupted();
      }
    } finally {
      lock.unlock();
    }
  }
}
