package org.juntos.ui.onboarding;

/// How somebody may get an account, as it is offered to them.
enum Way {
  /// A one-time code.
  CODE("A code", "Send me a code"),
  /// An invite of the relay's admin.
  INVITE("An invite", "Join"),
  /// A user name and its password.
  PASSWORD("A user name and a password", "Join"),
  /// The word of an identity provider.
  OPENID("An account elsewhere", "Sign in"),
  /// Nothing.
  OPEN("Nothing: anybody may join", "Join"),
  /// An account that is on another device; every relay has it, so no offer names it.
  LINK("My other device", "Show a code");

  private final String label;
  private final String action;

  Way(String label, String action) {
    this.label = label;
    this.action = action;
  }

  /// What one joins with.
  String label() {
    return label;
  }

  /// What the button says.
  String action() {
    return action;
  }
}
