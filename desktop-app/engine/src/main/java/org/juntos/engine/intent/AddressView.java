package org.juntos.engine.intent;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Somebody in the person's address book.
///
/// @param account who of the relay they were found to be; null while that is not known
/// @param contact whether that account is among the contacts, asked or asking
public record AddressView(
    Bytes id,
    String name,
    List<String> phones,
    List<String> emails,
    @Nullable AccountId account,
    boolean contact) {
  public AddressView {
    phones = List.copyOf(phones);
    emails = List.copyOf(emails);
  }
}
