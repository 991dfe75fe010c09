/// Ways to unlock a profile. The database key is random; each slot keeps it wrapped under another
/// secret.
///
/// `keyslots.json` (and `keyslots.copy.json`, the same again, for when the first is lost) is
/// `{"sum": S, "body": B}`. B: `format` 1, `profile` (UUID), `slots`: for each `id` (UUID), `kind`,
/// `created` (ISO 8601), `salt`, `memoryKib`, `iterations`, `parallelism`, `nonce`, `wrapped`;
/// bytes are Base64. S is the SHA-256 of B's text, to tell a damaged file from a wrong passphrase.
/// `wrapped` is the 32-byte database key under ChaCha20-Poly1305; its associated data names format,
/// profile, slot, kind, cost and salt. The key of a `PASSPHRASE` slot is Argon2id of the
/// passphrase, that of a `KEYRING` slot 32 random bytes that the keyring of the system keeps.
@NullMarked
package org.juntos.store.keyslot;

import org.jspecify.annotations.NullMarked;
