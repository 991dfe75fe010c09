package org.juntos.testkit.relay;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import org.juntos.content.MessageId;
import org.juntos.engine.connection.AccessKey;
import org.juntos.engine.connection.BlobApi;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.connection.RelayResult.Done;
import org.juntos.engine.connection.StatusApi;
import org.juntos.relay.status.Statuses;
import org.juntos.wire.AccountId;

/// Statuses at an in-process relay.
final class DirectStatuses implements StatusApi {
  private final InProcessRelay relay;
  private final DirectApi api;

  DirectStatuses(InProcessRelay relay, DirectApi api) {
    this.relay = relay;
    this.api = api;
  }

  private Statuses statuses() {
    return relay.services().ofAccounts().statuses();
  }

  @Override
  public RelayResult<Slot> post(MessageId status, String blob) throws IOException {
    return api.asDevice(device ->
        statuses()
            .post(device.account(), status.value(), blob)
            .map(slot -> new Slot(slot.age(), api.now())));
  }

  @Override
  public RelayResult<Done> delete(MessageId status, String blob) throws IOException {
    return api.asDevice(device -> {
      var deleted = statuses().delete(device.account(), status.value());
      if (!blob.isEmpty()) {
        relay.services().blobs().terminate(device.account(), blob);
      }
      return deleted.map(_ -> new Done());
    });
  }

  @Override
  public RelayResult<Long> file(
      AccountId author,
      MessageId status,
      AccessKey key,
      long from,
      WritableByteChannel sink,
      BlobApi.Progress progress)
      throws IOException {
    var found =
        key.isNone()
            ? api.asDevice(device ->
                device.account().equals(author)
                    ? statuses().file(author, status.value())
                    : statuses().file(author, status.value(), key.value()))
            : Answers.result(statuses().file(author, status.value(), key.value()));
    return new DirectBlobs(relay, api).copied(found, from, sink, progress);
  }
}
