package org.juntos.testkit.lie;

import java.io.IOException;
import org.juntos.engine.connection.AccessKey;
import org.juntos.engine.connection.ProfileApi;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.connection.RelayResult.Done;
import org.juntos.wire.AccountId;

/// Requests about profiles through the script.
record LyingProfiles(LyingRelay relay, ProfileApi honest) implements ProfileApi {
  @Override
  public RelayResult<Done> putAccessKey(AccessKey accessKey, long revision) throws IOException {
    return honest.putAccessKey(accessKey, revision);
  }

  @Override
  public RelayResult<Done> hidePresence(boolean hidden) throws IOException {
    return honest.hidePresence(hidden);
  }

  @Override
  public RelayResult<Done> put(StoredProfile profile) throws IOException {
    return honest.put(profile);
  }

  @Override
  public RelayResult<StoredProfile> own(AccountId account) throws IOException {
    return honest.own(account).map(shown -> relay.lies().profile(account, shown));
  }

  @Override
  public RelayResult<StoredProfile> of(AccountId account, AccessKey accessKey) throws IOException {
    return honest.of(account, accessKey).map(shown -> relay.lies().profile(account, shown));
  }
}
