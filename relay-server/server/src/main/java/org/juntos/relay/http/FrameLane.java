package org.juntos.relay.http;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/// The threads that make and send frames, and the streams that wait for them. What one commit of
/// the store has for a stream goes into as few frames as possible, because streams are woken only
/// after everybody of the commit has been told. Thread-safe.
final class FrameLane {
  private static final int STREAMS_OF_A_TASK = 64;

  private final Executor threads;
  private List<StreamSender> due = new ArrayList<>();

  /// @param threads never wait for anything
  FrameLane(Executor threads) {
    this.threads = threads;
  }

  /// Runs a turn of `stream` now.
  void now(StreamSender stream) {
    run(List.of(stream));
  }

  /// Runs a turn of `stream` at the next [#flush].
  synchronized void afterCommit(StreamSender stream) {
    due.add(stream);
  }

  /// Runs what waits.
  void flush() {
    var streams = take();
    for (int from = 0; from < streams.size(); from += STREAMS_OF_A_TASK) {
      run(streams.subList(from, Math.min(streams.size(), from + STREAMS_OF_A_TASK)));
    }
  }

  private synchronized List<StreamSender> take() {
    if (due.isEmpty()) {
      return List.of();
    }
    var taken = due;
    due = new ArrayList<>(taken.size());
    return taken;
  }

  /// The relay is stopping when its threads take no more; the streams are about to end then.
  private void run(List<StreamSender> streams) {
    try {
      threads.execute(() -> streams.forEach(StreamSender::turn));
    } catch (RejectedExecutionException _) {
      streams.forEach(StreamSender::end);
    }
  }
}
