package org.juntos.store;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.juntos.store.db.DatabaseThread;
import org.juntos.store.keyslot.Keyring;

/// What a profile needs from outside.
///
/// @param clock names snapshots and key slots
/// @param random makes keys and file names
/// @param keyring of the system
/// @param thread makes the thread that a profile's database is used on
public record Environment(
    InstantSource clock, SecureRandom random, Keyring keyring, Supplier<DatabaseThread> thread) {}
