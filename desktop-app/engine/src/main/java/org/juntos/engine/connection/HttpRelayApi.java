package org.juntos.engine.connection;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.juntos.crypto.session.Bundles;
import org.juntos.crypto.session.PublishedKeys;
import org.juntos.engine.connection.RelayResult.Done;
import org.juntos.engine.intent.CodeTarget;
import org.juntos.engine.intent.Pass;
import org.juntos.engine.intent.PushAddress;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.Paths;
import org.juntos.wire.WireLimits;
import org.juntos.wire.proto.EnterOpen;
import org.juntos.wire.proto.LogIn;
import org.juntos.wire.proto.PrekeyBundles;
import org.juntos.wire.proto.RedeemInvite;
import org.juntos.wire.proto.RelayInfo;
import org.juntos.wire.proto.SenderCertificate;
import org.juntos.wire.proto.SignedHeld;
import org.juntos.wire.proto.SignedRelayList;
import org.juntos.wire.proto.StartCodeSession;
import org.juntos.wire.proto.StartOpenId;
import org.juntos.wire.proto.SubmitCode;
import org.juntos.wire.proto.SubmitOpenIdCode;

/// The relay's HTTP part over OkHttp.
final class HttpRelayApi implements RelayApi {
  /// Longer than a relay tries to send a code, short enough to ask another.
  private static final Duration SHORT_PATIENCE = Duration.ofSeconds(6);

  /// A signature and what surrounds it.
  private static final int SIGNATURE_ROOM = 1_024;

  private static final Duration READY_PATIENCE = Duration.ofSeconds(2);

  /// A relay asks an identity provider up to three things before it answers.
  private static final Duration PROVIDER_PATIENCE = Duration.ofSeconds(35);

  private final Exchange open;
  private final AuthorizedExchange authorized;
  private final Exchange anonymous;

  /// @param anonymous for what is asked with an access key
  HttpRelayApi(Exchange open, AuthorizedExchange authorized, Exchange anonymous) {
    this.open = open;
    this.authorized = authorized;
    this.anonymous = anonymous;
  }

  @Override
  public RelayResult<RelayFacts> facts() throws IOException {
    return open.send(
        open.request(Paths.RELAY).build(),
        answer -> facts(ProtobufBody.read(answer, RelayInfo.parser())));
  }

  @Override
  public RelayResult<SignedWord> addresses() throws IOException {
    return open.send(
        open.request(Paths.RELAY).build(),
        SHORT_PATIENCE,
        answer -> listing(ProtobufBody.read(answer, RelayInfo.parser()).getRelayList()));
  }

  private static SignedWord listing(SignedRelayList list) {
    return new SignedWord(WireValues.bytes(list.getList()), WireValues.bytes(list.getSignature()));
  }

  @Override
  public RelayResult<Done> ready() throws IOException {
    return open.send(open.request(Paths.HEALTH_READY).build(), READY_PATIENCE, _ -> new Done());
  }

  @Override
  public RelayResult<CodeSession> startCode(CodeTarget target) throws IOException {
    var body = StartCodeSession.newBuilder();
    switch (target) {
      case CodeTarget.PhoneNumber(var number) -> body.setPhoneNumber(number);
      case CodeTarget.EmailAddress(var address) -> body.setEmail(address);
    }
    return open.send(
        open.request(Paths.REGISTRATION_SESSIONS).post(ProtobufBody.of(body.build())).build(),
        SHORT_PATIENCE,
        answer -> session(ProtobufBody.read(answer, org.juntos.wire.proto.CodeSession.parser())));
  }

  @Override
  public RelayResult<Admission> submitCode(Bytes session, String code) throws IOException {
    var name = Base64.getUrlEncoder().withoutPadding().encodeToString(session.toArray());
    var body = SubmitCode.newBuilder().setCode(code).build();
    var request = open.request(Paths.REGISTRATION_SESSIONS, name, "code");
    return open.send(
        request.post(ProtobufBody.of(body)).build(),
        SHORT_PATIENCE,
        answer -> admission(ProtobufBody.read(answer, org.juntos.wire.proto.Admission.parser())));
  }

