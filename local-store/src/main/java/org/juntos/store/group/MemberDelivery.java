package org.juntos.store.group;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.AccountId;

/// How far a message has come at one member.
public record MemberDelivery(
    AccountId account, @Nullable Instant delivered, @Nullable Instant seen) {}
