package org.juntos.engine.connection;

import java.io.IOException;
import org.juntos.engine.connection.RelayResult.Done;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// What an account shows its contacts, and what lets them in. As requests of [RelayApi] in all
/// else.
public interface ProfileApi {
  /// Lets in from now on whoever shows this key, and nobody who shows one from before.
  ///
  /// @param revision of the profile key that it follows from; an older one than the relay has is
  ///   refused
  RelayResult<Done> putAccessKey(AccessKey accessKey, long revision) throws IOException;

  /// Has the relay tell contacts when this account is here, or not.
  RelayResult<Done> hidePresence(boolean hidden) throws IOException;

  /// Takes the place of an older profile of one's own.
  RelayResult<Done> put(StoredProfile profile) throws IOException;

  /// One's own profile.
  RelayResult<StoredProfile> own(AccountId account) throws IOException;

  /// Somebody's profile, without saying who asks.
  RelayResult<StoredProfile> of(AccountId account, AccessKey accessKey) throws IOException;

  /// A profile as the relay has it.
  ///
  /// @param version as the relay says; bound inside
  record StoredProfile(long version, Bytes sealed) {}
}