  @Override
  public RelayResult<Admission> admit(Pass pass, Bytes claim) throws IOException {
    var mine = WireValues.bytes(claim);
    return switch (pass) {
      case Pass.Invite(var code) ->
          admit(Paths.INVITES, RedeemInvite.newBuilder().setInvite(code).setClaim(mine).build());
      case Pass.Login(var name, var password) ->
          admit(
              Paths.LOGINS,
              LogIn.newBuilder()
                  .setName(name)
                  .setPasswordBytes(password.use(ByteString::copyFrom))
                  .build());
      case Pass.Nothing() -> admit(Paths.OPEN, EnterOpen.newBuilder().setClaim(mine).build());
    };
  }

  private RelayResult<Admission> admit(String path, MessageLite body) throws IOException {
    return open.send(
        open.request(path).post(ProtobufBody.of(body)).build(),
        SHORT_PATIENCE,
        answer -> admission(ProtobufBody.read(answer, org.juntos.wire.proto.Admission.parser())));
  }

  @Override
  public RelayResult<OpenIdSession> startOpenId(String redirect, String challenge)
      throws IOException {
    var body = StartOpenId.newBuilder().setRedirectUri(redirect).setCodeChallenge(challenge);
    return open.send(
        open.request(Paths.OPENID).post(ProtobufBody.of(body.build())).build(),
        PROVIDER_PATIENCE,
        answer -> {
          var begun = ProtobufBody.read(answer, org.juntos.wire.proto.OpenIdSession.parser());
          return new OpenIdSession(begun.getSession(), uri(begun.getAuthorizationUri()));
        });
  }

