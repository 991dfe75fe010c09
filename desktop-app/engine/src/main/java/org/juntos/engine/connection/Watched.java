package org.juntos.engine.connection;

import org.juntos.wire.AccountId;

/// Somebody whose presence is asked for.
///
/// @param accessKey what opens their account
public record Watched(AccountId account, AccessKey accessKey) {}
