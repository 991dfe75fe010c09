package org.juntos.testkit.lie;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import org.juntos.content.MessageId;
import org.juntos.engine.connection.AccessKey;
import org.juntos.engine.connection.BlobApi;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.connection.RelayResult.Done;
import org.juntos.engine.connection.StatusApi;
import org.juntos.wire.AccountId;
import org.juntos.wire.ErrorCode;

/// Statuses through the script.
record LyingStatuses(LyingRelay relay, StatusApi honest) implements StatusApi {
  @Override
  public RelayResult<Slot> post(MessageId status, String blob) throws IOException {
    return honest.post(status, blob);
  }

  @Override
  public RelayResult<Done> delete(MessageId status, String blob) throws IOException {
    return honest.delete(status, blob);
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
    var told = relay.lies().status(author, status);
    return told == null
        ? new RelayResult.Refused<>(ErrorCode.NOT_FOUND, "", null, "")
        : honest.file(author, told, key, from, relay.lies().blobBytes(from, sink), progress);
  }
}
