package org.juntos.relay.discovery;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Entries of accounts that can be found by their number, durable. One goes with its account, and
/// when the account moves to another number or address. Thread-safe.
public interface DiscoveryStore {
  /// Lists `account`, in place of an entry from before.
  ///
  /// @param subject keyed hash of the number
  /// @return false, and nothing is changed, when the account was not made with that number
  boolean put(AccountId account, Bytes subject, Listed listed) throws IOException;

  /// Whether it was listed.
  boolean remove(AccountId account) throws IOException;

  /// How many are listed.
  long size() throws IOException;

  /// Entries of some buckets, but for those of accounts that are `hidden`.
  List<Bytes> entries(List<Bytes> buckets, Predicate<AccountId> hidden) throws IOException;

  /// Forgets entries that were made with another key: nobody can open them any more.
  void keepOnly(Bytes keyId) throws IOException;

  /// @param bucket one of the smallest, under a name that only the key tells
  /// @param keyId of the key that it was made with
  record Listed(Bytes bucket, Bytes entry, Bytes keyId) {}
}
