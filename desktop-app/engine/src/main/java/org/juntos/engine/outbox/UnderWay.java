package org.juntos.engine.outbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.juntos.engine.connection.SendOutcome;
import org.juntos.engine.connection.SendRequest;
import org.juntos.engine.connection.SendToMany;

/// Parcels that one stream was given and that have no outcome yet. Requests of a stream are counted
/// by themselves: nothing in the numbers of one tells of the other. For the sender's thread only.
final class UnderWay {
  private final Predicate<List<SendRequest>> stream;
  private final Predicate<SendToMany> toMany;
  private final Map<Long, Parcel> parcels = new HashMap<>();
  private long last;

  /// @param stream takes requests; whether it did
  /// @param toMany takes a message for many; whether it did
  UnderWay(Predicate<List<SendRequest>> stream, Predicate<SendToMany> toMany) {
    this.stream = stream;
    this.toMany = toMany;
  }

  /// Hands parcels over; whether they were taken.
  boolean send(List<Parcel> more) {
    var requests = new ArrayList<SendRequest>();
    boolean taken = true;
    for (var parcel : more) {
      last++;
      parcels.put(last, parcel);
      switch (parcel) {
        case Batch batch ->
            requests.add(
                new SendRequest(last, batch.envelopes(), batch.accessKey(), batch.endorsement()));
        case Post post ->
            taken &=
                toMany.test(new SendToMany(last, post.id(), post.message(), post.endorsement()));
      }
    }
    return (requests.isEmpty() || stream.test(requests)) && taken;
  }

  /// Whether it is an outcome of one of them.
  boolean knows(SendOutcome outcome) {
    return parcels.containsKey(outcome.requestId());
  }

  Parcel of(SendOutcome outcome) {
    var parcel = parcels.get(outcome.requestId());
    if (parcel == null) {
      throw new IllegalStateException("no request " + outcome.requestId());
    }
    return parcel;
  }

  void settled(SendOutcome outcome) {
    parcels.remove(outcome.requestId());
  }

  /// The stream is gone: all may be sent again on another.
  void forget() {
    parcels.clear();
  }

  Collection<Parcel> parcels() {
    return parcels.values();
  }
}
