package org.juntos.relay.admission;

/// How somebody may get an account. Several may be on at once.
public enum Way {
  /// A one-time code to a phone or an e-mail address, whichever has a sender.
  CODE("code"),
  /// An invite of the operator's, good for some accounts and some time.
  INVITE("invite"),
  /// A user name of the operator's, and its password.
  PASSWORD("password"),
  /// The word of an identity provider.
  OPENID("openid"),
  /// Whoever asks.
  OPEN("open");

  private final String policy;

  Way(String policy) {
    this.policy = policy;
  }

  /// How the relay's info names it; a code has one name for each kind of address instead.
  public String policy() {
    return policy;
  }
}
