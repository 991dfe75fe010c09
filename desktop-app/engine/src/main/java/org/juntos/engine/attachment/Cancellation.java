package org.juntos.engine.attachment;

import java.io.InterruptedIOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Which running transfers the person has stopped. Thread-safe.
public final class Cancellation {
  private final Set<TransferKey> cancelled = ConcurrentHashMap.newKeySet();

  void cancel(TransferKey key) {
    cancelled.add(key);
  }

  void forget(TransferKey key) {
    cancelled.remove(key);
  }

  boolean isCancelled(TransferKey key) {
    return cancelled.contains(key);
  }

  /// Ends the copying of a transfer that was stopped.
  void check(TransferKey key) throws InterruptedIOException {
    if (cancelled.contains(key)) {
      throw new InterruptedIOException("stopped by the person");
    }
  }
}
