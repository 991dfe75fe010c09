package org.juntos.engine.intent;

/// Where a one-time code is to go; as typed, the relay says whether there is such an address.
public sealed interface CodeTarget {
  /// What was typed.
  String text();

  /// @param text with the country code
  record PhoneNumber(String text) implements CodeTarget {
    public PhoneNumber {
      text = text.strip();
    }
  }

  /// @param text like `ana@example.org`
  record EmailAddress(String text) implements CodeTarget {
    public EmailAddress {
      text = text.strip();
    }
  }

  /// What somebody typed who was asked for either: an e-mail address has an @.
  static CodeTarget typed(String text) {
    return text.contains("@") ? new EmailAddress(text) : new PhoneNumber(text);
  }
}
