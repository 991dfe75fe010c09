package org.juntos.engine.intent;

import java.util.List;
import org.juntos.wire.AccountId;

/// Who is to see statuses.
///
/// @param selected only `accounts`; otherwise all contacts
public record StatusAudience(boolean selected, List<AccountId> accounts) {
  /// Everybody who is a contact.
  public static final StatusAudience CONTACTS = new StatusAudience(false, List.of());

  public StatusAudience {
    accounts = List.copyOf(accounts);
  }

  /// Nobody but these.
  public static StatusAudience only(List<AccountId> accounts) {
    return new StatusAudience(true, accounts);
  }
}
