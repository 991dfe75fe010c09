package org.juntos.relay.account;

import org.juntos.wire.Bytes;

/// What somebody has with them who wants the number or address of an account.
///
/// @param shown hash of the proof that opens the lock; empty when there is none
/// @param next hash of the proof that guards the new account from then on; empty for none
/// @param today day since 1970-01-01, UTC
/// @param holdDays how many days a lock holds after the account was last seen
public record LockKeys(Bytes shown, Bytes next, long today, int holdDays) {}
