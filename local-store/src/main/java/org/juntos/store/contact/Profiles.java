package org.juntos.store.contact;

import java.util.List;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Profiles of people, and this account's own.
public interface Profiles {
  /// What is known of the profile of `account`.
  KnownProfile of(AccountId account);

  /// JPEG; empty when there is none.
  Bytes picture(AccountId account);

  /// Adds or replaces by account; the picture stays.
  void put(AccountId account, KnownProfile profile);

  /// Takes a version of somebody's profile in place of the one before. The version since which the
  /// picture is this one stays when the picture does.
  void take(AccountId account, long version, String about, Bytes picture);

  /// Accounts of which a newer profile was heard of.
  List<AccountId> due();

  /// Forgets what is known of `account`.
  void forget(AccountId account);
}
