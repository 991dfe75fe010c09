package org.juntos.testkit.relay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.juntos.crypto.session.Bundles;
import org.juntos.crypto.session.PublishedKeys;
import org.juntos.engine.connection.AccessKey;
import org.juntos.engine.connection.AccountApi;
import org.juntos.engine.connection.Admission;
import org.juntos.engine.connection.BlobApi;
import org.juntos.engine.connection.CodeSession;
import org.juntos.engine.connection.Credentials;
import org.juntos.engine.connection.GroupApi;
import org.juntos.engine.connection.IssuedCertificate;
import org.juntos.engine.connection.KeyCount;
import org.juntos.engine.connection.LinkApi;
import org.juntos.engine.connection.OpenIdAnswer;
import org.juntos.engine.connection.OpenIdSession;
import org.juntos.engine.connection.PeopleApi;
import org.juntos.engine.connection.ProfileApi;
import org.juntos.engine.connection.Registration;
import org.juntos.engine.connection.RelayApi;
import org.juntos.engine.connection.RelayFacts;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.connection.RelayResult.Done;
import org.juntos.engine.connection.SignedWord;
import org.juntos.engine.connection.StatusApi;
import org.juntos.engine.intent.CodeTarget;
import org.juntos.engine.intent.Pass;
import org.juntos.engine.intent.PushAddress;
import org.juntos.relay.http.Services;
import org.juntos.relay.limit.Verdict;
import org.juntos.relay.otp.CodeService;
import org.juntos.relay.otp.ContactKind;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.WireLimits;

/// Requests to the roles of an in-process relay. Who asks proves it as over the wire: with the
/// device secret, for a token.
public final class DirectApi implements RelayApi {
  static final String ADDRESS = "here";

  private final InProcessRelay relay;
  private final @Nullable Credentials credentials;
  private final InstantSource clock;

  /// @param clock the relay's
  public DirectApi(InProcessRelay relay, @Nullable Credentials credentials, InstantSource clock) {
    this.relay = relay;
    this.credentials = credentials;
    this.clock = clock;
  }

  private Services roles() {
    return relay.services();
  }

  /// Which device this is, if it can prove it.
  public Verdict<DeviceAddress> device() throws IOException {
    if (credentials == null) {
      return Verdict.refused(ErrorCode.UNAUTHORIZED, "An access token is needed.");
    }
    var token = roles().accounts().issue(credentials.device(), secret(credentials));
    return switch (token) {
      case Verdict.Granted<org.juntos.relay.token.SignedToken>(var signed) ->
          roles().accounts().authenticate(signed.text());
      case Verdict.Refused<org.juntos.relay.token.SignedToken>(
              var code,
              var detail,
              var retryAfter) ->
          Verdict.refused(code, detail, retryAfter);
    };
  }

  /// The relay's clock.
  Instant now() {
    return clock.instant();
  }

  static Bytes secret(Credentials credentials) {
    return credentials.secret().use(Bytes::of);
  }

  @Override
  public RelayResult<RelayFacts> facts() {
    var limits =
        new RelayFacts.Limits(
            WireLimits.MAX_CIPHERTEXT_BYTES,
            WireLimits.MAX_ENVELOPES_PER_SEND,
            roles().limits().blobs().bytes(),
            roles().limits().mailbox().expiry(),
            roles().limits().blobs().expiry(),
            WireLimits.MAX_DEVICES);
    return new RelayResult.Ok<>(
        new RelayFacts(
            "Juntos relay",
            "in-process",
            roles().certificates().trustRoot(),
            roles().offer().policies(),
            roles().offer().services(),
            roles().offer().openIdName(),
            limits,
            new DirectPush(roles().waking()).facts(),
            roles().ofAccounts().discovery() != null,
            clock.instant()));
  }

  @Override
  public RelayResult<SignedWord> addresses() {
    var listing = roles().listing();
    return new RelayResult.Ok<>(new SignedWord(listing.message(), listing.signature()));
  }

  @Override
  public RelayResult<Done> ready() {
    return new RelayResult.Ok<>(new Done());
  }

  private CodeService codes() {
    return Objects.requireNonNull(roles().codes(), "the otp role");
  }

  @Override
  public RelayResult<CodeSession> startCode(CodeTarget target) throws IOException {
    var kind =
        switch (target) {
          case CodeTarget.PhoneNumber _ -> ContactKind.PHONE;
          case CodeTarget.EmailAddress _ -> ContactKind.EMAIL;
        };
    return Answers.result(
        codes()
            .start(kind, target.text(), ADDRESS)
            .map(session ->
                new CodeSession(
                    session.id(), session.expiresAt(), session.resendAt(), session.triesLeft())));
  }

  @Override
  public RelayResult<Admission> submitCode(Bytes session, String code) throws IOException {
    return Answers.result(
        codes().submit(session, code).map(token -> new Admission(token.text(), token.expiresAt())));
  }

  @Override
  public RelayResult<OpenIdSession> startOpenId(String redirect, String challenge) {
    var openId = Objects.requireNonNull(roles().waysIn().openId());
    return Answers.result(
        openId
            .start(redirect, challenge, ADDRESS)
            .map(begun -> new OpenIdSession(begun.id(), begun.authorization())));
  }

