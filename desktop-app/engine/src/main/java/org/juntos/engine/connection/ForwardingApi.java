package org.juntos.engine.connection;

import java.io.IOException;
import org.juntos.crypto.session.Bundles;
import org.juntos.crypto.session.PublishedKeys;
import org.juntos.engine.connection.RelayResult.Done;
import org.juntos.engine.intent.CodeTarget;
import org.juntos.engine.intent.Pass;
import org.juntos.engine.intent.PushAddress;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Hands every request on; whoever extends it changes some.
public abstract class ForwardingApi implements RelayApi {
  /// Who answers a request that is made now.
  protected abstract RelayApi to();

  @Override
  public RelayResult<RelayFacts> facts() throws IOException {
    return to().facts();
  }

  @Override
  public RelayResult<SignedWord> addresses() throws IOException {
    return to().addresses();
  }

  @Override
  public RelayResult<Done> ready() throws IOException {
    return to().ready();
  }

  @Override
  public RelayResult<CodeSession> startCode(CodeTarget target) throws IOException {
    return to().startCode(target);
  }

  @Override
  public RelayResult<Admission> submitCode(Bytes session, String code) throws IOException {
    return to().submitCode(session, code);
  }

  @Override
  public RelayResult<Admission> admit(Pass pass, Bytes claim) throws IOException {
    return to().admit(pass, claim);
  }

  @Override
  public RelayResult<OpenIdSession> startOpenId(String redirect, String challenge)
      throws IOException {
    return to().startOpenId(redirect, challenge);
  }

  @Override
  public RelayResult<Admission> submitOpenId(OpenIdAnswer answer) throws IOException {
    return to().submitOpenId(answer);
  }

  @Override
  public RelayResult<Done> register(Registration registration, Credentials credentials)
      throws IOException {
    return to().register(registration, credentials);
  }

  @Override
  public RelayResult<Done> uploadKeys(PublishedKeys keys) throws IOException {
    return to().uploadKeys(keys);
  }

  @Override
  public RelayResult<Bundles> bundles(AccountId account) throws IOException {
    return to().bundles(account);
  }

  @Override
  public RelayResult<Bundles> bundles(AccountId account, AccessKey accessKey) throws IOException {
    return to().bundles(account, accessKey);
  }

  @Override
  public RelayResult<KeyCount> keyCount() throws IOException {
    return to().keyCount();
  }

  @Override
  public RelayResult<IssuedCertificate> senderCertificate() throws IOException {
    return to().senderCertificate();
  }

  @Override
  public RelayResult<SignedWord> held() throws IOException {
    return to().held();
  }

  @Override
  public RelayResult<Done> setPush(PushAddress address) throws IOException {
    return to().setPush(address);
  }

  @Override
  public RelayResult<Done> clearPush() throws IOException {
    return to().clearPush();
  }

  @Override
  public RelayResult<Done> deleteAccount() throws IOException {
    return to().deleteAccount();
  }

  @Override
  public AccountApi account() {
    return to().account();
  }

  @Override
  public PeopleApi people() {
    return to().people();
  }

  @Override
  public ProfileApi profiles() {
    return to().profiles();
  }

  @Override
  public LinkApi links() {
    return to().links();
  }

  @Override
  public GroupApi groups() {
    return to().groups();
  }

  @Override
  public StatusApi statuses() {
    return to().statuses();
  }

  @Override
  public BlobApi blobs() {
    return to().blobs();
  }
}
