package org.juntos.engine.profile;

import org.juntos.store.Transaction;

/// What the profile's settings hold about the profile itself.
public final class ProfileSettings {
  /// The person's own name, as new contacts see it.
  public static final String NAME = "profile.name";

  static final String RELAY = "profile.relay";
  static final String TRUST_ROOT = "profile.trustRoot";
  static final String DEVICE_SECRET = "profile.deviceSecret";
  static final String STAGE = "profile.stage";
  static final String STAGE_REGISTERED = "registered";

  private ProfileSettings() {}

  /// The person's own name.
  public static String name(Transaction txn) {
    var name = txn.settings().get(NAME);
    return name == null ? "" : name;
  }
}
