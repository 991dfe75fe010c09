package org.juntos.relay.otp;

/// Where a code goes.
///
/// @param address E.164, or an e-mail address in lower case
public record Contact(ContactKind kind, String address) {
  /// Does not tell the address.
  @Override
  public String toString() {
    return "Contact(" + kind.text() + ")";
  }
}
