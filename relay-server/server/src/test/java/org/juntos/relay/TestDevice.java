package org.juntos.relay;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.util.Base64;
import java.util.UUID;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.Paths;
import org.juntos.wire.proto.Admission;
import org.juntos.wire.proto.CodeSession;
import org.juntos.wire.proto.IssueToken;
import org.juntos.wire.proto.RegisterAccount;
import org.juntos.wire.proto.Registered;
import org.juntos.wire.proto.StartCodeSession;
import org.juntos.wire.proto.SubmitCode;

/// A device with an account on a running relay.
final class TestDevice {
  private final RunningRelay relay;
  private final WireClient client;
  private final DeviceKeyMaterial keys;
  private final RegisterAccount registration;
  private final String token;

  private TestDevice(
      RunningRelay relay,
      WireClient client,
      DeviceKeyMaterial keys,
      RegisterAccount registration,
      String token) {
    this.relay = relay;
    this.client = client;
    this.keys = keys;
    this.registration = registration;
    this.token = token;
  }

  static TestDevice register(RunningRelay relay, String phoneNumber) throws IOException {
    return register(relay, phoneNumber, 25);
  }

  static TestDevice register(RunningRelay relay, String phoneNumber, int oneTimeKeys)
      throws IOException {
    return register(relay, phoneNumber, oneTimeKeys, new WireClient(relay));
  }

  static TestDevice register(RunningRelay relay, String phoneNumber, WireClient client)
      throws IOException {
    return register(relay, phoneNumber, 25, client);
  }

  private static TestDevice register(
      RunningRelay relay, String phoneNumber, int oneTimeKeys, WireClient client)
      throws IOException {
    var keys = new DeviceKeyMaterial();
    var registration =
        registration(keys, new AccountId(UUID.randomUUID()), oneTimeKeys)
            .setAdmissionToken(admission(relay, client, phoneNumber))
            .build();
    var reply = client.post(Paths.ACCOUNTS, registration, "");
    if (reply.status() != 201) {
      throw new AssertionError("registration: " + reply.status() + " " + reply.text());
    }
    var token = Registered.parseFrom(reply.body()).getToken().getToken();
    return new TestDevice(relay, client, keys, registration, token);
  }

  static RegisterAccount.Builder registration(
      DeviceKeyMaterial keys, AccountId account, int oneTimeKeys) {
    return RegisterAccount.newBuilder()
        .setAccountId(ByteString.copyFrom(account.bytes().toArray()))
        .setIdentityKey(keys.identityKey())
        .setDeviceId(1)
        .setRegistrationId(77)
        .setKeys(keys.full(oneTimeKeys))
        .setDeviceList(keys.deviceList(account, 1, 77))
        .setDeviceSecret(DeviceKeyMaterial.secret());
  }

  static String admission(RunningRelay relay, WireClient client, String phoneNumber)
      throws IOException {
    var start = StartCodeSession.newBuilder().setPhoneNumber(phoneNumber).build();
    var started = client.post(Paths.REGISTRATION_SESSIONS, start, "");
    if (started.status() != 201) {
      throw new AssertionError("code session: " + started.status() + " " + started.text());
    }
    var session = CodeSession.parseFrom(started.body());
    var id =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(session.getSessionId().toByteArray());
    var submit = SubmitCode.newBuilder().setCode(relay.codeFor(phoneNumber)).build();
    var reply = client.post(Paths.REGISTRATION_SESSIONS + "/" + id + "/code", submit, "");
    if (reply.status() != 200) {
      throw new AssertionError("code: " + reply.status() + " " + reply.text());
    }
    return Admission.parseFrom(reply.body()).getToken();
  }

  /// The same device on the same data, served by another process.
  TestDevice on(RunningRelay other) {
    return new TestDevice(other, new WireClient(other), keys, registration, token);
  }

  /// The same with another token.
  TestDevice on(RunningRelay other, String newToken) {
    return new TestDevice(other, new WireClient(other), keys, registration, newToken);
  }

  DeviceAddress address() {
    return new DeviceAddress(account(), registration.getDeviceId());
  }

  AccountId account() {
    return AccountId.of(org.juntos.wire.Bytes.of(registration.getAccountId().toByteArray()));
  }

  DeviceKeyMaterial keys() {
    return keys;
  }

  RegisterAccount registration() {
    return registration;
  }

  WireClient client() {
    return client;
  }

  String token() {
    return token;
  }

  IssueToken issueToken() {
    return IssueToken.newBuilder()
        .setAccountId(registration.getAccountId())
        .setDeviceId(registration.getDeviceId())
        .setDeviceSecret(registration.getDeviceSecret())
        .build();
  }

  TestStream stream() {
    return TestStream.open(relay, client, token);
  }
}
