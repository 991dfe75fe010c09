package org.juntos.relay;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.juntos.wire.Paths;
import org.juntos.wire.proto.GroupCredentials;
import org.juntos.wire.proto.RelayInfo;
import org.signal.libsignal.protocol.ServiceId.Aci;
import org.signal.libsignal.protocol.ServiceId.Pni;
import org.signal.libsignal.zkgroup.InvalidInputException;
import org.signal.libsignal.zkgroup.ServerPublicParams;
import org.signal.libsignal.zkgroup.VerificationFailedException;
import org.signal.libsignal.zkgroup.auth.AuthCredentialWithPni;
import org.signal.libsignal.zkgroup.auth.AuthCredentialWithPniResponse;
import org.signal.libsignal.zkgroup.auth.ClientZkAuthOperations;
import org.signal.libsignal.zkgroup.groups.ClientZkGroupCipher;
import org.signal.libsignal.zkgroup.groups.GroupSecretParams;

/// Somebody who proves to the relay that they are a member, as a client does.
final class TestMember {
  private final TestDevice device;
  private final ServerPublicParams relay;
  private final Map<Long, AuthCredentialWithPni> credentials = new HashMap<>();

  TestMember(TestDevice device) throws Exception {
    this.device = device;
    this.relay = params(device.client());
    fetchCredentials();
  }

  static ServerPublicParams params(WireClient client) throws IOException, InvalidInputException {
    var info = RelayInfo.parseFrom(client.get(Paths.RELAY, "").body());
    return new ServerPublicParams(info.getGroups().getParams().toByteArray());
  }

  private void fetchCredentials()
      throws IOException, InvalidInputException, VerificationFailedException {
    var reply = device.client().get(Paths.GROUP_CREDENTIALS, device.token());
    for (var credential : parsed(reply).getCredentialsList()) {
      long day = credential.getRedemptionDayMs();
      credentials.put(
          day,
          new ClientZkAuthOperations(relay)
              .receiveAuthCredentialWithPniAsServiceId(
                  aci(),
                  new Pni(device.account().value()),
                  day / 1_000,
                  new AuthCredentialWithPniResponse(credential.getResponse().toByteArray())));
    }
  }

  private static GroupCredentials parsed(WireClient.Reply reply)
      throws InvalidProtocolBufferException {
    if (reply.status() != 200) {
      throw new AssertionError(reply.text());
    }
    return GroupCredentials.parseFrom(reply.body());
  }

  TestDevice device() {
    return device;
  }

  Aci aci() {
    return new Aci(device.account().value());
  }

  /// The name under which they stand in a group.
  ByteString name(GroupSecretParams group) {
    return ByteString.copyFrom(new ClientZkGroupCipher(group).encrypt(aci()).serialize());
  }

  /// Headers that prove it to the relay, on the day that begins at `dayMs`.
  Map<String, String> headers(GroupSecretParams group, long dayMs) {
    var presentation =
        new ClientZkAuthOperations(relay)
            .createAuthCredentialPresentation(group, credentials.get(dayMs));
    return new HashMap<>(
        Map.of(
            Paths.GROUP_HEADER, base64(group.getPublicParams().serialize()),
            Paths.GROUP_AUTH_HEADER, base64(presentation.serialize())));
  }

  static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  ServerPublicParams relay() {
    return relay;
  }
}
