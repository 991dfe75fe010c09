package org.juntos.store.address;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.AddressEntry;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// People whom the person has in their own address book, known at the relay or not.
public interface AddressBook {
  /// By name.
  List<Known> all();

  @Nullable Known find(Bytes id);

  /// Adds or replaces by id. Whom they were found to be stays.
  void put(AddressEntry entry);

  /// They were found to be this account.
  void match(Bytes id, AccountId account);

  /// Whether it was there.
  boolean remove(Bytes id);

  int size();

  /// @param account who they were found to be; null while that is not known
  record Known(AddressEntry entry, @Nullable AccountId account) {}
}
