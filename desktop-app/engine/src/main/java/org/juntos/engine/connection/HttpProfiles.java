package org.juntos.engine.connection;

import java.io.IOException;
import java.util.Base64;
import org.juntos.engine.connection.RelayResult.Done;
import org.juntos.wire.AccountId;
import org.juntos.wire.Paths;
import org.juntos.wire.proto.PresenceSharing;
import org.juntos.wire.proto.SealedProfile;

/// Profiles over OkHttp.
///
/// @param anonymous for what is asked with an access key
record HttpProfiles(AuthorizedExchange authorized, Exchange anonymous) implements ProfileApi {
  @Override
  public RelayResult<Done> putAccessKey(AccessKey accessKey, long revision) throws IOException {
    var body =
        org.juntos.wire.proto.AccessKey.newBuilder()
            .setKey(WireValues.bytes(accessKey.value()))
            .setRevision(revision)
            .build();
    var request = authorized.request(Paths.ACCESS_KEY).put(ProtobufBody.of(body));
    return authorized.send(request, _ -> new Done());
  }

  @Override
  public RelayResult<Done> hidePresence(boolean hidden) throws IOException {
    var body = PresenceSharing.newBuilder().setHidden(hidden).build();
    var request = authorized.request(Paths.PRESENCE).put(ProtobufBody.of(body));
    return authorized.send(request, _ -> new Done());
  }

  @Override
  public RelayResult<Done> put(StoredProfile profile) throws IOException {
    var body =
        SealedProfile.newBuilder()
            .setVersion(profile.version())
            .setCiphertext(WireValues.bytes(profile.sealed()))
            .build();
    var request = authorized.request(Paths.PROFILE).put(ProtobufBody.of(body));
    return authorized.send(request, _ -> new Done());
  }

  @Override
  public RelayResult<StoredProfile> own(AccountId account) throws IOException {
    return authorized.send(
        authorized.request(Paths.PROFILE, account.toString()), HttpProfiles::profile);
  }

  @Override
  public RelayResult<StoredProfile> of(AccountId account, AccessKey accessKey) throws IOException {
    return anonymous.send(
        anonymous
            .request(Paths.PROFILE, account.toString())
            .header(Paths.ACCESS_KEY_HEADER, shown(accessKey))
            .build(),
        HttpProfiles::profile);
  }

  static String shown(AccessKey accessKey) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(accessKey.value().toArray());
  }

  private static StoredProfile profile(okhttp3.Response answer) throws IOException {
    var profile = ProtobufBody.read(answer, SealedProfile.parser());
    return new StoredProfile(profile.getVersion(), WireValues.bytes(profile.getCiphertext()));
  }
}
