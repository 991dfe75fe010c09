package org.juntos.engine.story;

import java.io.IOException;
import org.juntos.crypto.session.Bundles;
import org.juntos.crypto.session.PublishedKeys;
import org.juntos.engine.connection.Admission;
import org.juntos.engine.connection.BlobApi;
import org.juntos.engine.connection.CodeSession;
import org.juntos.engine.connection.Credentials;
import org.juntos.engine.connection.IssuedCertificate;
import org.juntos.engine.connection.KeyCount;
import org.juntos.engine.connection.OpenIdAnswer;
import org.juntos.engine.connection.OpenIdSession;
import org.juntos.engine.connection.Registration;
import org.juntos.engine.connection.RelayApi;
import org.juntos.engine.connection.RelayFacts;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.connection.SignedWord;
import org.juntos.engine.intent.CodeTarget;
import org.juntos.engine.intent.Pass;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Requests that reach a real relay, past what a test wants to change.
final class MeddlingApi implements RelayApi {
  private final RelayApi real;
  private final MeddlingLinks links;

  MeddlingApi(RelayApi real, MeddlingLinks links) {
    this.real = real;
    this.links = links;
  }

  @Override
  public RelayResult<RelayFacts> facts() throws IOException {
    return real.facts();
  }

  @Override
  public RelayResult<SignedWord> addresses() throws IOException {
    return real.addresses();
  }

  @Override
  public RelayResult<RelayResult.Done> ready() throws IOException {
    return real.ready();
  }

  @Override
  public RelayResult<CodeSession> startCode(CodeTarget target) throws IOException {
    return real.startCode(target);
  }

  @Override
  public RelayResult<Admission> submitCode(Bytes session, String code) throws IOException {
    return real.submitCode(session, code);
  }

  @Override
  public RelayResult<OpenIdSession> startOpenId(String redirect, String challenge)
      throws IOException {
    return real.startOpenId(redirect, challenge);
  }

  @Override
  public RelayResult<Admission> submitOpenId(OpenIdAnswer answer) throws IOException {
    return real.submitOpenId(answer);
  }

  @Override
  public RelayResult<Admission> admit(Pass pass, Bytes claim) throws IOException {
    return links.admitted(real.admit(pass, claim));
  }

  @Override
  public RelayResult<RelayResult.Done> register(Registration registration, Credentials credentials)
      throws IOException {
    return links.registered(real.register(registration, credentials));
  }

  @Override
  public RelayResult<RelayResult.Done> uploadKeys(PublishedKeys keys) throws IOException {
    return real.uploadKeys(keys);
  }

  @Override
  public RelayResult<Bundles> bundles(AccountId account) throws IOException {
    return real.bundles(links.asked(account));
  }

  @Override
  public RelayResult<KeyCount> keyCount() throws IOException {
    return real.keyCount();
  }

  @Override
  public RelayResult<IssuedCertificate> senderCertificate() throws IOException {
    return real.senderCertificate();
  }

  @Override
  public RelayResult<SignedWord> held() throws IOException {
    return real.held();
  }

  @Override
  public RelayResult<RelayResult.Done> deleteAccount() throws IOException {
    return real.deleteAccount();
  }

  @Override
  public BlobApi blobs() {
    return links.blobs(real.blobs());
  }
}
