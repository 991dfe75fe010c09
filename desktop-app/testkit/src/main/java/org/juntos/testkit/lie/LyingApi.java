package org.juntos.testkit.lie;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import org.jspecify.annotations.Nullable;
import org.juntos.crypto.session.Bundles;
import org.juntos.engine.connection.AccessKey;
import org.juntos.engine.connection.BlobApi;
import org.juntos.engine.connection.ForwardingApi;
import org.juntos.engine.connection.GroupApi;
import org.juntos.engine.connection.IssuedCertificate;
import org.juntos.engine.connection.PeopleApi;
import org.juntos.engine.connection.ProfileApi;
import org.juntos.engine.connection.RelayApi;
import org.juntos.engine.connection.RelayFacts;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.connection.StatusApi;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.ErrorCode;

/// Requests through the script.
final class LyingApi extends ForwardingApi implements BlobApi {
  private final LyingRelay relay;
  private final RelayApi honest;
  private final @Nullable DeviceAddress device;

  LyingApi(LyingRelay relay, RelayApi honest, @Nullable DeviceAddress device) {
    this.relay = relay;
    this.honest = honest;
    this.device = device;
  }

  @Override
  protected RelayApi to() {
    return honest;
  }

  @Override
  public RelayResult<RelayFacts> facts() throws IOException {
    return honest.facts().map(facts -> facts.at(relay.lies().now(facts.now())));
  }

  @Override
  public RelayResult<Bundles> bundles(AccountId account) throws IOException {
    return relay.lies().denies(account)
        ? new RelayResult.Refused<>(ErrorCode.NOT_FOUND, "", null, "")
        : honest.bundles(account).map(bundles -> relay.lies().bundles(account, bundles));
  }

  @Override
  public RelayResult<Bundles> bundles(AccountId account, AccessKey accessKey) throws IOException {
    return relay.lies().denies(account)
        ? new RelayResult.Refused<>(ErrorCode.NOT_FOUND, "", null, "")
        : honest.bundles(account, accessKey).map(bundles -> relay.lies().bundles(account, bundles));
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
  public PeopleApi people() {
    return relay.lies().people(honest.people());
  }

  @Override
  public GroupApi groups() {
    var asking = device;
    return asking == null
        ? relay.lies().groups(honest.groups())
        : relay.lies().groups(asking, honest.groups());
  }

  @Override
  public ProfileApi profiles() {
    return new LyingProfiles(relay, honest.profiles());
  }

  @Override
  public StatusApi statuses() {
    return new LyingStatuses(relay, honest.statuses());
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
