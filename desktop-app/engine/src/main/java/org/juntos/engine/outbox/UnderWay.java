package org.juntos.engine.outbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.juntos.engine.connection.SendOutcome;
import org.juntos.engine.connection.SendRequest;

/// Batches that one stream was given and that have no outcome yet. Requests of a stream are counted
/// by themselves: nothing in the numbers of one tells of the other. For the sender's thread only.
final class UnderWay {
  private final Predicate<List<SendRequest>> stream;
  private final Map<Long, Batch> batches = new HashMap<>();
  private long last;

  /// @param stream takes requests; whether it did
  UnderWay(Predicate<List<SendRequest>> stream) {
    this.stream = stream;
  }

  /// Hands batches over; whether they were taken.
  boolean send(List<Batch> more) {
    var requests = new ArrayList<SendRequest>();
    for (var batch : more) {
      last++;
      batches.put(last, batch);
      requests.add(new SendRequest(last, batch.envelopes(), batch.accessKey()));
    }
    return requests.isEmpty() || stream.test(requests);
  }

  /// Whether it is an outcome of one of them.
  boolean knows(SendOutcome outcome) {
    return batches.containsKey(outcome.requestId());
  }

  Batch of(SendOutcome outcome) {
    var batch = batches.get(outcome.requestId());
    if (batch == null) {
      throw new IllegalStateException("no request " + outcome.requestId());
    }
    return batch;
  }

  void settled(SendOutcome outcome) {
    batches.remove(outcome.requestId());
  }

  /// The stream is gone: all may be sent again on another.
  void forget() {
    batches.clear();
  }

  Collection<Batch> batches() {
    return batches.values();
  }
}
