package org.juntos.testkit.relay;

import java.io.IOException;
import org.juntos.engine.connection.AccessKey;
import org.juntos.engine.connection.ProfileApi;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.connection.RelayResult.Done;
import org.juntos.relay.http.OfAccounts;
import org.juntos.relay.limit.Verdict;
import org.juntos.wire.AccountId;

/// Profiles of an in-process relay.
record DirectProfiles(InProcessRelay relay, DirectApi api) implements ProfileApi {
  private OfAccounts roles() {
    return relay.services().ofAccounts();
  }

  @Override
  public RelayResult<Done> putAccessKey(AccessKey accessKey, long revision) throws IOException {
    var keys = relay.services().access().keys();
    return api.asDevice(
        device -> keys.set(device.account(), accessKey.value(), revision).map(_ -> new Done()));
  }

  @Override
  public RelayResult<Done> hidePresence(boolean hidden) throws IOException {
    return api.asDevice(device -> {
      roles().sightings().hide(device.account(), hidden);
      return Verdict.granted(new Done());
    });
  }

  @Override
  public RelayResult<Done> put(StoredProfile profile) throws IOException {
    var stored = new org.juntos.relay.profile.StoredProfile(profile.version(), profile.sealed());
    return api.asDevice(
        device -> roles().profiles().put(device.account(), stored).map(_ -> new Done()));
  }

  @Override
  public RelayResult<StoredProfile> own(AccountId account) throws IOException {
    return api.asDevice(
        device -> roles().profiles().find(account, device.account()).map(DirectProfiles::profile));
  }

  @Override
  public RelayResult<StoredProfile> of(AccountId account, AccessKey accessKey) throws IOException {
    return Answers.result(
        roles().profiles().find(account, accessKey.value()).map(DirectProfiles::profile));
  }

  private static StoredProfile profile(org.juntos.relay.profile.StoredProfile profile) {
    return new StoredProfile(profile.version(), profile.ciphertext());
  }
}
