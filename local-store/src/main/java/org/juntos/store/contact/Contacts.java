package org.juntos.store.contact;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.AccountId;

/// All contacts.
public interface Contacts {
  @Nullable Contact find(AccountId account);

  /// By name, then account.
  List<Contact> all();

  /// Adds or replaces by account.
  void put(Contact contact);

  /// The known key of an account has proved itself since another one was met.
  void proved(AccountId account);

  /// Another key was met, or the person has decided.
  void unproved(AccountId account);

  /// Whether the known key has proved itself since another one was met.
  boolean isProved(AccountId account);

  /// The relay says that an account is deleted: since then, if it has not said so before.
  void gone(AccountId account, Instant now);

  /// An account has shown that it is not.
  void back(AccountId account);

  /// Since when the relay says that an account is deleted; null when it does not.
  @Nullable Instant goneSince(AccountId account);

  /// All accounts of which the relay says so.
  Set<AccountId> gone();

  /// What this account and another hold of each other's profile keys.
  ContactAccess access(AccountId account);

  /// Adds or replaces by account.
  void put(AccountId account, ContactAccess access);

  /// What is doubtful about the devices of an account; null when nothing is.
  @Nullable DeviceDoubt doubt(AccountId account);

  /// All doubts in a state.
  List<DeviceDoubt> doubts(DeviceDoubt.State state);

  /// Adds or replaces by account.
  void put(DeviceDoubt doubt);

  /// Nothing is doubtful about the devices of an account any more.
  void trust(AccountId account);
}
