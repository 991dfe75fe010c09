package org.juntos.store.group;

import org.juntos.wire.AccountId;

/// Somebody in a group.
///
/// @param joinedAt revision of the change that let them in
public record StoredMember(AccountId account, boolean admin, int joinedAt) {}
