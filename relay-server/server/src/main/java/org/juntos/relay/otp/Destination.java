package org.juntos.relay.otp;

/// A contact and what limits count it for.
///
/// @param person all addresses of one mailbox are one person
/// @param prefix how the numbers of its block begin, or the domain of an e-mail address
record Destination(Contact contact, String person, String prefix) {
  /// What a log may say of it: the beginning of a number is thousands of people's, a domain may be
  /// one person's.
  String loggedPrefix() {
    return contact.kind() == ContactKind.PHONE ? prefix : "-";
  }
}
