package org.juntos.engine.route;

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
import org.juntos.engine.connection.RelayLinks;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.connection.RelayResult.Done;
import org.juntos.engine.connection.SignedWord;
import org.juntos.engine.intent.CodeTarget;
import org.juntos.engine.intent.Pass;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Requests of a device to its relay, each at the address that is used at its time.
public final class RoamingApi implements RelayApi {
  private final RelayLinks links;
  private final Addresses addresses;
  private final Credentials credentials;

  /// @param credentials of this device
  public RoamingApi(RelayLinks links, Addresses addresses, Credentials credentials) {
    this.links = links;
    this.addresses = addresses;
    this.credentials = credentials;
  }

  private RelayApi here() {
    return links.api(addresses.current(), credentials);
  }

  @Override
  public RelayResult<RelayFacts> facts() throws IOException {
    return here().facts();
  }

  @Override
  public RelayResult<SignedWord> addresses() throws IOException {
    return here().addresses();
  }

  @Override
  public RelayResult<Done> ready() throws IOException {
    return here().ready();
  }

  @Override
  public RelayResult<CodeSession> startCode(CodeTarget target) throws IOException {
    return here().startCode(target);
  }

  @Override
  public RelayResult<Admission> submitCode(Bytes session, String code) throws IOException {
    return here().submitCode(session, code);
  }

  @Override
  public RelayResult<Admission> admit(Pass pass, Bytes claim) throws IOException {
    return here().admit(pass, claim);
  }

  @Override
  public RelayResult<OpenIdSession> startOpenId(String redirect, String challenge)
      throws IOException {
    return here().startOpenId(redirect, challenge);
  }

  @Override
  public RelayResult<Admission> submitOpenId(OpenIdAnswer answer) throws IOException {
    return here().submitOpenId(answer);
  }

  @Override
  public RelayResult<Done> register(Registration registration, Credentials secret)
      throws IOException {
    return here().register(registration, secret);
  }

  @Override
  public RelayResult<Done> uploadKeys(PublishedKeys keys) throws IOException {
    return here().uploadKeys(keys);
  }

  @Override
  public RelayResult<Bundles> bundles(AccountId account) throws IOException {
    return here().bundles(account);
  }

  @Override
  public RelayResult<KeyCount> keyCount() throws IOException {
    return here().keyCount();
  }

  @Override
  public RelayResult<IssuedCertificate> senderCertificate() throws IOException {
    return here().senderCertificate();
  }

  @Override
  public RelayResult<SignedWord> held() throws IOException {
    return here().held();
  }

  @Override
  public RelayResult<Done> deleteAccount() throws IOException {
    return here().deleteAccount();
  }

  @Override
  public BlobApi blobs() {
    return new RoamingBlobs(() -> here().blobs());
  }
}
