package org.juntos.engine.device;

import java.security.SecureRandom;
import org.juntos.content.ProfileKey;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.store.Transaction;
import org.juntos.wire.Bytes;

/// This account's own profile key, which lets its contacts in. It has a revision, so that another
/// one can take its place: contacts are given the newest one that the relay knows, and no other.
public final class OwnAccess {
  private static final String KEY = "access.profileKey";
  private static final String REVISION = "access.revision";
  private static final String AT_RELAY = "access.revisionAtRelay";
  private static final long FIRST = 1;

  private OwnAccess() {}

  /// A key of a revision.
  public record Revised(ProfileKey key, long revision) {
    /// No key; no contact was ever given this revision.
    static final Revised NONE = new Revised(ProfileKey.NONE, 0);
  }

  /// The newest key; made when there is none.
  static Revised newest(Transaction txn, SecureRandom random) {
    var known = newest(txn);
    if (!known.key().isNone()) {
      return known;
    }
    try (var made = SecretBytes.random(ProfileKey.BYTES, random)) {
      return made.use(bytes -> {
        txn.settings().putBlob(KEY, bytes);
        txn.settings().put(REVISION, Long.toString(FIRST));
        return new Revised(new ProfileKey(Bytes.of(bytes)), FIRST);
      });
    }
  }

  /// The same key as the other devices of the account have.
  public static void join(Transaction txn, ProfileKey key, long revision) {
    if (!key.isNone()) {
      txn.settings().putBlob(KEY, key.value().toArray());
      txn.settings().put(REVISION, Long.toString(revision));
    }
  }

  /// The newest key; none when none was made yet.
  public static Revised newest(Transaction txn) {
    var key = txn.settings().blob(KEY);
    return key == null
        ? Revised.NONE
        : new Revised(new ProfileKey(Bytes.of(key)), number(txn, REVISION));
  }

  /// What contacts are given: none as long as the relay does not let anybody in with the newest.
  public static Revised given(Transaction txn) {
    var newest = newest(txn);
    return newest.revision() == number(txn, AT_RELAY) ? newest : Revised.NONE;
  }

  /// The relay lets in whoever holds the key of this revision; 0 when it lets in nobody.
  static void atRelay(Transaction txn, long revision) {
    if (number(txn, AT_RELAY) != revision) {
      txn.settings().put(AT_RELAY, Long.toString(revision));
    }
  }

  private static long number(Transaction txn, String setting) {
    var text = txn.settings().get(setting);
    return text == null ? 0 : Long.parseLong(text);
  }
}