  @Override
  public RelayResult<Admission> submitOpenId(OpenIdAnswer answer) {
    var openId = Objects.requireNonNull(roles().waysIn().openId());
    return Answers.result(
        openId
            .submit(answer.session(), answer.code(), answer.verifier(), answer.redirect(), ADDRESS)
            .map(token -> new Admission(token.text(), token.expiresAt())));
  }

  @Override
  public RelayResult<Admission> admit(Pass pass, Bytes claim) throws IOException {
    var ways = roles().waysIn();
    var verdict =
        switch (pass) {
          case Pass.Invite(var code) ->
              Objects.requireNonNull(ways.invites()).redeem(code, claim, ADDRESS);
          case Pass.Login(var name, var password) ->
              Objects.requireNonNull(ways.logins())
                  .logIn(
                      name,
                      password.use(bytes -> new String(bytes, StandardCharsets.UTF_8)),
                      ADDRESS);
          case Pass.Nothing() -> Objects.requireNonNull(ways.open()).enter(claim, ADDRESS);
        };
    return Answers.result(verdict.map(token -> new Admission(token.text(), token.expiresAt())));
  }

  @Override
  public RelayResult<Done> register(Registration registration, Credentials secret)
      throws IOException {
    var device = registration.device();
    var request =
        new org.juntos.relay.account.Registration(
            device.address(),
            device.registrationId(),
            device.identityKey(),
            Answers.keys(registration.keys()),
            Answers.list(registration.deviceList()),
            secret(secret));
    var verdict =
        roles()
            .accounts()
            .register(
                registration.admission().token(),
                request,
                DirectAccounts.proofs(registration.lock()));
    return Answers.result(verdict.map(_ -> new Done()));
  }

  @Override
  public RelayResult<Done> uploadKeys(PublishedKeys keys) throws IOException {
    return asDevice(
        device -> roles().prekeys().upload(device, Answers.keys(keys)).map(_ -> new Done()));
  }

  @Override
  public RelayResult<Bundles> bundles(AccountId account) throws IOException {
    return asDevice(
        device -> roles().prekeys().handOut(device.account(), account).map(Answers::bundles));
  }

  @Override
  public RelayResult<Bundles> bundles(AccountId account, AccessKey accessKey) throws IOException {
    return roles().access().keys().opens(account, accessKey.value())
        ? Answers.result(roles().prekeys().handOut(ADDRESS, account).map(Answers::bundles))
        : Answers.result(Verdict.refused(ErrorCode.ACCESS_DENIED, "Another key, or nobody."));
  }

  @Override
  public RelayResult<KeyCount> keyCount() throws IOException {
    return asDevice(this::count);
  }

  private Verdict<KeyCount> count(DeviceAddress device) throws IOException {
    var accessKey = roles().access().keys().hash(device.account());
    return roles()
        .prekeys()
        .count(device)
        .map(count ->
            new KeyCount(
                count.oneTime(), count.oneTimeKyber(), accessKey.sha256(), accessKey.revision()));
  }

  @Override
  public RelayResult<IssuedCertificate> senderCertificate() throws IOException {
    return asDevice(this::certificate);
  }

  private Verdict<IssuedCertificate> certificate(DeviceAddress device) throws IOException {
    var key = roles().prekeys().identityKey(device.account());
    if (key == null) {
      return Verdict.refused(ErrorCode.NOT_FOUND, "There is no such account.");
    }
    var issued = roles().certificates().issue(device, key);
    return Verdict.granted(new IssuedCertificate(issued.bytes(), issued.expiresAt()));
  }

  @Override
  public RelayResult<SignedWord> held() {
    return new RelayResult.Refused<>(ErrorCode.NOT_FOUND, "", null, "only over HTTP");
  }

  @Override
  public RelayResult<Done> setPush(PushAddress address) throws IOException {
    return asDevice(device -> new DirectPush(roles().waking()).set(device, address));
  }

  @Override
  public RelayResult<Done> clearPush() throws IOException {
    return asDevice(device -> {
      roles().waking().pushes().clear(device);
      return Verdict.granted(new Done());
    });
  }

  @Override
  public RelayResult<Done> deleteAccount() throws IOException {
    return asDevice(device -> {
      roles().accounts().delete(device);
      return Verdict.granted(new Done());
    });
  }

  @Override
  public AccountApi account() {
    return new DirectAccounts(relay, this);
  }

  @Override
  public PeopleApi people() {
    return new DirectPeople(relay, this);
  }

  @Override
  public ProfileApi profiles() {
    return new DirectProfiles(relay, this);
  }

  @Override
  public LinkApi links() {
    return new DirectLinks(relay, this);
  }

  @Override
  public GroupApi groups() {
    return new DirectGroups(relay, this);
  }

  @Override
  public StatusApi statuses() {
    return new DirectStatuses(relay, this);
  }

  @Override
  public BlobApi blobs() {
    return new DirectBlobs(relay, this);
  }

  /// Does what only a device may.
  <T> RelayResult<T> asDevice(Work<T> work) throws IOException {
    return switch (device()) {
      case Verdict.Granted<DeviceAddress>(var device) -> Answers.result(work.of(device));
      case Verdict.Refused<DeviceAddress>(var code, var detail, var retryAfter) ->
          Answers.result(Verdict.refused(code, detail, retryAfter));
    };
  }

  /// What a role says to a device.
  @FunctionalInterface
  interface Work<T> {
    Verdict<T> of(DeviceAddress device) throws IOException;
  }
}
