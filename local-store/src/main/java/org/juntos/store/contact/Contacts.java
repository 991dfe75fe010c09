package org.juntos.store.contact;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.AccountId;

/// All contacts.
public interface Contacts {
  @Nullable Contact find(AccountId account);

  /// By name, then account.
  List<Contact> all();

  /// Adds or replaces by account.
  void put(Contact contact);
}
