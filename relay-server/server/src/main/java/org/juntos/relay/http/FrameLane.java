package org.juntos.relay.http;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The threads that make and send frames, and the streams that wait for them. What one commit of
/// the store has for a stream goes into as few frames as possible, because streams are woken only
/// after everybody of the commit has been told. Thread-safe.
final class FrameLane {
  private static final int STREAMS_OF_A_TASK = 64;

  private static final Logger LOG = LoggerFactory.getLogger(FrameLane.class);

  private final Executor threads;
  private final Executor afterCommits;
  private List<StreamSender> due = new ArrayList<>();

  /// @param threads never wait for anything
  /// @param afterCommits runs what a commit has for streams
  FrameLane(Executor threads, Executor afterCommits) {
    this.threads = threads;
    this.afterCommits = afterCommits;
  }

  /// Runs a turn of `stream` now.
  void now(StreamSender stream) {
    run(threads, List.of(stream));
  }

  /// Runs a turn of `stream` at the next [#flush].
  synchronized void afterCommit(StreamSender stream) {
    due.add(stream);
  }

  /// Runs what waits.
  void flush() {
    var streams = take();
    for (int from = 0; from < streams.size(); from += STREAMS_OF_A_TASK) {
      run(afterCommits, streams.subList(from, Math.min(streams.size(), from + STREAMS_OF_A_TASK)));
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
  private static void run(Executor executor, List<StreamSender> streams) {
    try {
      executor.execute(() -> streams.forEach(FrameLane::turn));
    } catch (RejectedExecutionException _) {
      streams.forEach(StreamSender::end);
    }
  }

  /// One stream must not take the others down, nor the thread that commits.
  private static void turn(StreamSender stream) {
    try {
      stream.turn();
    } catch (RuntimeException bug) {
      LOG.error("event=frame_failed", bug);
      stream.end();
    }
  }
}
