package org.juntos.engine.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.AccountId;

/// How far a message to a group has come at one member.
public record MemberProgress(
    AccountId account, String name, @Nullable Instant deliveredAt, @Nullable Instant seenAt) {}
