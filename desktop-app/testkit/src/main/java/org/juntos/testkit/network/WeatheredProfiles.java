package org.juntos.testkit.network;

import java.io.IOException;
import org.juntos.engine.connection.AccessKey;
import org.juntos.engine.connection.ProfileApi;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.connection.RelayResult.Done;
import org.juntos.wire.AccountId;

/// Requests about profiles of which some, or their answers, get lost.
record WeatheredProfiles(WeatheredApi api, ProfileApi relay) implements ProfileApi {
  @Override
  public RelayResult<Done> putAccessKey(AccessKey accessKey, long revision) throws IOException {
    return api.through(() -> relay.putAccessKey(accessKey, revision));
  }

  @Override
  public RelayResult<Done> hidePresence(boolean hidden) throws IOException {
    return api.through(() -> relay.hidePresence(hidden));
  }

  @Override
  public RelayResult<Done> put(StoredProfile profile) throws IOException {
    return api.through(() -> relay.put(profile));
  }

  @Override
  public RelayResult<StoredProfile> own(AccountId account) throws IOException {
    return api.through(() -> relay.own(account));
  }

  @Override
  public RelayResult<StoredProfile> of(AccountId account, AccessKey accessKey) throws IOException {
    return api.through(() -> relay.of(account, accessKey));
  }
}