  private static URI uri(String text) throws IOException {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new ContractException("the relay sent a malformed address", e);
    }
  }

  @Override
  public RelayResult<Admission> submitOpenId(OpenIdAnswer answer) throws IOException {
    var body =
        SubmitOpenIdCode.newBuilder()
            .setCode(answer.code())
            .setCodeVerifier(answer.verifier())
            .setRedirectUri(answer.redirect());
    return open.send(
        open.request(Paths.OPENID, answer.session(), "code")
            .post(ProtobufBody.of(body.build()))
            .build(),
        PROVIDER_PATIENCE,
        reply -> admission(ProtobufBody.read(reply, org.juntos.wire.proto.Admission.parser())));
  }

  @Override
  public RelayResult<Done> register(Registration registration, Credentials credentials)
      throws IOException {
    var body = ProtobufBody.of(WireKeys.registration(registration, credentials));
    return open.send(open.request(Paths.ACCOUNTS).post(body).build(), _ -> new Done());
  }

  @Override
  public RelayResult<Done> uploadKeys(PublishedKeys keys) throws IOException {
    var body = ProtobufBody.of(WireKeys.published(keys));
    return authorized.send(authorized.request(Paths.KEYS).put(body), _ -> new Done());
  }

  @Override
  public RelayResult<Bundles> bundles(AccountId account) throws IOException {
    return authorized.send(
        authorized.request(Paths.ACCOUNTS, account.toString(), "keys"),
        answer -> WireKeys.bundles(ProtobufBody.read(answer, PrekeyBundles.parser())));
  }

  @Override
  public RelayResult<Bundles> bundles(AccountId account, AccessKey accessKey) throws IOException {
    var request = anonymous.request(Paths.ACCOUNTS, account.toString(), "keys");
    return anonymous.send(
        request.header(Paths.ACCESS_KEY_HEADER, HttpProfiles.shown(accessKey)).build(),
        answer -> WireKeys.bundles(ProtobufBody.read(answer, PrekeyBundles.parser())));
  }

  @Override
  public RelayResult<KeyCount> keyCount() throws IOException {
    return authorized.send(
        authorized.request(Paths.KEY_COUNT),
        answer -> {
          var count = ProtobufBody.read(answer, org.juntos.wire.proto.KeyCount.parser());
          return new KeyCount(
              count.getOneTimePrekeys(),
              count.getOneTimeKyberPrekeys(),
              WireValues.bytes(count.getAccessKeySha256()),
              count.getAccessKeyRevision());
        });
  }

  @Override
  public RelayResult<IssuedCertificate> senderCertificate() throws IOException {
    return authorized.send(
        authorized.request(Paths.SENDER_CERTIFICATE),
        answer -> {
          var issued = ProtobufBody.read(answer, SenderCertificate.parser());
          return new IssuedCertificate(
              WireValues.bytes(issued.getCertificate()),
              Instant.ofEpochMilli(issued.getExpiresAtMs()));
        });
  }

  @Override
  public RelayResult<SignedWord> held() throws IOException {
    return authorized.send(
        authorized.request(Paths.HELD),
        answer -> {
          var most = WireLimits.MAX_HELD_BYTES + SIGNATURE_ROOM;
          var held = ProtobufBody.read(answer, most, SignedHeld.parser());
          return new SignedWord(
              WireValues.bytes(held.getHeld()), WireValues.bytes(held.getSignature()));
        });
  }

  @Override
  public RelayResult<Done> setPush(PushAddress address) throws IOException {
    var body = ProtobufBody.of(WirePush.subscription(address));
    return authorized.send(authorized.request(Paths.PUSH).put(body), _ -> new Done());
  }

  @Override
  public RelayResult<Done> clearPush() throws IOException {
    return authorized.send(authorized.request(Paths.PUSH).delete(), _ -> new Done());
  }

  @Override
  public RelayResult<Done> deleteAccount() throws IOException {
    var request = authorized.request(Paths.ACCOUNTS).delete();
    return authorized.send(request, _ -> new Done());
  }

  @Override
  public AccountApi account() {
    return new HttpAccounts(open, authorized);
  }

  @Override
  public PeopleApi people() {
    return new HttpPeople(authorized);
  }

  @Override
  public ProfileApi profiles() {
    return new HttpProfiles(authorized, anonymous);
  }

  @Override
  public LinkApi links() {
    return new HttpLinks(open, authorized);
  }

  @Override
  public GroupApi groups() {
    return new HttpGroups(open, authorized, anonymous);
  }

  @Override
  public StatusApi statuses() {
    return new HttpStatuses(authorized, anonymous);
  }

  @Override
  public BlobApi blobs() {
    return new HttpBlobs(authorized);
  }

  private static RelayFacts facts(RelayInfo info) {
    var limits = info.getLimits();
    return new RelayFacts(
        info.getName(),
        info.getVersion(),
        WireValues.bytes(info.getSenderTrustRoot()),
        info.getAdmissionPoliciesList(),
        info.getCodeServicesList(),
        info.getOpenidName(),
        new RelayFacts.Limits(
            limits.getMaxCiphertextBytes(),
            limits.getMaxEnvelopesPerSend(),
            limits.getMaxBlobBytes(),
            Duration.ofMillis(limits.getMessageExpiryMs()),
            Duration.ofMillis(limits.getBlobExpiryMs()),
            limits.getMaxDevicesPerAccount()),
        new RelayFacts.Push(
            info.getPush().getWaysList(), WireValues.bytes(info.getPush().getVapidKey())),
        info.hasDiscovery(),
        Instant.ofEpochMilli(info.getNowMs()));
  }

  private static CodeSession session(org.juntos.wire.proto.CodeSession session) {
    return new CodeSession(
        WireValues.bytes(session.getSessionId()),
        Instant.ofEpochMilli(session.getExpiresAtMs()),
        Instant.ofEpochMilli(session.getResendAtMs()),
        session.getTriesLeft());
  }

  private static Admission admission(org.juntos.wire.proto.Admission admission) {
    return new Admission(admission.getToken(), Instant.ofEpochMilli(admission.getExpiresAtMs()));
  }
}
