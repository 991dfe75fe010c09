package org.juntos.engine.connection;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.time.Duration;
import java.time.Instant;
import org.juntos.content.MessageId;
import org.juntos.engine.connection.RelayResult.Done;
import org.juntos.wire.AccountId;

/// Slots of statuses at a relay. As with every request, repeating is safe and an [IOException]
/// means that the outcome is unknown.
public interface StatusApi {
  /// Gives a status of this account a slot.
  ///
  /// @param blob its whole upload; empty for none
  RelayResult<Slot> post(MessageId status, String blob) throws IOException;

  /// Deletes the file of a status of this account; its slot counts as before.
  ///
  /// @param blob its upload, whether that was posted or not; empty for none
  RelayResult<Done> delete(MessageId status, String blob) throws IOException;

  /// Writes the file of a status from byte `from` on to `sink`, which is not closed.
  ///
  /// @param key what opens its author; none for a status of this account: without one the relay
  ///   learns who asks
  /// @return the size of the whole file
  RelayResult<Long> file(
      AccountId author,
      MessageId status,
      AccessKey key,
      long from,
      WritableByteChannel sink,
      BlobApi.Progress progress)
      throws IOException;

  /// A slot that a status has.
  ///
  /// @param age since it has it
  /// @param now the relay's clock
  record Slot(Duration age, Instant now) {}
}
