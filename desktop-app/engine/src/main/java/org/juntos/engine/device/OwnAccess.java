package org.juntos.engine.device;

import java.security.SecureRandom;
import java.util.Arrays;
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
    return make(txn, FIRST, random);
  }

  private static Revised make(Transaction txn, long revision, SecureRandom random) {
    try (var made = SecretBytes.random(ProfileKey.BYTES, random)) {
      var key = made.use(bytes -> new ProfileKey(Bytes.of(bytes)));
      join(txn, key, revision);
      return new Revised(key, revision);
    }
  }

  /// Makes another key: whoever has none but those before is let in no more, as soon as the relay
  /// knows it.
  ///
  /// @param beyond revisions up to this one are used up
  public static Revised rotate(Transaction txn, long beyond, SecureRandom random) {
    return make(txn, Math.max(newest(txn).revision(), beyond) + 1, random);
  }

  /// The same key as the other devices of the account have.
  public static void join(Transaction txn, ProfileKey key, long revision) {
    if (!key.isNone()) {
      txn.settings().putBlob(KEY, key.value().toArray());
      txn.settings().put(REVISION, Long.toString(revision));
    }
  }

  /// Another device of the account has made a key. Of two of the same revision, made at the same
  /// time, all devices go on with the same one, and whoever was given the other is given this.
  public static void learn(Transaction txn, ProfileKey key, long revision) {
    var known = newest(txn);
    boolean tie = revision == known.revision() && !key.equals(known.key());
    if (revision > known.revision() || (tie && isGreater(key, known.key()))) {
      join(txn, key, revision);
      if (tie) {
        atRelay(txn, 0);
        giveAgain(txn, revision);
      }
    }
  }

  private static boolean isGreater(ProfileKey one, ProfileKey other) {
    return Arrays.compareUnsigned(one.value().toArray(), other.value().toArray()) > 0;
  }

  private static void giveAgain(Transaction txn, long revision) {
    for (var contact : txn.contacts().all()) {
      var access = txn.contacts().access(contact.account());
      if (access.given() >= revision) {
        txn.contacts().put(contact.account(), access.given(revision - 1));
      }
    }
  }

  /// Whether a setting says which key is the newest, or which the relay knows.
  public static boolean isAbout(String setting) {
    return setting.equals(REVISION) || setting.equals(AT_RELAY);
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
