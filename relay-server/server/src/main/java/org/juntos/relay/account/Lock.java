package org.juntos.relay.account;

import org.juntos.wire.AccountId;

/// The lock on an account, as it stands.
///
/// @param triesLeft 0: shut, whatever comes
/// @param untilDay the first day (since 1970-01-01, UTC) on which it holds no more if nobody uses
///   the account meanwhile
/// @param opened whether the proof that came was the right one
public record Lock(AccountId account, int triesLeft, long untilDay, boolean opened) {}
