package org.juntos.engine.outbox;

import java.util.List;
import org.juntos.engine.connection.AccessKey;
import org.juntos.engine.connection.OutgoingEnvelope;
import org.juntos.store.outbox.Outbox;
import org.juntos.store.outbox.Recipient;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Jobs to one account that leave together: the relay accepts all of them or none, so their order
/// holds.
///
/// @param accessKey what opens the account to this one; none when there is no such key
/// @param endorsement leave of a group to send to the account; empty when there is none
record Batch(
    AccountId to,
    List<Outbox.Job> jobs,
    List<OutgoingEnvelope> envelopes,
    AccessKey accessKey,
    Bytes endorsement)
    implements Parcel {
  Batch {
    jobs = List.copyOf(jobs);
    envelopes = List.copyOf(envelopes);
  }

  @Override
  public Recipient recipient() {
    return new Recipient.Person(to);
  }

  /// Whether it goes under this account's name: it asks to be let in.
  boolean isNamed() {
    return accessKey.isNone() && endorsement.isEmpty();
  }
}
