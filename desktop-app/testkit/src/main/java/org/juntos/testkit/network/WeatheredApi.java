package org.juntos.testkit.network;

import java.io.IOException;
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
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Requests of which some, or their answers, get lost.
final class WeatheredApi implements RelayApi {
  private final SimulatedLinks links;
  private final RelayApi relay;

  WeatheredApi(SimulatedLinks links, RelayApi relay) {
    this.links = links;
    this.relay = relay;
  }

  <T> T through(Request<T> request) throws IOException {
    links.toRelay();
    var answer = request.send();
    links.fromRelay();
    return answer;
  }

  @Override
  public RelayResult<RelayFacts> facts() throws IOException {
    return through(relay::facts);
  }

  /// Not a matter of messages: it takes nothing from the seed's random numbers.
  @Override
  public RelayResult<SignedWord> addresses() throws IOException {
    return relay.addresses();
  }

  @Override
  public RelayResult<Done> ready() throws IOException {
    return relay.ready();
  }

  @Override
  public RelayResult<CodeSession> startCode(CodeTarget target) throws IOException {
    return through(() -> relay.startCode(target));
  }

  @Override
  public RelayResult<Admission> submitCode(Bytes session, String code) throws IOException {
    return through(() -> relay.submitCode(session, code));
  }

  @Override
  public RelayResult<OpenIdSession> startOpenId(String redirect, String challenge)
      throws IOException {
    return through(() -> relay.startOpenId(redirect, challenge));
  }

  @Override
  public RelayResult<Admission> submitOpenId(OpenIdAnswer answer) throws IOException {
    return through(() -> relay.submitOpenId(answer));
  }

  @Override
  public RelayResult<Admission> admit(Pass pass, Bytes claim) throws IOException {
    return through(() -> relay.admit(pass, claim));
  }

  @Override
  public RelayResult<Done> register(Registration registration, Credentials credentials)
      throws IOException {
    return through(() -> relay.register(registration, credentials));
  }

  @Override
  public RelayResult<Done> uploadKeys(PublishedKeys keys) throws IOException {
    return through(() -> relay.uploadKeys(keys));
  }

  @Override
  public RelayResult<Bundles> bundles(AccountId account) throws IOException {
    return through(() -> relay.bundles(account));
  }

  @Override
  public RelayResult<Bundles> bundles(AccountId account, AccessKey accessKey) throws IOException {
    return through(() -> relay.bundles(account, accessKey));
  }

  @Override
  public RelayResult<KeyCount> keyCount() throws IOException {
    return through(relay::keyCount);
  }

  @Override
  public RelayResult<IssuedCertificate> senderCertificate() throws IOException {
    return through(relay::senderCertificate);
  }

  @Override
  public RelayResult<SignedWord> held() throws IOException {
    return through(relay::held);
  }

  @Override
  public RelayResult<Done> setPush(PushAddress address) throws IOException {
    return through(() -> relay.setPush(address));
  }

  @Override
  public RelayResult<Done> clearPush() throws IOException {
    return through(relay::clearPush);
  }

  @Override
  public RelayResult<Done> deleteAccount() throws IOException {
    return through(relay::deleteAccount);
  }

  /// Not a matter of messages either.
  @Override
  public AccountApi account() {
    return relay.account();
  }

  /// Not a matter of messages either.
  @Override
  public PeopleApi people() {
    return relay.people();
  }

  @Override
  public ProfileApi profiles() {
    return new WeatheredProfiles(this, relay.profiles());
  }

  @Override
  public LinkApi links() {
    return new WeatheredLinkApi(this, relay.links());
  }

  @Override
  public GroupApi groups() {
    return new WeatheredGroups(this, relay.groups());
  }

  @Override
  public StatusApi statuses() {
    return new WeatheredStatuses(links, relay);
  }

  @Override
  public BlobApi blobs() {
    return new WeatheredBlobs(links, relay.blobs());
  }

  @FunctionalInterface
  interface Request<T> {
    T send() throws IOException;
  }
}
