package org.juntos.testkit.lie;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import org.jspecify.annotations.Nullable;
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
import org.juntos.engine.connection.RelayResult.Done;
import org.juntos.engine.connection.SignedWord;
import org.juntos.engine.intent.CodeTarget;
import org.juntos.engine.intent.Pass;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// Requests through the script.
final class LyingApi implements RelayApi, BlobApi {
  private final LyingRelay relay;
  private final RelayApi honest;
  private final @Nullable DeviceAddress device;

  LyingApi(LyingRelay relay, RelayApi honest, @Nullable DeviceAddress device) {
    this.relay = relay;
    this.honest = honest;
    this.device = device;
  }

  @Override
  public RelayResult<RelayFacts> facts() throws IOException {
    return honest.facts();
  }

  @Override
  public RelayResult<SignedWord> addresses() throws IOException {
    return honest.addresses();
  }

  @Override
  public RelayResult<Done> ready() throws IOException {
    return honest.ready();
  }

  @Override
  public RelayResult<CodeSession> startCode(CodeTarget target) throws IOException {
    return honest.startCode(target);
  }

  @Override
  public RelayResult<Admission> submitCode(Bytes session, String code) throws IOException {
    return honest.submitCode(session, code);
  }

  @Override
  public RelayResult<OpenIdSession> startOpenId(String redirect, String challenge)
      throws IOException {
    return honest.startOpenId(redirect, challenge);
  }

  @Override
  public RelayResult<Admission> submitOpenId(OpenIdAnswer answer) throws IOException {
    return honest.submitOpenId(answer);
  }

  @Override
  public RelayResult<Admission> admit(Pass pass, Bytes claim) throws IOException {
    return honest.admit(pass, claim);
  }

  @Override
  public RelayResult<Done> register(Registration registration, Credentials credentials)
      throws IOException {
    return honest.register(registration, credentials);
  }

  @Override
  public RelayResult<Done> uploadKeys(PublishedKeys keys) throws IOException {
    return honest.uploadKeys(keys);
  }

  @Override
  public RelayResult<Bundles> bundles(AccountId account) throws IOException {
    return honest.bundles(account).map(bundles -> relay.lies().bundles(account, bundles));
  }

  @Override
  public RelayResult<KeyCount> keyCount() throws IOException {
    return honest.keyCount();
  }

  @Override
  public RelayResult<IssuedCertificate> senderCertificate() throws IOException {
    var sender = device;
    var issued = honest.senderCertificate();
    return sender == null
        ? issued
        : issued.map(certificate -> relay.lies().certificate(sender, certificate));
  }

  @Override
  public RelayResult<SignedWord> held() throws IOException {
    return honest.held();
  }

  @Override
  public RelayResult<Done> deleteAccount() throws IOException {
    return honest.deleteAccount();
  }

  @Override
  public BlobApi blobs() {
    return this;
  }

  @Override
  public RelayResult<String> create(long size) throws IOException {
    return honest.blobs().create(size);
  }

  @Override
  public RelayResult<Long> offset(String blob) throws IOException {
    return honest.blobs().offset(blob);
  }

  @Override
  public RelayResult<Long> upload(
      String blob, long offset, long size, ReadableByteChannel source, Progress progress)
      throws IOException {
    return honest.blobs().upload(blob, offset, size, source, progress);
  }

  @Override
  public RelayResult<Long> download(
      String blob, long from, WritableByteChannel sink, Progress progress) throws IOException {
    var bytes = relay.lies().blobBytes(from, sink);
    return honest.blobs().download(relay.lies().blob(blob), from, bytes, progress);
  }
}
