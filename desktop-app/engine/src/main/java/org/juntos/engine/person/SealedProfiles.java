package org.juntos.engine.person;

import org.jspecify.annotations.Nullable;
import org.juntos.content.ProfileKey;
import org.juntos.content.SharedProfile;
import org.juntos.crypto.profile.ProfileCipher;
import org.juntos.engine.connection.ProfileApi.StoredProfile;
import org.juntos.wire.AccountId;

/// Profiles as the relay has them.
final class SealedProfiles {
  private SealedProfiles() {}

  static StoredProfile seal(
      ProfileKey key, AccountId account, long version, SharedProfile profile) {
    return new StoredProfile(version, ProfileCipher.seal(key, account, version, profile.padded()));
  }

  /// Null when it is not what the holder of the key made of this account in this version.
  static @Nullable SharedProfile open(ProfileKey key, AccountId account, StoredProfile stored) {
    var padded = ProfileCipher.open(key, account, stored.version(), stored.sealed());
    return padded == null ? null : SharedProfile.read(padded);
  }
}
