package org.juntos.crypto.group;

import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Somebody in a group.
///
/// @param ciphertext as the relay knows them
/// @param joinedAt revision of the change that let them in
public record Member(AccountId account, Bytes ciphertext, boolean admin, int joinedAt) {}
