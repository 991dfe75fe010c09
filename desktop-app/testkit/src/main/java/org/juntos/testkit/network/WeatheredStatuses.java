package org.juntos.testkit.network;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import org.juntos.content.MessageId;
import org.juntos.engine.connection.AccessKey;
import org.juntos.engine.connection.BlobApi;
import org.juntos.engine.connection.RelayApi;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.connection.RelayResult.Done;
import org.juntos.engine.connection.StatusApi;
import org.juntos.wire.AccountId;

/// Statuses of which some requests, or their answers, get lost.
final class WeatheredStatuses implements StatusApi {
  private final SimulatedLinks links;
  private final RelayApi relay;

  WeatheredStatuses(SimulatedLinks links, RelayApi relay) {
    this.links = links;
    this.relay = relay;
  }

  @Override
  public RelayResult<Slot> post(MessageId status, String blob) throws IOException {
    links.toRelay();
    var slot = relay.statuses().post(status, blob);
    links.fromRelay();
    return slot;
  }

  @Override
  public RelayResult<Done> delete(MessageId status, String blob) throws IOException {
    links.toRelay();
    var deleted = relay.statuses().delete(status, blob);
    links.fromRelay();
    return deleted;
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
    links.toRelay();
    var breaking = WeatheredBlobs.breaking(links, sink);
    return relay.statuses().file(author, status, key, from, breaking, progress);
  }
}
