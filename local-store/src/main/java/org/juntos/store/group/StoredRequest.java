package org.juntos.store.group;

import java.time.Instant;
import org.juntos.wire.AccountId;

/// Somebody who waits to be let into a group.
public record StoredRequest(AccountId account, Instant at) {}
