package org.juntos.engine.outbox;

import java.util.List;
import org.juntos.engine.connection.AccessKey;
import org.juntos.engine.connection.OutgoingEnvelope;
import org.juntos.store.outbox.Outbox;
import org.juntos.wire.AccountId;

/// Jobs to one account that leave together: the relay accepts all of them or none, so their order
/// holds.
///
/// @param accessKey what opens the account to this one; none when it has to be asked
record Batch(
    AccountId to, List<Outbox.Job> jobs, List<OutgoingEnvelope> envelopes, AccessKey accessKey) {
  Batch {
    jobs = List.copyOf(jobs);
    envelopes = List.copyOf(envelopes);
  }
}
