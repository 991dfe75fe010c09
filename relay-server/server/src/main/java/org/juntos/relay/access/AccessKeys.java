package org.juntos.relay.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.Consumer;
import org.juntos.relay.limit.Verdict;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.WireLimits;

/// The access keys of accounts. On disk there are only their hashes; of those that were looked at
/// lately the hash is in memory, with the key that opened it last, so that a message costs a look
/// and a comparison. No account, an account without a key and a wrong key look alike. Thread-safe.
public final class AccessKeys {
  private static final int REMEMBERED = 100_000;

  private final AccessKeyStore store;
  private final Consumer<AccountId> replaced;
  private final Cache<AccountId, Lock> locks =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  /// Keys that are kept in `store`.
  ///
  /// @param replaced told of accounts that are opened by another key than before
  public AccessKeys(AccessKeyStore store, Consumer<AccountId> replaced) {
    this.store = store;
    this.replaced = replaced;
  }

  /// Makes `key` the one of `account` from now on.
  ///
  /// @param revision of the key; an older one than is there is refused. 0 is always taken
  public Verdict<AccountId> set(AccountId account, Bytes key, long revision) throws IOException {
    if (key.size() != WireLimits.ACCESS_KEY_BYTES || revision < 0) {
      return Verdict.refused(ErrorCode.MALFORMED, "An access key has 16 bytes.");
    }
    var hash = new KeyHash(Bytes.of(sha256(key.toArray())), revision);
    if (hash.equals(hash(account))) {
      return Verdict.granted(account);
    }
    var outcome = store.set(account, hash);
    forget(account);
    replaced.accept(account);
    return switch (outcome) {
      case SET -> Verdict.granted(account);
      case OLDER ->
          Verdict.refused(ErrorCode.CONFLICT, "This account has a newer access key already.");
      case NO_ACCOUNT -> Verdict.refused(ErrorCode.NOT_FOUND, "There is no such account.");
    };
  }

  /// Looks again the next time: the key of `account` has changed, or the account is gone.
  public void forget(AccountId account) {
    locks.invalidate(account);
  }

  /// The hash of the account's key; none when it has no key.
  public KeyHash hash(AccountId account) throws IOException {
    return lock(account).kept;
  }

  /// Whether `account` has a key, so that its contacts need not ask.
  boolean has(AccountId account) throws IOException {
    return lock(account).hash.length > 0;
  }

  /// Whether `key` opens `account`.
  public boolean opens(AccountId account, Bytes key) throws IOException {
    return lock(account).opens(key.toArray());
  }

  private Lock lock(AccountId account) throws IOException {
    try {
      // one look at a time for each account, so none brings back what #forget has thrown away
      return locks.get(account, this::look);
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  private Lock look(AccountId account) {
    try {
      var hash = store.hash(account);
      return new Lock(hash == null ? KeyHash.NONE : hash);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static byte[] sha256(byte[] key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("this JDK has no SHA-256", impossible);
    }
  }

  /// What opens one account.
  private static final class Lock {
    private final KeyHash kept;
    private final byte[] hash;

    /// The key that opened it last: no key has this length before.
    private volatile byte[] opener = new byte[0];

    /// @param kept none for a lock that nothing opens
    Lock(KeyHash kept) {
      this.kept = kept;
      this.hash = kept.sha256().toArray();
    }

    boolean opens(byte[] key) {
      if (key.length != WireLimits.ACCESS_KEY_BYTES) {
        return false;
      }
      if (MessageDigest.isEqual(opener, key)) {
        return true;
      }
      boolean opens = MessageDigest.isEqual(hash, sha256(key));
      if (opens) {
        opener = key;
      }
      return opens;
    }
  }
}
