package org.juntos.engine.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.juntos.content.ConversationId;
import org.juntos.wire.AccountId;

/// What one look at the outbox led to.
///
/// @param groups of which the relay has to be asked first
/// @param unestablished recipients without a session
/// @param anonymous whether there is something for the anonymous stream, which is not open
/// @param certificateRefused whether the sender certificate has to be fetched again
/// @param more whether there may be more to send right after
/// @param nextDue when the next job is due; [Instant#MAX] when none is known
record Plan(
    List<Parcel> parcels,
    Set<ConversationId> groups,
    Set<AccountId> unestablished,
    boolean anonymous,
    boolean certificateRefused,
    boolean more,
    Instant nextDue) {}
