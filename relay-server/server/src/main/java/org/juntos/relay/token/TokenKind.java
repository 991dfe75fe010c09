package org.juntos.relay.token;

/// What a token is for; a token of one kind is never good for another.
public enum TokenKind {
  /// Lets its bearer make an account.
  ADMISSION("juntos-admission+jwt"),
  /// Lets a device use its account.
  ACCESS("juntos-access+jwt"),
  /// Lets its bearer add a device to an account.
  LINK("juntos-link+jwt");

  private final String type;

  TokenKind(String type) {
    this.type = type;
  }

  /// The `typ` header (RFC 8725, 3.11).
  String type() {
    return type;
  }
}
